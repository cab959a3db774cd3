package export

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/jsonld"
	"mingbai/cmd/mingbai/internal/npmtest"
	"mingbai/cmd/mingbai/internal/site"
)

// opened is what testdata/open.mjs tells: what programs that did not come from
// here made of the files.
type opened struct {
	Calendars map[string]struct {
		Name   string
		Events []struct {
			UID, Summary, Description, Start, End, URL, Stamp string
			AllDay, Free                                      bool
		}
	}
	Workbooks map[string]struct {
		Sheets, Frozen, Paper, FitToWidth           int
		Title, Filter, TitleRows, Created, Modified string
		Merged, Landscape                           bool
		Headings                                    []string
		Rows                                        [][]any
	}
	Feeds map[string]struct {
		Title, Self, Link string
		Items             []struct{ ID, Title, Link, Date, Author, Content string }
	}
	Acts struct {
		Wrong   map[string]string
		Refused bool
	}
	LinkedData struct {
		Types   map[string][]string
		Errors  []string
		Refused bool
	}
}

// open writes the files of the site into a folder, with the linked data of a
// page of each kind, and opens them.
func open(t *testing.T, s *site.Site) opened {
	t.Helper()
	if testing.Short() {
		t.Skip("left out by -short: this test needs programs of the npm registry")
	}
	modules, err := npmtest.Modules("testdata/npm")
	if err != nil {
		t.Fatal(err)
	}
	files := made(t, s)
	for name, data := range linkedData(t, s) {
		files[name] = data
	}
	dir := t.TempDir()
	for name, data := range files {
		place := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(place, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), "node", "testdata/open.mjs", modules, dir, "testdata")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal("node: ", err)
	}
	var o opened
	if err := json.Unmarshal(out, &o); err != nil {
		t.Fatal(err)
	}
	return o
}

// linkedData is that of the first page of each kind in each language.
func linkedData(t *testing.T, s *site.Site) map[string][]byte {
	t.Helper()
	e, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, p := range s.Pages {
		name := string(p.Lang) + "-" + string(p.Kind) + ".jsonld"
		thing := jsonld.Of(s, e.words, p)
		if thing == nil || all[name] != nil {
			continue
		}
		if all[name], err = json.Marshal(thing); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func TestOtherProgramsReadTheFiles(t *testing.T) {
	o := open(t, project(t, nil))
	t.Run("calendars", func(t *testing.T) { o.calendars(t) })
	t.Run("workbooks", func(t *testing.T) { o.workbooks(t) })
	t.Run("feeds", func(t *testing.T) { o.feeds(t) })
	t.Run("acts", func(t *testing.T) { o.acts(t) })
	t.Run("linked data", func(t *testing.T) { o.linkedData(t) })
}

func (o opened) calendars(t *testing.T) {
	c := o.Calendars["data/zh/calendar.ics"]
	if c.Name != "惠企专项行动：政策时限" || len(c.Events) != 5 {
		t.Fatalf("%q with %d events", c.Name, len(c.Events))
	}
	uids := map[string]bool{}
	for _, e := range c.Events {
		if uids[e.UID] || !e.AllDay || !e.Free || e.Stamp != "2022-06-09T02:30:00Z" {
			t.Errorf("%+v", e)
		}
		uids[e.UID] = true
	}
	last := c.Events[len(c.Events)-1]
	if last.Start != "2022-01-01" || last.End != "2025-01-01" || last.URL != root+"zh/doc/tax/finance/m01.html" {
		t.Errorf("the period was read as %+v", last)
	}
	if !strings.Contains(last.Description, "\n牵头单位：省财政厅\n") {
		t.Errorf("the description was read as %q", last.Description)
	}
}

func (o opened) workbooks(t *testing.T) {
	w := o.Workbooks["data/zh/tasks.xlsx"]
	if w.Sheets != 1 || w.Title != "惠企专项行动任务分工表" || !w.Merged || w.Frozen != 3 || w.Filter != "$A$3:$P$6" {
		t.Errorf("%+v", w)
	}
	if !w.Landscape || w.Paper != 9 || w.FitToWidth != 1 || w.TitleRows != "3:3" {
		t.Errorf("it prints otherwise: %+v", w)
	}
	if w.Created != "2022-06-09T02:30:00.000Z" || w.Modified != w.Created {
		t.Errorf("made at %s, changed at %s", w.Created, w.Modified)
	}
	at := func(row int, heading string) any { return w.Rows[row][slices.Index(w.Headings, heading)] }
	if due, ok := at(0, "完成时限").(map[string]any); !ok || due["day"] != "2022-06-30" {
		t.Errorf("a day was read as %v", at(0, "完成时限"))
	}
	if at(1, "完成时限") != "2022-12-31; 2023-01-31" || at(0, "牵头单位") != "省财政厅" || at(0, "页面地址") != root+"zh/doc/tax/finance/m01.html" {
		t.Errorf("%v", w.Rows)
	}
	if at(2, "举措") != `=HYPERLINK("https://evil.example","点我")` {
		t.Errorf("a text that looks like a formula was read as %v", at(2, "举措"))
	}
}

func (o opened) feeds(t *testing.T) {
	f := o.Feeds["data/en/feed.atom"]
	if f.Title != "Special actions for enterprises" || f.Self != root+"data/en/feed.atom" || f.Link != root+"en/index.html" || len(f.Items) != 4 {
		t.Fatalf("%+v", f)
	}
	m := f.Items[1]
	if m.Title != "Speed up refunds" || m.Link != root+"en/doc/tax/finance/m01.html" || m.Date != "2022-06-09T02:30:00.000Z" ||
		m.Author != "Provincial Department of Finance" || !strings.HasPrefix(m.Content, "Complete the refunds") {
		t.Errorf("%+v", m)
	}
	if f.Items[3].Title != "<script>alert(1)</script> & more" {
		t.Errorf("a title was read as %q", f.Items[3].Title)
	}
}

func (o opened) acts(t *testing.T) {
	if len(o.Acts.Wrong) != 2 || !o.Acts.Refused {
		t.Errorf("%+v", o.Acts)
	}
	for name, wrong := range o.Acts.Wrong {
		if wrong != "" {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

func (o opened) linkedData(t *testing.T) {
	for _, e := range o.LinkedData.Errors {
		t.Error(e)
	}
	if !o.LinkedData.Refused {
		t.Error("the types of schema.org take a property that they do not have")
	}
	for name, want := range map[string][]string{
		"zh-home.jsonld":       {"WebSite"},
		"en-document.jsonld":   {"BreadcrumbList", "Legislation"},
		"zh-measure.jsonld":    {"BreadcrumbList", "Legislation", "GovernmentService"},
		"en-department.jsonld": {"BreadcrumbList", "GovernmentOrganization"},
		"zh-data.jsonld":       {"BreadcrumbList", "Dataset"},
		"zh-timeline.jsonld":   {"BreadcrumbList"},
		"en-topic.jsonld":      {"BreadcrumbList"},
	} {
		if got := o.LinkedData.Types[name]; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
