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
		"seeds/folder/c.txt":        {},
		"seeds/.b.txt.swp":          {},
		"seeds/~$notice.docx":       {},
		"content/departments/x.txt": {},
	}
	names, findings, err := listSeeds(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"seeds/a.md", "seeds/b.txt"}; !slices.Equal(names, want) {
		t.Errorf("documents %q, want %q", names, want)
	}
	wantFindings(t, findings, "seeds/folder B102", "seeds/notice.docx B102", "seeds/renamed.yaml B103")
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
		"seeds/a.txt": {Data: []byte("\xff\xfe")},
		"seeds/b.txt": {Data: []byte("一份通知\n")},
		"seeds/c.txt": {Data: []byte("通知\n\xb9")},
	}
	docs, _, err := readAll(t.Context(), Options{}, fsys, []string{"seeds/a.txt", "seeds/b.txt", "seeds/c.txt"})
	if err == nil || !strings.Contains(err.Error(), "seeds/a.txt:1:1") || !strings.Contains(err.Error(), "seeds/c.txt:2:1") {
		t.Errorf("error %v, want both files with line and column", err)
	}
	if len(docs) != 1 || docs[0].Document.Source.File != "b.txt" {
		t.Errorf("read %v, want b.txt", docs)
	}
}

func TestCollision(t *testing.T) {
	fsys := fstest.MapFS{
		"seeds/notice.md":   {Data: []byte("一份通知\n")},
		"seeds/notice.txt":  {Data: []byte("另一份通知\n")},
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
	wantFindings(t, findings, "seeds/notice.txt B104", "seeds/third.txt B104")
}
