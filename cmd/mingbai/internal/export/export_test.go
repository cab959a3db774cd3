package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// goldenFiles are one of each form, and what only the other language shows.
var goldenFiles = []string{
	"data/zh/calendar.ics", "data/en/departments/tax.ics", "data/zh/tasks.csv", "data/en/departments/tax.csv",
	"data/zh/feed.atom", "data/zh/documents/doc.akn.xml", "data/en/documents/doc.akn.xml",
	"data/v1/index.json", "data/v1/measures/doc/tax/finance/m01.json", "data/v1/departments/finance.json", "data/v1/deadlines.json",
}

// lineBefore makes a file readable: a line for each element or member.
var lineBefore = regexp.MustCompile(`<[a-zA-Z]|[,{]"[a-zA-Z$]+":`)

func readable(name string, data []byte) []byte {
	switch path.Ext(name) {
	case ".ics", ".csv":
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	default:
		data = lineBefore.ReplaceAll(data, []byte("\n$0"))
	}
	return append(bytes.TrimSpace(data), '\n')
}

func TestFiles(t *testing.T) {
	const golden = "testdata/files.txtar"
	files := made(t, project(t, nil))
	got := &txtar.Archive{Comment: []byte("Files of site.txtar, a line for each element or member.\n")}
	for _, name := range goldenFiles {
		if files[name] == nil {
			t.Fatalf("%s was not made", name)
		}
		got.Files = append(got.Files, txtar.File{Name: name, Data: readable(name, files[name])})
	}
	if *update {
		if err := os.WriteFile(golden, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(txtar.Format(got))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestSameInputSameBytes(t *testing.T) {
	first, second := made(t, project(t, nil)), made(t, project(t, nil))
	if !slices.Equal(slices.Sorted(maps.Keys(first)), slices.Sorted(maps.Keys(second))) {
		t.Fatal("other files")
	}
	for name := range first {
		if !bytes.Equal(first[name], second[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

// What pages link to is made, and nothing else but the schemas.
func TestEveryDownloadIsMade(t *testing.T) {
	s := project(t, nil)
	files := made(t, s)
	known := map[string]bool{}
	for _, d := range s.AllDownloads() {
		known[d.Path] = true
	}
	for _, p := range s.Pages {
		for _, d := range p.Downloads(s) {
			if len(files[d.Path]) == 0 {
				t.Errorf("%s offers %s, which is empty or not made", p.URL, d.Path)
			}
		}
	}
	for name := range files {
		if !known[name] && !strings.HasPrefix(name, "data/v1/schema/") {
			t.Errorf("%s is made and offered nowhere", name)
		}
	}
}

// A file that would hold nothing is not made: a calendar without events is no
// calendar, and a feed needs a time.
func TestNothingIsNoFile(t *testing.T) {
	files := made(t, project(t, nil))
	for _, name := range []string{
		"data/zh/departments/idle.ics", "data/zh/departments/idle.csv", "data/zh/documents/undated.atom",
		"data/zh/documents/undated.akn.xml", "data/zh/documents/undated.xlsx",
	} {
		if files[name] != nil {
			t.Errorf("%s was made", name)
		}
	}
	if bytes.Contains(files["data/zh/feed.atom"], []byte("没有日期的文件")) {
		t.Error("the feed has an entry whose time nobody knows")
	}
}

func TestEmptySite(t *testing.T) {
	s, _ := site.New(&content.Tree{Config: content.Config{Name: plan.Text{Zh: "空"}}}, "")
	files := made(t, s)
	for name := range files {
		if !strings.HasPrefix(name, "data/v1/") {
			t.Errorf("%s was made of nothing", name)
		}
	}
	if files["data/v1/index.json"] == nil {
		t.Error("there is no index")
	}
}

// Without an address of the site all addresses are relative; without English
// nothing speaks of it.
func TestSmallerSites(t *testing.T) {
	homeless := made(t, project(t, configured(t, "baseURL: https://www.example.gov.cn/zt/\n", "")))
	for name, data := range homeless {
		if bytes.Contains(data, []byte("https://www.example.gov.cn/")) {
			t.Errorf("%s knows an address that nobody gave", name)
		}
	}
	for name, data := range made(t, project(t, configured(t, "[zh, en]", "[zh]"))) {
		if strings.HasPrefix(name, "data/en/") || bytes.Contains(data, []byte("en/index.html")) {
			t.Errorf("%s leads to a language that the site has not", name)
		}
	}
}

// No line of a calendar is longer than 75 octets, and none cuts a character.
func TestCalendarLines(t *testing.T) {
	long := project(t, func(files fstest.MapFS) {
		m := files["doc/01-tax/1-finance/m01.zh.md"]
		m.Data = bytes.Replace(m.Data, []byte("title: 加快退税"), []byte("title: "+strings.Repeat("加快a退税", 40)), 1)
	})
	for _, line := range strings.Split(string(made(t, long)["data/zh/calendar.ics"]), "\r\n") {
		if len(line) > 75 || strings.ContainsRune(line, '\uFFFD') || strings.Contains(line, "\n") {
			t.Errorf("%d octets: %q", len(line), line)
		}
	}
}

// A spreadsheet runs no text of a document.
func TestTextsStayTexts(t *testing.T) {
	data, _ := bytes.CutPrefix(made(t, project(t, nil))["data/zh/tasks.csv"], []byte(byteOrderMark))
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, row := range rows {
		for _, c := range row {
			if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
				t.Errorf("%q would be run", c)
			}
			found = found || strings.HasPrefix(c, "'=HYPERLINK(")
		}
	}
	if !found {
		t.Error("the text that looks like a formula was lost")
	}
	for text, want := range map[string]string{"": "", "a=1": "a=1", "-5": "'-5", "@x": "'@x", "（一）": "（一）"} {
		if got := inert(text); got != want {
			t.Errorf("inert(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if files, err := Files(ctx, project(t, nil)); err == nil || files != nil {
		t.Errorf("got %d files and %v", len(files), err)
	}
}

// What was to be done by a document that was ended goes from the calendars that
// have it.
func TestCalendarCancelsWhatWasRepealed(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(fstest.MapFS)
		want   bool
	}{"in force": {nil, false}, "repealed": {repealed, true}} {
		calendar := string(made(t, project(t, tt.change))["data/zh/calendar.ics"])
		events, cancelled := strings.Count(calendar, "BEGIN:VEVENT"), strings.Count(calendar, "STATUS:CANCELLED")
		if events == 0 || (cancelled == events) != tt.want || (cancelled == 0) == tt.want {
			t.Errorf("%s: %d of %d events are cancelled", name, cancelled, events)
		}
	}
}

// Files are made one by one as they are made together, in any order.
func TestMakeOne(t *testing.T) {
	s := project(t, nil)
	all := made(t, s)
	e, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	downloads := e.Downloads()
	slices.Reverse(downloads)
	for _, d := range downloads {
		data, err := e.Make(d)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(data, all[d.Path]) {
			t.Errorf("%s is another by itself", d.Path)
		}
		delete(all, d.Path)
	}
	for path := range all {
		t.Errorf("%s is not in the list", path)
	}
}
