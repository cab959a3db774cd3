package content

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
)

// conflicted is a project with a conflict about the title of m01, and one of
// the person's edits that does not collide.
func conflicted(t *testing.T) *project {
	t.Helper()
	p := newProject(t)
	p.imports(sampleImport())
	p.edit(m01zh, "加快退税：留抵", "尽快退税")
	p.edit(m01zh, "退还50亿元", "退还五十亿元")
	mine := p.read(m01zh)
	changes, findings := p.imports(later(retitle("从快退税")))
	want := "content/" + m01zh + ":3: error: this file was edited where import changed it too; import's version is in m01.zh.md.new [C401]"
	if got := lines(findings); !slices.Equal(got, []string{want}) {
		t.Fatalf("findings %q, want %q", got, want)
	}
	if !changes.Empty() || !slices.Equal(changes.Conflicts, []string{"content/" + m01zh}) || p.read(m01zh) != mine {
		t.Fatalf("changes %+v, file:\n%s", changes, p.read(m01zh))
	}
	if got := strings.Replace(mine, "尽快退税", "从快退税", 1); p.read(m01zh+".new") != got {
		t.Fatalf("offered:\n%s\nwant:\n%s", p.read(m01zh+".new"), got)
	}
	return p
}

func TestConflictStays(t *testing.T) {
	p := conflicted(t)
	files, times := p.files(), p.stat()
	for _, title := range []string{"从快退税", "第三个标题"} {
		_, findings := p.imports(later(retitle(title)))
		if codes(findings) != "C401" {
			t.Errorf("import again: findings %v, want the conflict", findings)
		}
		if _, loaded := p.load(); !slices.Equal(loaded, lines(findings)) {
			t.Errorf("load finds %q, import %q", loaded, lines(findings))
		}
		if diff := cmp.Diff(files, p.files()); diff != "" {
			t.Errorf("files changed:\n%s", diff)
		}
	}
	if diff := cmp.Diff(times, p.stat()); diff != "" {
		t.Errorf("files were written:\n%s", diff)
	}
}

func TestConflictResolved(t *testing.T) {
	for name, resolve := range map[string]func(*project) string{
		"mine":   func(p *project) string { p.remove(m01zh + ".new"); return "尽快退税" },
		"theirs": func(p *project) string { p.rename(m01zh+".new", m01zh); return "从快退税" },
		"neither": func(p *project) string {
			p.remove(m01zh + ".new")
			p.edit(m01zh, "尽快", "提前")
			return "提前退税"
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := conflicted(t)
			title := resolve(p)
			mine := p.read(m01zh)
			_, findings := p.imports(later(retitle("从快退税")))
			if len(findings) > 0 || p.read(m01zh) != mine || p.has(m01zh+".new") {
				t.Fatalf("findings %v, file:\n%s", findings, p.read(m01zh))
			}
			if _, findings := p.load(); len(findings) > 0 {
				t.Errorf("load: %q", findings)
			}
			// what changes later elsewhere is merged into the decision
			_, findings = p.imports(later(func(d *plan.Document) {
				retitle("从快退税")(d)
				d.Plans[0].Measures[0].Deadlines = nil
			}))
			got := p.read(m01zh)
			if len(findings) > 0 || strings.Contains(got, "deadlines") || !strings.Contains(got, "title: "+title+"\n") || !strings.Contains(got, "五十亿元") {
				t.Errorf("findings %v, file:\n%s", findings, got)
			}
		})
	}
}

// A measure that the document no longer has.
func without(d *plan.Document) {
	d.Plans[0].Measures = d.Plans[0].Measures[1:]
}

func TestImportAsksAboutEditedRemoval(t *testing.T) {
	removed := func(t *testing.T) *project {
		p := newProject(t)
		p.imports(sampleImport())
		p.edit(m01zh, "退还50亿元", "退还五十亿元")
		for range 2 { // the question stays until it is answered
			_, findings := p.imports(later(without))
			_, loaded := p.load()
			if codes(findings) != "C402" || !slices.Equal(loaded, lines(findings)) || !p.has(m01zh) || !p.has(m01en) {
				t.Fatalf("findings %v, load %q, files %v", findings, loaded, slices.Sorted(maps.Keys(p.files())))
			}
		}
		return p
	}
	t.Run("kept", func(t *testing.T) {
		p := removed(t)
		p.remove(m01zh + ".new")
		want := p.read(m01zh)
		for range 2 {
			changes, findings := p.imports(later(without))
			if len(findings) > 0 || !changes.Empty() || p.read(m01zh) != want {
				t.Errorf("changes %+v, findings %v", changes, findings)
			}
		}
		if _, findings := p.load(); len(findings) > 0 {
			t.Errorf("load: %q", findings)
		}
	})
	t.Run("kept and back", func(t *testing.T) {
		p := removed(t)
		p.remove(m01zh + ".new")
		want := p.read(m01zh)
		if _, findings := p.imports(sampleImport()); codes(findings) != "C401" || p.read(m01zh) != want {
			t.Errorf("findings %v", findings)
		}
	})
	t.Run("let go", func(t *testing.T) {
		p := removed(t)
		p.remove(m01zh, m01en, m01zh+".new")
		changes, findings := p.imports(later(without))
		if len(findings) > 0 || !changes.Empty() || p.has(m01zh) {
			t.Errorf("changes %+v, findings %v", changes, findings)
		}
	})
}

// Without the base nothing is overwritten: what differs is a question.
func TestBaseLost(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	p.edit(m01zh, "退还50亿元", "退还五十亿元")
	mine := p.read(m01zh)
	p.remove("yunnan-2022-ten/" + baseFile)
	_, findings := p.imports(sampleImport())
	if codes(findings) != "C401" || p.read(m01zh) != mine || !strings.Contains(p.read(m01zh+".new"), "50亿元") {
		t.Errorf("findings %v", findings)
	}
	p.remove(m01zh + ".new")
	if _, findings := p.imports(sampleImport()); len(findings) > 0 || p.read(m01zh) != mine {
		t.Errorf("decided, but findings %v", findings)
	}
}

// Everything a person may have is unreadable as UTF-8 or YAML: it is theirs.
func TestImportKeepsBrokenFiles(t *testing.T) {
	for _, broken := range []string{"---\nid: [\n---\n", "\xff\xfe", "---\nid: yunnan-2022/tax-and-fee-reduction/finance/m01\n\xff\n---\n"} {
		p := newProject(t)
		p.imports(sampleImport())
		p.write(m01zh, broken)
		p.imports(sampleImport())
		_, findings := p.imports(later(retitle("从快退税")))
		if p.read(m01zh) != broken || codes(findings) != "C401" {
			t.Errorf("%q became %q, findings %v", broken, p.read(m01zh), findings)
		}
	}
}
