package content

import (
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/plan"
)

// A file or folder that a person renamed is known by the id in it.
func TestRenamedByPerson(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	before, _ := p.load()
	dir := "yunnan-2022-ten/02-tax-and-fee-reduction/"
	p.rename(dir+"1-finance", dir+"1-treasury")
	renamed := dir + "1-treasury/m01-vat-credit-refunds"
	p.rename(dir+"1-treasury/m01.zh.md", renamed+".zh.md")
	p.rename(dir+"1-treasury/m01.en.md", renamed+".en.md")
	in := later(func(d *plan.Document) {
		retitle("从快退税")(d)
		m := d.Plans[0].Measures[0]
		m.ID, m.Slug = strings.Replace(m.ID, "m01", "m03", 1), "m03"
		d.Plans[0].Measures = append(d.Plans[0].Measures, m)
	})
	changes, findings := p.imports(in)
	if len(findings) > 0 || !slices.Equal(changes.Updated, []string{"content/" + renamed + ".zh.md"}) ||
		!slices.Equal(changes.Created, []string{"content/" + dir + "1-treasury/m03.en.md", "content/" + dir + "1-treasury/m03.zh.md"}) {
		t.Errorf("changes %+v, findings %v", changes, findings)
	}
	after, loaded := p.load()
	if len(loaded) > 0 {
		t.Errorf("load: %q", loaded)
	}
	was, is := before.Documents[0].Actions[0].Plans[0], after.Documents[0].Actions[0].Plans[0]
	if was.Slug != is.Slug || was.Measures[0].Slug != is.Measures[0].Slug || was.Measures[0].ID != is.Measures[0].ID {
		t.Errorf("addresses moved: %s/%s to %s/%s", was.Slug, was.Measures[0].Slug, is.Slug, is.Measures[0].Slug)
	}
	again, findings := p.imports(in)
	if !again.Empty() || len(findings) > 0 {
		t.Errorf("import again: %+v, %v", again, findings)
	}
}

func TestRenamedDocumentFolder(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	p.rename("yunnan-2022-ten", "ten-actions")
	changes, findings := p.imports(later(retitle("从快退税")))
	if len(findings) > 0 || len(changes.Updated) != 1 || len(changes.Created) > 0 || p.has("yunnan-2022-ten") {
		t.Errorf("changes %+v, findings %v", changes, findings)
	}
}

// A new id in the document is a new page: an unedited one moves, an edited one
// waits for a person.
func TestRenamedUpstream(t *testing.T) {
	move := func(d *plan.Document) {
		pl := &d.Plans[0]
		pl.Slug, pl.ID = "treasury", strings.Replace(pl.ID, "finance", "treasury", 1)
		for i := range pl.Measures {
			m := &pl.Measures[i]
			m.ID, m.Parent = strings.Replace(m.ID, "finance", "treasury", 1), strings.Replace(m.Parent, "finance", "treasury", 1)
		}
	}
	p := newProject(t)
	p.imports(sampleImport())
	changes, findings := p.imports(later(move))
	if len(findings) > 0 || len(changes.Created) != 8 || len(changes.Removed) != 8 || p.has(strings.TrimSuffix(samplePlan, "/")) {
		t.Errorf("changes %+v, findings %v", changes, findings)
	}
	p = newProject(t)
	p.imports(sampleImport())
	p.edit(m01zh, "退还50亿元", "退还五十亿元")
	_, findings = p.imports(later(move))
	if codes(findings) != "C402" || !strings.Contains(p.read(m01zh), "五十亿元") ||
		!p.has(strings.Replace(m01zh, "finance", "treasury", 1)) {
		t.Errorf("findings %v", findings)
	}
}

// Names of files come from structure and number, and stay.
func TestNewNumberKeepsFiles(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	changes, findings := p.imports(later(func(d *plan.Document) {
		d.Title.En, d.Plans[0].Title.Zh = "Eleven actions", "新标题"
		d.Plans[0].Action.Number, d.Plans[0].Part = 3, 2
	}))
	if len(findings) > 0 || len(changes.Created)+len(changes.Removed) > 0 || len(changes.Updated) != 3 {
		t.Errorf("changes %+v, findings %v; want three files updated in place", changes, findings)
	}
}

// A person deleted one page and gave its name to another.
func TestNameOfDeletedPage(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	p.rename(m01zh, m02zh)
	p.rename(m01en, samplePlan+"m02.en.md")
	for range 2 {
		changes, findings := p.imports(sampleImport())
		if codes(findings) != "C403" || !changes.Empty() || !strings.Contains(p.read(m02zh), "加快退税") {
			t.Errorf("changes %+v, findings %v", changes, findings)
		}
	}
}

// A person took the name of a page for another one.
func TestTakenName(t *testing.T) {
	p := newProject(t)
	in := later(without)
	p.imports(in)
	own := strings.Replace(p.read(m02zh), "finance/m02", "finance/own", 1)
	p.write(m01zh, own)
	p.write(m01en, p.read(samplePlan+"m02.en.md"))
	changes, findings := p.imports(sampleImport())
	if len(findings) > 0 || p.read(m01zh) != own || !slices.Contains(changes.Created, "content/"+samplePlan+"m01-2.zh.md") {
		t.Errorf("changes %+v, findings %v", changes, findings)
	}
	if _, findings := p.load(); len(findings) > 0 {
		t.Errorf("load: %q", findings)
	}
}
