package content

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"mingbai/cmd/mingbai/internal/diag"
)

// sampleFS is content/ as import writes it from the sample document.
func sampleFS(t *testing.T) fstest.MapFS {
	t.Helper()
	p := newProject(t)
	p.imports(sampleImport())
	fsys := fstest.MapFS{}
	for name, text := range p.files() {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// report gives findings as people read them, with hints.
func report(findings []diag.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		b.WriteString(f.String() + "\n")
		b.WriteString("  " + f.Message.Zh + "\n")
		if f.Hint.En != "" {
			b.WriteString("  hint: " + f.Hint.En + "\n")
		}
	}
	return b.String()
}

func mustLoad(t *testing.T, fsys fs.FS) (*Tree, []diag.Finding) {
	t.Helper()
	tree, findings, err := Load(t.Context(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	return tree, findings
}

// Every archive in testdata/load is a set of changes to the sample project: its
// files replace or join those of the project, those listed in "remove" go, and
// "want" has the findings.
func TestLoadFindings(t *testing.T) {
	names, err := filepath.Glob("testdata/load/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no archives in testdata/load", err)
	}
	seen := map[string]bool{}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fsys := sampleFS(t)
			want := -1
			for i, f := range a.Files {
				switch f.Name {
				case "want":
					want = i
				case "remove":
					for _, gone := range strings.Fields(string(f.Data)) {
						if fsys[gone] == nil {
							t.Fatalf("%s is not there to be removed", gone)
						}
						delete(fsys, gone)
					}
				default:
					fsys[f.Name] = &fstest.MapFile{Data: f.Data}
				}
			}
			tree, findings := mustLoad(t, fsys)
			findings = append(findings, tree.CheckTopics([]string{"small-micro-enterprise", "self-employed"}, []string{"tax", "fee"})...)
			for _, f := range findings {
				seen[f.Code] = true
			}
			if want < 0 {
				t.Fatal("the archive has no file want")
			}
			if got := report(findings); *update {
				a.Files[want].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != string(a.Files[want].Data) {
				t.Errorf("got:\n%s\nwant:\n%s", got, a.Files[want].Data)
			}
		})
	}
	elsewhere := []string{"C101", "C102", "C103", "C104", "C403", "C404"} // need bytes or a disk
	for _, r := range Rules() {
		if !seen[r.Code] && !slices.Contains(elsewhere, r.Code) {
			t.Errorf("no archive in testdata/load shows %s (%s)", r.Code, r.Title.En)
		}
	}
}

const samplePlan = "yunnan-2022-ten/02-tax-and-fee-reduction/1-finance/"

// Whatever one file does, the others stay in the tree.
func TestLoadGoesOn(t *testing.T) {
	whole, findings := mustLoad(t, sampleFS(t))
	if len(findings) > 0 {
		t.Fatalf("findings of the sample: %v", findings)
	}
	want := len(whole.Documents[0].Actions[0].Plans[0].Measures)
	for name, data := range map[string][]byte{
		"not UTF-8":  []byte("---\nid: x\ntitle: \xb2\xbb\n---\n"),
		"too large":  []byte("---\n" + strings.Repeat("#\n", maxPage)),
		"not YAML":   []byte("---\nid: [\n---\n"),
		"no front":   []byte("甲"),
		"empty":      nil,
		"a conflict": []byte("---\nid: x\n<<<<<<< HEAD\n---\n"),
	} {
		fsys := sampleFS(t)
		fsys[samplePlan+"m01.zh.md"] = &fstest.MapFile{Data: data}
		tree, findings := mustLoad(t, fsys)
		if got := len(tree.Documents[0].Actions[0].Plans[0].Measures); got != want-1 {
			t.Errorf("%s: %d measures, want %d", name, got, want-1)
		}
		if len(findings) != 1 || findings[0].File != "content/"+samplePlan+"m01.zh.md" {
			t.Errorf("%s: findings %v, want one of the file", name, findings)
		}
	}
}

func TestLoadNotUTF8(t *testing.T) {
	fsys := sampleFS(t)
	fsys[samplePlan+"m01.zh.md"] = &fstest.MapFile{Data: []byte("---\ntitle: 加快\xb2\xbb\n---\n")}
	_, findings := mustLoad(t, fsys)
	want := "content/" + samplePlan + "m01.zh.md:2:10: error: the text is not UTF-8 from here on [C102]"
	if len(findings) != 1 || findings[0].String() != want {
		t.Errorf("got %v, want %s", findings, want)
	}
}

// What Windows editors save is read the same, down to the line numbers.
func TestLoadWindowsText(t *testing.T) {
	want, _ := mustLoad(t, sampleFS(t))
	fsys := sampleFS(t)
	for name, f := range fsys {
		f.Data = append([]byte("\uFEFF"), strings.ReplaceAll(string(f.Data), "\n", "\r\n")...)
		if strings.HasSuffix(name, recordFile) {
			f.Data = f.Data[len("\uFEFF"):]
		}
	}
	got, findings := mustLoad(t, fsys)
	if len(findings) > 0 {
		t.Errorf("findings: %v", findings)
	}
	w, g := want.Documents[0].Actions[0].Plans[0].Measures[0], got.Documents[0].Actions[0].Plans[0].Measures[0]
	if w.Zh.Body != g.Zh.Body || w.Zh.BodyLine != g.Zh.BodyLine || w.Zh.Title != g.Zh.Title {
		t.Errorf("got %+v, want %+v", g.Zh, w.Zh)
	}
}

func TestLoadFollowsNoLink(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	outside := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(outside, []byte("---\nid: secret\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{samplePlan + "m09.zh.md", "departments/secret.zh.md", "linked"} {
		if err := os.Symlink(outside, p.path(name)); err != nil {
			t.Fatal(err)
		}
	}
	_, findings := p.load()
	want := []string{
		"content/departments/secret.zh.md: error: a symbolic link or special file is not read [C104]",
		"content/linked: error: a symbolic link or special file is not read [C104]",
		"content/" + samplePlan + "m09.zh.md: error: a symbolic link or special file is not read [C104]",
	}
	if !slices.Equal(findings, want) {
		t.Errorf("got %q, want %q", findings, want)
	}
}

// brokenFS gives an error for one file.
type brokenFS struct {
	fstest.MapFS
	name string
}

func (b brokenFS) Open(name string) (fs.File, error) {
	if name == b.name {
		return nil, &fs.PathError{Op: "open", Path: "/secret/path", Err: fs.ErrPermission}
	}
	return b.MapFS.Open(name)
}

func TestLoadUnreadable(t *testing.T) {
	for _, name := range []string{samplePlan + "m02.en.md", "yunnan-2022-ten/source.txt", "site.yaml"} {
		_, findings := mustLoad(t, brokenFS{sampleFS(t), name})
		want := "content/" + name + ": error: cannot be read: permission denied [C101]"
		if len(findings) != 1 || findings[0].String() != want {
			t.Errorf("got %v, want %s", findings, want)
		}
	}
}

func TestLoadWithoutFolder(t *testing.T) {
	if _, _, err := Load(t.Context(), os.DirFS(filepath.Join(t.TempDir(), "none"))); err == nil {
		t.Error("no error for a folder that does not exist")
	}
}

func TestLoadStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := Load(ctx, sampleFS(t)); err == nil {
		t.Error("no error after the context was stopped")
	}
}

// A broken department is not an unknown one: its page is reported once, not
// every measure that names it.
func TestBrokenDepartmentIsKnown(t *testing.T) {
	fsys := sampleFS(t)
	fsys["departments/prov-finance.zh.md"] = &fstest.MapFile{Data: []byte("---\nid: [\n---\n")}
	_, findings := mustLoad(t, fsys)
	if codes(findings) != "C202" {
		t.Errorf("findings %v, want one C202", findings)
	}
}

// Two files of one id keep the tree the same, whichever order they are read in.
func TestLoadOrder(t *testing.T) {
	fsys := sampleFS(t)
	dup := maps.Clone(fsys)
	for i := range 20 {
		name := samplePlan + "copy-" + string(rune('a'+i))
		dup[name+".zh.md"], dup[name+".en.md"] = fsys[samplePlan+"m01.zh.md"], fsys[samplePlan+"m01.en.md"]
	}
	_, want := mustLoad(t, dup)
	for range 10 {
		if _, got := mustLoad(t, dup); !slices.Equal(got, want) {
			t.Fatalf("findings differ from run to run:\n%v\n%v", got, want)
		}
	}
}

func TestRulesAreWhole(t *testing.T) {
	if _, err := diag.NewTable(Rules()); err != nil {
		t.Error(err)
	}
}

// A folder with more pages than one worker reads alone is read whole, each page
// once.
func TestLoadManyPages(t *testing.T) {
	files := fstest.MapFS{}
	const many = 300
	for i := range many {
		id := fmt.Sprintf("body-%03d", i)
		for lang, front := range map[string]string{
			"zh": "id: " + id + "\ntitle: 单位" + id + "\nkind: department\n",
			"en": "title: Body " + id + "\ntranslation: { from: zh, state: draft }\n",
		} {
			files["departments/"+id+"."+lang+".md"] = &fstest.MapFile{Data: []byte("---\n" + front + "---\n")}
		}
	}
	tree, findings, err := Load(t.Context(), files)
	if err != nil || diag.HasErrors(findings) {
		t.Fatal(err, findings)
	}
	if len(tree.Departments) != many {
		t.Fatalf("%d departments, want %d", len(tree.Departments), many)
	}
	for i, d := range tree.Departments {
		if want := fmt.Sprintf("Body body-%03d", i); d.En.Title != want {
			t.Errorf("%s is called %q, want %q", d.ID, d.En.Title, want)
		}
	}
}
