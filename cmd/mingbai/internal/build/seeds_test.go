package build

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mingbai/cmd/mingbai/internal/diag"
)

func TestListSeeds(t *testing.T) {
	fsys := fstest.MapFS{
		"seeds/b.txt":               {},
		"seeds/a.md":                {},
		"seeds/b.yaml":              {},
		"seeds/renamed.yaml":        {},
		"seeds/organizations.yaml":  {},
		"seeds/translations/a.po":   {},
		"seeds/README.md":           {},
		"seeds/notice.docx":         {},
		"seeds/scan.PDF":            {},
		"seeds/old.doc":             {Data: []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")},
		"seeds/export.doc":          {Data: []byte("<html><body>通知</body></html>")},
		"seeds/saved.html":          {},
		"seeds/saved_files/a.js":    {},
		"seeds/folder/c.txt":        {},
		"seeds/.b.txt.swp":          {},
		"seeds/~$notice.docx":       {},
		"content/departments/x.txt": {},
	}
	names, findings, err := listSeeds(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"seeds/a.md", "seeds/b.txt", "seeds/export.doc", "seeds/notice.docx", "seeds/saved.html", "seeds/scan.PDF"}; !slices.Equal(names, want) {
		t.Errorf("documents %q, want %q", names, want)
	}
	wantFindings(t, findings, "seeds/folder B102", "seeds/old.doc B102", "seeds/renamed.yaml B103")
}

func TestListSeedsWithoutDocuments(t *testing.T) {
	for _, fsys := range []fstest.MapFS{{}, {"seeds/organizations.yaml": {}}} {
		names, findings, err := listSeeds(fsys)
		if err != nil || len(names) > 0 {
			t.Errorf("got %q, %v", names, err)
		}
		wantFindings(t, findings, "seeds B101")
	}
}

// wantFindings compares findings as "FILE CODE".
func wantFindings(t *testing.T, findings []diag.Finding, want ...string) {
	t.Helper()
	var got []string
	for _, f := range findings {
		got = append(got, f.File+" "+f.Code)
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("findings:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A document that cannot be read does not hide what is wrong with the others.
func TestReadAllNamesEveryUnreadableDocument(t *testing.T) {
	fsys := fstest.MapFS{
		"seeds/a.txt": {Data: []byte("PK\x03\x04")},
		"seeds/b.txt": {Data: []byte("一份通知\n")},
		"seeds/c.txt": {Data: []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")},
	}
	docs, _, err := readAll(t.Context(), Options{}, fsys, []string{"seeds/a.txt", "seeds/b.txt", "seeds/c.txt"})
	if err == nil || !strings.Contains(err.Error(), "seeds/a.txt: an archive") || !strings.Contains(err.Error(), "seeds/c.txt: a document of an old") {
		t.Errorf("error %v, want both files with the reason", err)
	}
	if len(docs) != 1 || docs[0].Document.Source.File != "b.txt" {
		t.Errorf("read %v, want b.txt", docs)
	}
}

// One document in two formats would take one id: that is told before reading.
func TestListSeedsTellsTwins(t *testing.T) {
	names, findings, err := listSeeds(fstest.MapFS{"seeds/a.docx": {}, "seeds/a.pdf": {}, "seeds/b.txt": {}})
	if err != nil || !slices.Equal(names, []string{"seeds/a.docx", "seeds/b.txt"}) {
		t.Errorf("got %q, %v", names, err)
	}
	wantFindings(t, findings, "seeds/a.pdf B108")
}

func TestCollision(t *testing.T) {
	fsys := fstest.MapFS{
		"seeds/other.txt":   {Data: []byte("又一份通知\n")},
		"seeds/other.yaml":  {Data: []byte("id: third\n")},
		"seeds/third.txt":   {Data: []byte("第三份通知\n")},
		"seeds/unlike.txt":  {Data: []byte("不同的通知\n")},
		"seeds/unlike.yaml": {Data: []byte("id: unlike\n")},
	}
	names, _, err := listSeeds(fsys)
	if err != nil {
		t.Fatal(err)
	}
	_, findings, err := readAll(t.Context(), Options{}, fsys, names)
	if err != nil {
		t.Fatal(err)
	}
	findings = slices.DeleteFunc(findings, func(f diag.Finding) bool { return f.Severity != diag.Error })
	wantFindings(t, findings, "seeds/third.txt B104")
}
