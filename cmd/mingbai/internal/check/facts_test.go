package check

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/site"
)

var update = flag.Bool("update", false, "write golden files anew")

// fixtureSite joins all fixtures to one site in which every rule is broken.
func fixtureSite(tb testing.TB) subject {
	tb.Helper()
	names, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(names) == 0 {
		tb.Fatalf("no fixtures: %v", err)
	}
	s := subject{Config: testConfig(), Clock: testClock, Files: map[string][]byte{}, Origins: map[string]origin{}}
	for i, name := range names {
		files, _ := readFixture(tb, name)
		for file, data := range files {
			if i > 0 && strings.Contains(file, "/") {
				lang, rest, _ := strings.Cut(file, "/")
				file = fmt.Sprintf("%s/%d/%s", lang, i, rest)
			}
			s.Files[file] = data
			s.Origins[file] = origin{Kind: site.MeasurePage, Undated: i%2 == 0, Sources: []source{
				{File: "content/a.zh.md", Body: "一\n二 gone.html index.html 三", BodyLine: 7},
			}}
		}
	}
	return s
}

// factsIn looks at all files in a random order.
func factsIn(c *Checker, files map[string][]byte) []File {
	var all []File
	for name := range files {
		all = append(all, File{Name: name})
	}
	rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for i, f := range all {
		all[i].Facts = c.File(f.Name, files[f.Name])
	}
	return all
}

// Facts of one process serve another: nothing is lost on the way, whatever
// order the files were looked at in.
func TestFactsOutliveTheChecker(t *testing.T) {
	s := fixtureSite(t)
	want, err := s.check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(want) < 100 {
		t.Fatalf("only %d findings to compare", len(want))
	}
	read := func(name string) ([]byte, error) { return s.Files[name], nil }
	c := s.checker()
	files := factsIn(c, s.Files)
	for range 3 {
		data := c.AppendFacts([]byte("before"), files)[len("before"):]
		c = s.checker()
		facts, err := c.DecodeFacts(data)
		if err != nil {
			t.Fatal(err)
		}
		for i := range files {
			files[i].Facts = facts[i]
			if rand.IntN(4) == 0 { // a page that changed meanwhile
				files[i].Facts = c.File(files[i].Name, s.Files[files[i].Name])
			}
		}
		got, err := c.Site(t.Context(), files, read)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	}
}

// The findings of a site in which every rule is broken, as one text.
func TestFindingsOfABrokenSite(t *testing.T) {
	findings, err := fixtureSite(t).check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s %s\n", f, f.Cause)
	}
	const golden = "testdata/broken-site.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFactsOfPagesLongGoneAreLeftOut(t *testing.T) {
	s := fixtureSite(t)
	c := s.checker()
	var page strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&page, "<a href=%d.html>%d</a>", i, i)
	}
	gone := []File{{"zh/long.html", c.File("zh/long.html", []byte(page.String()))}}
	files := factsIn(c, s.Files)
	few, all := len(c.AppendFacts(nil, files)), len(c.AppendFacts(nil, append(gone, files...)))
	if all-few < 1000*16 {
		t.Errorf("%d bytes with a page of many links, %d without it", all, few)
	}
}

func TestUnreadableFileEndsTheCheck(t *testing.T) {
	s := fixtureSite(t)
	c := s.checker()
	_, err := c.Site(t.Context(), factsIn(c, s.Files), func(name string) ([]byte, error) { return nil, os.ErrNotExist })
	if err == nil || !strings.Contains(err.Error(), "sitemap.xml") {
		t.Errorf("error %v, want one that names the file", err)
	}
}

// A key must change with all that facts depend on, and with nothing else.
func TestKey(t *testing.T) {
	key := func(change func(*subject)) uint64 {
		s := subject{Config: testConfig(), Clock: testClock, Origins: map[string]origin{"zh/a.html": {Kind: site.MeasurePage}}}
		change(&s)
		return s.checker().Key("zh/a.html")
	}
	before := key(func(*subject) {})
	for name, change := range map[string]func(*subject){
		"site code": func(s *subject) { s.Config.SiteCode = "bm12345678" },
		"base":      func(s *subject) { s.Config.BaseURL = "https://other.gov.cn/" },
		"ICP":       func(s *subject) { s.Config.Footer.ICP = "" },
		"languages": func(s *subject) { s.Config.Languages = s.Config.Languages[:1] },
		"columns":   func(s *subject) { s.Config.Columns = nil },
		"kind":      func(s *subject) { s.Origins["zh/a.html"] = origin{Kind: site.HomePage} },
		"canonical": func(s *subject) { s.Origins["zh/a.html"] = origin{Kind: site.MeasurePage, Canonical: "zh/b.html"} },
		"undated":   func(s *subject) { s.Origins["zh/a.html"] = origin{Kind: site.MeasurePage, Undated: true} },
	} {
		if key(change) == before {
			t.Errorf("another %s has the same key", name)
		}
	}
	for name, change := range map[string]func(*subject){
		"nothing": func(*subject) {},
		"day":     func(s *subject) { s.Clock, s.Config.Clock = "2030-01-01", "2030-01-01" },
		"source": func(s *subject) {
			s.Origins["zh/a.html"] = origin{Kind: site.MeasurePage, Sources: []source{{File: "x"}}}
		},
	} {
		if key(change) != before {
			t.Errorf("with %s changed, the key is another", name)
		}
	}
}

// Whatever a cache holds, reading it ends, and facts that it gives can be used.
func FuzzDecodeFacts(f *testing.F) {
	s := fixtureSite(f)
	c := s.checker()
	data := c.AppendFacts(nil, factsIn(c, s.Files))
	f.Add(data[:len(data)-8])
	small := s.checker()
	one := small.AppendFacts(nil, []File{{"zh/a.html", small.File("zh/a.html", []byte(`<p id=a><a href=b.html#c style=x>`))}})
	f.Add(one[:len(one)-8])
	f.Fuzz(func(t *testing.T, body []byte) {
		if _, err := s.checker().DecodeFacts(body); err == nil {
			t.Fatal("read without a sum")
		}
		c := s.checker()
		facts, err := c.DecodeFacts(appendSum(slices.Clone(body), 0))
		if err != nil {
			return
		}
		files := make([]File, len(facts))
		for i := range facts {
			files[i] = File{fmt.Sprintf("zh/%d.html", i), facts[i]}
		}
		c.AppendFacts(nil, files)
		if _, err := c.Site(t.Context(), files, func(string) ([]byte, error) { return nil, nil }); err != nil {
			t.Error(err)
		}
	})
}

func TestDamagedFactsAreAnError(t *testing.T) {
	s := fixtureSite(t)
	c := s.checker()
	data := c.AppendFacts(nil, factsIn(c, s.Files))
	for i := 0; i < len(data); i += 1 + len(data)/500 {
		damaged := slices.Clone(data)
		damaged[i] ^= 0x10
		if _, err := s.checker().DecodeFacts(damaged); err == nil {
			t.Errorf("a change of byte %d of %d is not noticed", i, len(data))
		}
		if _, err := s.checker().DecodeFacts(data[:i]); err == nil {
			t.Errorf("the end after %d of %d bytes is not noticed", i, len(data))
		}
	}
	if _, err := c.DecodeFacts(data); err == nil {
		t.Error("facts were read into a checker that has numbers of its own")
	}
}
