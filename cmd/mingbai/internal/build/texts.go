package build

import (
	"context"
	"encoding/binary"
	"path"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/check"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
)

// readTerms reads the terms that translators agreed on, and the findings that
// they explained.
func (w *work) readTerms() error {
	terms, findings, err := glossary.LoadTerms(w.p.fsys, path.Join(seedsDir, termsFile))
	w.findings = append(w.findings, findings...)
	if err != nil {
		return err
	}
	w.terms = terms
	w.silenced, findings, err = glossary.LoadSuppressions(w.p.fsys, translationsDir+"/suppressions.yaml")
	w.findings = append(w.findings, findings...)
	return err
}

// checkTexts holds all documents against the rules that need no page, and
// compares the texts of both languages. A document that has not changed is not
// looked at again.
func (w *work) checkTexts(ctx context.Context) error {
	if err := w.make(ctx, w.documentChecks()); err != nil {
		return err
	}
	begin := len(w.factory.units)
	if _, err := w.do(ctx, w.comparisons()); err != nil {
		return err
	}
	w.findings = append(w.findings, check.Suppress(textFindings(w.factory.units[begin:]), w.silenced)...)
	return nil
}

// textFindings are what comparisons among some units found.
func textFindings(units []cache.Unit) []check.TextFinding {
	var all []check.TextFinding
	for _, u := range units {
		for i, text := range u.About {
			all = append(all, check.TextFinding{Text: text, Finding: u.Findings[i]})
		}
	}
	return all
}

func (w *work) departments() []*content.Department {
	var all []*content.Department
	for _, d := range w.site.Departments {
		all = append(all, d.Department)
	}
	return all
}

// documentChecks are the rules over one document each.
func (w *work) documentChecks() []unit {
	var units []unit
	for _, doc := range w.site.Documents {
		units = append(units, unit{name: "rules " + doc.ID, of: func() cache.Sum { return w.table.Document(doc) }, make: func(context.Context) (made, error) {
			return made{findings: check.Document(doc.Document)}, nil
		}})
	}
	return units
}

// comparisons are the texts of one document each, in both languages.
func (w *work) comparisons() []unit {
	c := check.NewComparer(w.departments(), w.terms)
	var units []unit
	for _, doc := range w.site.Documents {
		of := func() cache.Sum {
			sum := w.table.Document(doc)
			return cache.SumOf(binary.LittleEndian.AppendUint64(sum[:], c.Key()))
		}
		units = append(units, unit{name: "texts " + doc.ID, of: of, make: func(ctx context.Context) (made, error) {
			found, err := c.Document(ctx, doc.Document)
			m := made{findings: make([]diag.Finding, len(found)), about: make([]string, len(found))}
			for i, f := range found {
				m.findings[i], m.about[i] = f.Finding, f.Text
			}
			return m, err
		}})
	}
	return units
}
