package parse

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

var update = flag.Bool("update", false, "write the wanted models anew")

// TestGolden reads every document in testdata/*.txtar and compares the model
// and the findings, in a short form, with the archive's file "want".
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in, want := goldenInput(t, ar)
			doc, findings := Parse(in)
			got := brief(doc, findings)
			if doc.SourceText() != strings.Join(in.Lines, "\n") {
				t.Error("the segments do not give back the document")
			}
			if *update {
				*want = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(*want), got); d != "" {
				t.Error(d)
			}
		})
	}
}

// goldenInput makes the input from an archive: "doc.txt", and if they are there
// "organizations.yaml" and "names.yaml".
func goldenInput(t *testing.T, ar *txtar.Archive) (in Input, want *[]byte) {
	t.Helper()
	files := fstest.MapFS{}
	for i, f := range ar.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
		if f.Name == "want" {
			want = &ar.Files[i].Data
		}
	}
	if want == nil {
		t.Fatal("the archive has no file \"want\"")
	}
	data, err := fs.ReadFile(files, "doc.txt")
	if err != nil {
		t.Fatal(err)
	}
	in = Input{File: "doc.txt", Lines: strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")}
	if in.Registry, _, err = glossary.LoadRegistry(files, "organizations.yaml"); err != nil {
		t.Fatal(err)
	}
	if in.Names, err = glossary.LoadNames(files, "names.yaml"); err != nil {
		t.Fatal(err)
	}
	return in, want
}

// brief prints what a person compares: one line a thing.
func brief(d *plan.Document, findings []diag.Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "document %q number=%q issuer=%s date=%s covering=%d\n", d.Title.Zh+d.Title.En, d.Number, d.Issuer, d.Date, len(d.Covering))
	for _, p := range d.Plans {
		fmt.Fprintf(&b, "plan %s line %d %q author=%s part=%d\n", p.ID, p.Line, p.Title.Zh+p.Title.En, p.Author, p.Part)
		for _, s := range p.Sections {
			fmt.Fprintf(&b, "  section %s %q %q paragraphs=%d\n", s.ID, s.Number, s.Title.Zh+s.Title.En, len(s.Paragraphs))
		}
		for _, m := range p.Measures {
			fmt.Fprintf(&b, "  %s line %d [%s] %q section=%s parent=%s heading=%v\n", m.Slug, m.Line, m.NumberShown, m.Name.Shown, m.Section, strings.TrimPrefix(m.Parent, p.ID+"/"), m.Heading)
			for _, r := range m.Responsibilities {
				fmt.Fprintf(&b, "    %s %s clause=%d open=%v\n", r.Role, r.Org, r.Clause, r.Open)
			}
			for _, l := range m.Deadlines {
				fmt.Fprintf(&b, "    %s %s..%s %q inferred=%v bare=%v\n", l.Kind, l.Start, l.End, l.Text, l.Inferred, l.Bare)
			}
			for _, a := range m.Amounts {
				fmt.Fprintf(&b, "    amount %s = %v %s %s\n", a.Text, a.Value, a.Unit, a.Qualifier)
			}
			for _, para := range m.Paragraphs {
				if len(para.Restored) > 0 {
					fmt.Fprintf(&b, "    shown %q\n", para.Shown)
				}
			}
		}
	}
	for _, f := range findings {
		fmt.Fprintln(&b, f)
	}
	return b.String()
}

// FuzzParse proves that no text makes the reader panic or lose a character.
func FuzzParse(f *testing.F) {
	f.Add("关于印发某方案的通知\n各县区人民政府:\n现印发。\n市政府\n2023年1月2日\n某方案\n一、工作目标\n(一)做好。到2025年。(市财政局牵头)")
	f.Add("一、(\n（一）\n1.\n①（责任单位：")
	f.Add("First, the goal\n(1) Do it. (Led by the Office, with the Bureau cooperating)")
	f.Add("2023年2月30日前完成,每月5日前,0403年底前,50%以上,百分之五十")
	for _, text := range documents(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lines := strings.Split(text, "\n")
		doc, _ := Parse(Input{File: "f.txt", Lines: lines})
		if got := doc.SourceText(); got != text {
			t.Fatalf("the segments give %q, the document is %q", got, text)
		}
		plan.NewReport(doc, nil)
	})
}
