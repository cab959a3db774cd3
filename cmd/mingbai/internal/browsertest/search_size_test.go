package browsertest

import (
	"bytes"
	"compress/gzip"
	"net/url"
	"path"
	"testing"

	"mingbai/cmd/mingbai/internal/searchbench"
)

// firstQueryLimit is what a first query may fetch on this repository's site.
const firstQueryLimit = 40_000

// A reader's first query stays small, also where it is mended.
func TestSearchFirstQueryIsSmall(t *testing.T) {
	t.Parallel()
	_, b := theSite(t)
	place := publishTo(t, t.TempDir(), b.files) // a server of its own, to see what it sends
	for _, q := range []searchbench.Query{
		{Lang: "zh", Text: "房租减免"},
		{Lang: "zh", Text: "开了家小吃店，房租太贵有没有减免"},
		{Lang: "zh", Text: "liudituishui"},
		{Lang: "zh", Text: "留底退税"},
		{Lang: "zh", Text: "就業見習補貼"},
		{Lang: "en", Text: "loan for small business"},
		{Lang: "en", Text: "government has not paid my invoices"},
		{Lang: "en", Text: "subsidys for gradutes"},
	} {
		size := firstQueryBytes(t, newTab(t), place, b.files, q)
		t.Logf("%d bytes: %s", size, q.Text)
		if size > firstQueryLimit {
			t.Errorf("%q fetches %d bytes, want at most %d", q.Text, size, firstQueryLimit)
		}
	}
}

// firstQueryBytes asks a query on a page that was just opened, and gives the size
// of all that it fetched but for what every page has.
func firstQueryBytes(t *testing.T, tb *tab, place place, files map[string][]byte, q searchbench.Query) int {
	t.Helper()
	place.sent.taken()
	tb.open(t, place.http(q.Lang+"/search.html?q="+url.QueryEscape(q.Text)))
	tb.until(t, `document.querySelector("#search-count").textContent !== ""`)
	sum := 0
	for _, name := range place.sent.taken() {
		if ext := path.Ext(name); ext != ".html" && ext != ".css" && ext != ".svg" {
			sum += packed(files[name])
		}
	}
	return sum
}

// packed is the size of a file as a server sends it: with gzip, where that helps.
func packed(data []byte) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is one that exists
	_, _ = w.Write(data)                                  // a buffer takes everything
	_ = w.Close()
	return min(b.Len(), len(data))
}
