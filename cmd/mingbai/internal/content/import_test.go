package content

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
)

// Files of the sample document.
const (
	m01zh  = samplePlan + "m01.zh.md"
	m01en  = samplePlan + "m01.en.md"
	m02zh  = samplePlan + "m02.zh.md"
	m021en = samplePlan + "m02-1.en.md"
)

// later is the sample import after a change of its document.
func later(change func(*plan.Document)) Import {
	in := sampleImport()
	change(in.Document)
	return in
}

// retitle changes a title, as a better reader of the same document would.
func retitle(title string) func(*plan.Document) {
	return func(d *plan.Document) { d.Plans[0].Measures[0].Name.Shown = title }
}

// stat gives when every file was last written.
func (p *project) stat() map[string]time.Time {
	p.t.Helper()
	out := map[string]time.Time{}
	for name := range p.files() {
		info, err := os.Stat(p.path(name))
		if err != nil {
			p.t.Fatal(err)
		}
		out[name] = info.ModTime()
	}
	return out
}

func TestImportTwice(t *testing.T) {
	p := newProject(t)
	first, _ := p.imports(sampleImport())
	files, times := p.files(), p.stat()
	second, findings := p.imports(sampleImport())
	if diff := cmp.Diff(files, p.files()); diff != "" {
		t.Errorf("bytes changed:\n%s", diff)
	}
	if diff := cmp.Diff(times, p.stat()); diff != "" {
		t.Errorf("files were written again:\n%s", diff)
	}
	if !second.Empty() || second.Unchanged != len(first.Created) || len(findings) > 0 {
		t.Errorf("changes %+v, findings %v; want %d files unchanged", second, findings, len(first.Created))
	}
}

func TestImportReplacesUnedited(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	changes, findings := p.imports(later(retitle("从快退税")))
	if want := []string{"content/" + m01zh}; !slices.Equal(changes.Updated, want) || len(changes.Merged) > 0 {
		t.Errorf("changes %+v, want %s updated", changes, want)
	}
	if len(findings) > 0 || !strings.Contains(p.read(m01zh), "title: 从快退税\n") {
		t.Errorf("findings %v, file:\n%s", findings, p.read(m01zh))
	}
}

func TestImportKeepsEdits(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	p.edit(m01zh, "退还50亿元", "退还五十亿元")
	want := p.read(m01zh)
	for range 2 {
		changes, findings := p.imports(sampleImport())
		if p.read(m01zh) != want || len(findings) > 0 || !slices.Equal(changes.Kept, []string{"content/" + m01zh}) {
			t.Errorf("changes %+v, findings %v, file:\n%s", changes, findings, p.read(m01zh))
		}
	}
}

func TestImportMerges(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	p.edit(m01zh, "  - { id: self-employed, words: [个体工商户] }\n", "  - { id: sme }\n")
	p.edit(m01zh, "退还50亿元", "退还五十亿元")
	changes, findings := p.imports(later(func(d *plan.Document) {
		d.Plans[0].Measures[0].Name.Shown = "从快退税"
		d.Plans[0].Measures[0].Amounts[0].Value = 50e8 + 1
	}))
	got := p.read(m01zh)
	for _, want := range []string{"title: 从快退税\n", "words: [小微企业, 小型微利企业] }\n  - { id: sme }\nbenefits:\n", "value: 5000000001,", "退还五十亿元"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in the merged file:\n%s", want, got)
		}
	}
	if want := []string{"content/" + m01zh}; len(findings) > 0 || !slices.Equal(changes.Merged, want) || !slices.Equal(changes.Updated, want) {
		t.Errorf("changes %+v, findings %v; want one merged", changes, findings)
	}
	if _, findings := p.load(); len(findings) > 0 {
		t.Errorf("the merged project has findings: %q", findings)
	}
	again, _ := p.imports(later(func(d *plan.Document) {
		d.Plans[0].Measures[0].Name.Shown = "从快退税"
		d.Plans[0].Measures[0].Amounts[0].Value = 50e8 + 1
	}))
	if !again.Empty() || p.read(m01zh) != got {
		t.Errorf("a second import changed the merged file: %+v", again)
	}
}

// What editors fill in beside the document stays, whatever import brings next
// to it, for import has nothing to say there.
func TestImportKeepsWhatEditorsFilledIn(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	const guide = "guide:\n  conditions: { zh: 小微企业 }\n  phone: \"12366\"\n  way: instant\n"
	const index = "yunnan-2022-ten/_index.zh.md"
	p.edit(m01zh, "source:", guide+"source:")
	p.edit(index, "source:", "status: repealed\nsource:")
	_, findings := p.imports(later(func(d *plan.Document) {
		d.Source.SHA256 = "ff00"
		d.Plans[0].Measures[0].Amounts[0].Value = 50e8 + 1
		d.Plans[0].Measures[0].Deadlines = nil
		d.Plans[0].Measures[0].Line++
	}))
	if got := p.read(m01zh); len(findings) > 0 || !strings.Contains(got, guide) || !strings.Contains(got, "5000000001") {
		t.Errorf("findings %v, file:\n%s", findings, got)
	}
	if got := p.read(index); !strings.Contains(got, "status: repealed\n") || !strings.Contains(got, "ff00") {
		t.Errorf("file:\n%s", got)
	}
	tree, told := p.load()
	m, d := tree.Documents[0].Actions[0].Plans[0].Measures[0], tree.Documents[0]
	want := Guide{Conditions: plan.Text{Zh: "小微企业"}, Phone: "12366", Way: Instant}
	if len(told) > 0 || m.Guide != want || d.Status != Repealed {
		t.Errorf("findings %v, guide %+v, status %q", told, m.Guide, d.Status)
	}
}

// A person's correction that a better reader makes as well is no conflict.
func TestImportSameChange(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	p.edit(m01zh, "加快退税：留抵", "从快退税")
	changes, findings := p.imports(later(retitle("从快退税")))
	if len(findings) > 0 || !changes.Empty() {
		t.Errorf("changes %+v, findings %v", changes, findings)
	}
	changes, findings = p.imports(later(retitle("再次改名")))
	if len(findings) > 0 || !slices.Equal(changes.Updated, []string{"content/" + m01zh}) {
		t.Errorf("the file still counts as edited: %+v, %v", changes, findings)
	}
}

// Lines that fit together and say nothing together are a conflict too.
func TestImportMergeMustBeReadable(t *testing.T) {
	p := newProject(t)
	in := later(func(d *plan.Document) { d.Plans[0].Measures[0].Amounts = nil })
	p.imports(in)
	p.edit(m01zh, "weight: 1\n", "weight: 1\namounts: []\n")
	want := p.read(m01zh)
	_, findings := p.imports(sampleImport()) // which writes amounts below the deadlines
	if codes(findings) != "C401" || p.read(m01zh) != want {
		t.Errorf("findings %v, file:\n%s", findings, p.read(m01zh))
	}
}

// Notepad's line ends and byte order mark are no edit, and stay where there is one.
func TestWindowsLineEnds(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	for _, name := range []string{m01zh, m02zh} {
		p.write(name, "\uFEFF"+strings.ReplaceAll(p.read(name), "\n", "\r\n"))
	}
	p.edit(m02zh, "分步实施", "分步推进")
	changes, findings := p.imports(later(func(d *plan.Document) {
		retitle("从快退税")(d)
		d.Plans[0].Measures[1].Line = 99
	}))
	if len(findings) > 0 || !slices.Equal(changes.Merged, []string{"content/" + m02zh}) || len(changes.Updated) != 2 {
		t.Errorf("changes %+v, findings %v", changes, findings)
	}
	for name, want := range map[string]string{m01zh: "title: 从快退税\r\n", m02zh: "title: 分步推进\r\n"} {
		if got := p.read(name); !strings.Contains(got, want) || strings.Count(got, "\n") != strings.Count(got, "\r\n") {
			t.Errorf("%s: %q", name, got)
		}
	}
	if !strings.Contains(p.read(m02zh), "line: 99") {
		t.Errorf("not merged: %q", p.read(m02zh))
	}
}

// What an editor adds to a department outlives changes of the registry.
func TestDepartments(t *testing.T) {
	const name = "departments/prov-finance.zh.md"
	p := newProject(t)
	p.imports(sampleImport())
	p.edit(name, "aliases:\n", "contacts:\n  - { name: { zh: 办公室 }, phone: 0871-00000000 }\naliases:\n")
	in := sampleImport()
	in.Departments[1].Aliases = append(in.Departments[1].Aliases, "省财政")
	in.Departments = in.Departments[:2]
	in.Document.Plans[0].Measures[0].Responsibilities = nil
	changes, findings := p.imports(in)
	got := p.read(name)
	if len(findings) > 0 || !strings.Contains(got, "0871-00000000") || !strings.Contains(got, "  - 省财政\n") {
		t.Errorf("changes %+v, findings %v, file:\n%s", changes, findings, got)
	}
	if p.has("departments/prov-tax.zh.md") {
		t.Error("a department that no document names is still there")
	}
	in.Departments = nil
	if changes, _ := p.imports(in); !changes.Empty() || !p.has(name) {
		t.Errorf("an import without departments touched them: %+v", changes)
	}
	tree, _ := p.load()
	for _, d := range tree.Departments {
		if d.ID == "prov-finance" && (len(d.Contacts) != 1 || d.Contacts[0].Phone != "0871-00000000") {
			t.Errorf("contacts %+v", d.Contacts)
		}
	}
}

// An import that was killed before it noted what it wrote is finished by the
// next one, without a conflict.
func TestInterruptedImport(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	p.edit(m01zh, "退还50亿元", "退还五十亿元")
	old := p.read("yunnan-2022-ten/" + baseFile)
	in := later(func(d *plan.Document) { retitle("从快退税")(d); d.Plans[0].Measures = d.Plans[0].Measures[:1] })
	p.imports(in)
	done := p.files()
	p.write("yunnan-2022-ten/"+baseFile, old)
	p.write(samplePlan+".m01.zh.md.tmp", "half a fi")
	_, findings := p.imports(in)
	p.remove(samplePlan + ".m01.zh.md.tmp")
	if diff := cmp.Diff(done, p.files()); diff != "" || len(findings) > 0 {
		t.Errorf("findings %v, files (-want +got):\n%s", findings, diff)
	}
}

func TestBaseRoundTrip(t *testing.T) {
	b := newBase()
	b.record = "00ff"
	b.pages["d"] = &basePage{texts: [2][]byte{[]byte("a\n"), []byte("b\n")}}
	b.pages["d/a"] = &basePage{texts: [2][]byte{[]byte("a\n"), nil}, offers: [2][]byte{{}, []byte("c\n")}}
	got := parseBase(b.format())
	if diff := cmp.Diff(b, got, cmp.AllowUnexported(base{}, basePage{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if b := parseBase([]byte("-- no page --\nx\n-- a.zh.md")); len(b.pages) > 0 {
		t.Errorf("damaged base gives %v", b.pages)
	}
}
