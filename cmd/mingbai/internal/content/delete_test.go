package content

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
)

func TestImportRemoves(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	changes, findings := p.imports(later(without))
	if want := []string{"content/" + m01en, "content/" + m01zh}; len(findings) > 0 || !slices.Equal(changes.Removed, want) {
		t.Errorf("changes %+v, findings %v; want %s removed", changes, findings, want)
	}
	if p.has(m01zh) || p.has(m01en) {
		t.Error("the files are still there")
	}
}

func TestImportRemovesEmptyFolders(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	p.imports(later(func(d *plan.Document) { d.Plans = nil }))
	if p.has("yunnan-2022-ten/02-tax-and-fee-reduction") || !p.has("yunnan-2022-ten/_index.zh.md") {
		t.Errorf("left: %v", slices.Sorted(maps.Keys(p.files())))
	}
}

func TestDeletedPageStaysDeleted(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	p.remove(m01zh, m01en)
	for _, in := range []Import{sampleImport(), later(retitle("从快退税")), later(retitle("从快退税"))} {
		changes, findings := p.imports(in)
		if codes(findings) != "C403" || !changes.Empty() || p.has(m01zh) {
			t.Errorf("changes %+v, findings %v", changes, findings)
		}
	}
	p.write(m01zh, "\n")
	changes, findings := p.imports(later(retitle("从快退税")))
	if want := []string{"content/" + m01en, "content/" + m01zh}; len(findings) > 0 || !slices.Equal(changes.Created, want) {
		t.Errorf("changes %+v, findings %v; want %s created", changes, findings, want)
	}
	if !strings.Contains(p.read(m01zh), "从快退税") {
		t.Errorf("not as the document has it now:\n%s", p.read(m01zh))
	}
}

func TestLoneTwinIsWrittenAgain(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	want := p.files()
	for _, name := range []string{m01zh, m01en, "departments/prov-tax.zh.md"} {
		p.remove(name)
		changes, findings := p.imports(sampleImport())
		if codes(findings) != "C404" || !slices.Equal(changes.Created, []string{"content/" + name}) {
			t.Errorf("%s: changes %+v, findings %v", name, changes, findings)
		}
	}
	if diff := cmp.Diff(want, p.files()); diff != "" {
		t.Errorf("not as it was:\n%s", diff)
	}
}

// A person's own page in a folder needs its _index as much as any other.
func TestOwnPageKeepsIndex(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	own := strings.ReplaceAll(p.read(m02zh), "finance/m02", "finance/own")
	if err := os.RemoveAll(p.path(samplePlan)); err != nil {
		t.Fatal(err)
	}
	p.write(samplePlan+"own.zh.md", own)
	p.write(samplePlan+"own.en.md", "---\ntranslation: { from: zh, state: missing }\n---\n")
	_, findings := p.imports(sampleImport())
	if !p.has(samplePlan+"_index.zh.md") || p.has(m01zh) {
		t.Errorf("findings %v, files %v", findings, slices.Sorted(maps.Keys(p.files())))
	}
	if _, findings := p.load(); len(findings) > 0 {
		t.Errorf("load: %q", findings)
	}
}

func TestDeletedFolder(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	p.remove(samplePlan+"_index.zh.md", samplePlan+"_index.en.md")
	_, findings := p.imports(sampleImport())
	if codes(findings) != "C404 C404" || !p.has(samplePlan+"_index.zh.md") {
		t.Errorf("an _index alone: findings %v; want it written again", findings)
	}
	if err := os.RemoveAll(p.path("yunnan-2022-ten/02-tax-and-fee-reduction")); err != nil {
		t.Fatal(err)
	}
	changes, findings := p.imports(sampleImport())
	if strings.Trim(codes(findings), " C403") != "" || len(findings) == 0 || !changes.Empty() {
		t.Errorf("a whole folder: changes %+v, findings %v; want it left out", changes, findings)
	}
	if err := os.RemoveAll(p.path("yunnan-2022-ten")); err != nil {
		t.Fatal(err)
	}
	if _, findings := p.imports(sampleImport()); len(findings) > 0 || !p.has(m01zh) {
		t.Errorf("a whole document: findings %v; want it imported as new", findings)
	}
}

func TestRecordIsNotMerged(t *testing.T) {
	const name = "yunnan-2022-ten/source.txt"
	p := newProject(t)
	p.imports(sampleImport())
	edited := "改写\n" + p.read(name)
	p.write(name, edited)
	for range 2 {
		_, findings := p.imports(sampleImport())
		if codes(findings) != "C316" || p.read(name) != edited {
			t.Errorf("findings %v, file:\n%s", findings, p.read(name))
		}
	}
	if _, findings := p.load(); len(findings) != 1 || !strings.Contains(findings[0], "C316") {
		t.Errorf("load: %q", findings)
	}
	p.remove(name)
	in := sampleImport()
	if _, findings := p.imports(in); len(findings) > 0 || p.read(name) != strings.Join(in.Lines, "\n")+"\n" {
		t.Errorf("findings %v, file:\n%s", findings, p.read(name))
	}
	in.Lines = append(in.Lines, "新增一行")
	if changes, findings := p.imports(in); len(findings) > 0 || !slices.Contains(changes.Updated, "content/"+name) {
		t.Errorf("a new version: changes %+v, findings %v", changes, findings)
	}
}

// Lines come back exactly, whatever they are.
func TestRecordIsExact(t *testing.T) {
	for _, want := range [][]string{{"a"}, {"a", ""}, {"", "", "a", "", ""}, {"　　缩进 ", "\ttab", "-- a --"}, nil} {
		p := newProject(t)
		in := sampleImport()
		in.Lines = want
		p.imports(in)
		tree, findings := p.load()
		if diff := cmp.Diff(want, tree.Documents[0].Lines); diff != "" || len(findings) > 0 {
			t.Errorf("findings %q (-want +got):\n%s", findings, diff)
		}
	}
}
