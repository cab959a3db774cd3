package content

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/parse"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/source"
)

const (
	root = "../../../../"
	seed = "yunnan-2022-ten-special-actions"
)

// readSeed reads the project's own document.
func readSeed(t *testing.T) Import {
	t.Helper()
	seeds := os.DirFS(root + "seeds")
	registry, _, err := glossary.LoadRegistry(seeds, "organizations.yaml")
	if err != nil {
		t.Fatal(err)
	}
	names, err := glossary.LoadNames(seeds, seed+".yaml")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(root + "seeds/" + seed + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	text, _, err := source.Read(seed+".txt", data)
	if err != nil {
		t.Fatal(err)
	}
	doc, _ := parse.Parse(parse.Input{File: text.File, SHA256: text.SHA256, Lines: text.Lines, Registry: registry, Names: names})
	in := Import{Document: doc, Lines: text.Lines}
	for _, o := range registry.Organizations() {
		d := Department{ID: o.ID, Kind: o.Kind, Short: o.Short, Aliases: o.Aliases}
		d.Zh.Title, d.En.Title = o.Zh, o.En
		in.Departments = append(in.Departments, d)
	}
	return in
}

// The real document comes back whole from its files: every fact, every
// paragraph, every line, and nothing to complain about.
func TestSeed(t *testing.T) {
	p := newProject(t)
	in := readSeed(t)
	p.imports(in)
	tree, findings := p.load()
	if len(findings) > 0 {
		t.Errorf("findings: %q", findings)
	}
	doc := tree.Documents[0]
	sameDocument(t, in.Document, doc)
	if diff := cmp.Diff(in.Lines, doc.Lines); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	changes, findings2 := p.imports(in)
	if !changes.Empty() || len(findings2) > 0 {
		t.Errorf("import again: %+v, %v", changes, findings2)
	}
	sameText(t, in.Document.Plans, doc)
}

// sameText compares all running text, character by character.
func sameText(t *testing.T, want []plan.Plan, got *Document) {
	t.Helper()
	var wantText, gotText strings.Builder
	for i := range want {
		all := ownParagraphs(&want[i])
		for _, m := range want[i].Measures {
			all = append(all, m.Paragraphs...)
		}
		for _, lang := range langs {
			for _, p := range all {
				if p.Lang == lang {
					wantText.WriteString(escape(shownOf(p)) + "\n")
				}
			}
		}
	}
	for _, a := range got.Actions {
		for _, p := range a.Plans {
			for _, lang := range langs {
				pairs := []*Pair{&p.Pair}
				for _, m := range p.Measures {
					pairs = append(pairs, &m.Pair)
				}
				for _, pair := range pairs {
					for _, b := range pair.In(lang).Blocks() {
						if b.Level == 0 {
							gotText.WriteString(b.Text + "\n")
						}
					}
				}
			}
		}
	}
	if diff := cmp.Diff(strings.Split(wantText.String(), "\n"), strings.Split(gotText.String(), "\n")); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

// The configurations that the project and a new project have read without an
// error; the project's own is complete.
func TestOwnConfigurations(t *testing.T) {
	for name, complete := range map[string]bool{
		root + "content/site.yaml":                      true,
		root + "cmd/mingbai/skeleton/content/site.yaml": false,
	} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, findings := mustLoad(t, fstest.MapFS{"site.yaml": {Data: data}})
		for _, f := range findings {
			if complete || f.Code != "C502" {
				t.Errorf("%s: %v", name, f)
			}
		}
	}
}

// What site.yaml leaves out has the value of the defaults.
func TestConfigDefaults(t *testing.T) {
	tree, _ := mustLoad(t, fstest.MapFS{"site.yaml": {Data: []byte("soonDays: 7\nlanguages: [en, zh, en]\n")}})
	want := DefaultConfig()
	want.SoonDays = 7
	if diff := cmp.Diff(want, tree.Config); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
