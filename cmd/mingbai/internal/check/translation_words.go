package check

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

var termRule = twinRule{
	rules: []*diag.Rule{termNotUsed, forbiddenTerm},
	run: func(r *translationReport, t *twin) {
		if t.name {
			return
		}
		english := words(t.en.text)
		stems := stemmed(english)
		for _, term := range termsIn(r.bodyNames.Replace(t.zh.text), r.terms.Terms) {
			for _, form := range term.Forbidden {
				if containsWords(english, words(form)) {
					r.add(t, t.at(), forbiddenTerm, form, term.Zh, term.En[0])
				}
			}
			used := slices.ContainsFunc(term.En, func(form string) bool { return containsWords(stems, stemmed(words(form))) })
			if !term.Free && !used {
				r.add(t, t.at(), termNotUsed, term.Zh, strings.Join(term.En, "” / “"))
			}
		}
	},
}

// bodyNames blanks the Chinese names of bodies: the registry has their English
// names, which need not follow the glossary.
func bodyNames(departments []*content.Department) *strings.Replacer {
	var all []string
	for _, d := range departments {
		all = append(append(all, d.Zh.Title, d.Short.Zh), d.Aliases...)
	}
	all = slices.DeleteFunc(all, func(s string) bool { return s == "" })
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
	var pairs []string
	for _, name := range all {
		pairs = append(pairs, name, " ")
	}
	return strings.NewReplacer(pairs...)
}

// termsIn gives the terms that stand in a Chinese text. Longer ones come first
// and take their characters away, for 小微企业 is not meant where 中小微企业 stands.
func termsIn(text string, terms []glossary.Term) []glossary.Term {
	sorted := slices.Clone(terms)
	slices.SortStableFunc(sorted, func(a, b glossary.Term) int { return cmp.Compare(len(b.Zh), len(a.Zh)) })
	var found []glossary.Term
	for _, term := range sorted {
		if strings.Contains(text, term.Zh) {
			found = append(found, term)
			text = strings.ReplaceAll(text, term.Zh, " ")
		}
	}
	return found
}

// gap stands in a rendering for up to maxGap words between its parts.
const (
	gap    = "…"
	maxGap = 6
)

// words are the words of an English text in lower case, without marks.
func words(text string) []string {
	text = strings.ReplaceAll(strings.ToLower(text), gap, " "+gap+" ")
	return strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '…' && r != '\''
	})
}

// stemmed takes endings off, so that “refunding” and “refunds” are the refund
// of the glossary. It need not be right, only the same on both sides.
func stemmed(all []string) []string {
	out := make([]string, len(all))
	for i, w := range all {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
		for _, ending := range []string{"ies", "ly", "ing", "ed", "es", "s", "e", "y"} {
			if stem, ok := strings.CutSuffix(w, ending); ok && len(stem) >= 3 {
				w = stem
				break
			}
		}
		out[i] = w
	}
	return out
}

// containsWords reports whether the words of part stand in text in a row.
func containsWords(text, part []string) bool {
	for i := range text {
		if startsWithWords(text[i:], part) {
			return true
		}
	}
	return false
}

func startsWithWords(text, part []string) bool {
	for i, w := range part {
		if w == gap {
			rest := part[i+1:]
			for skip := i; skip <= min(i+maxGap, len(text)); skip++ {
				if startsWithWords(text[skip:], rest) {
					return true
				}
			}
			return false
		}
		if i >= len(text) || text[i] != w {
			return false
		}
	}
	return true
}

// organizations reports measures whose translation does not name a body that
// the measure's facts name.
func (r *translationReport) organizations(departments []*content.Department, doc *content.Document) {
	byID := map[string]*content.Department{}
	for _, d := range departments {
		byID[d.ID] = d
	}
	for _, m := range measures(doc) {
		for _, lang := range []plan.Lang{plan.Zh, plan.En} {
			r.bodies(byID, m, lang)
		}
	}
}

func (r *translationReport) bodies(byID map[string]*content.Department, m *content.Measure, lang plan.Lang) {
	own := m.In(lang)
	blocks := own.Blocks()
	if len(blocks) == 0 || !isTranslated(own.Translation, blocks[len(blocks)-1].Anchor) {
		return
	}
	last := blocks[len(blocks)-1] // the clause stands at the end
	text, told := plain(own.Body), map[string]bool{}
	for _, resp := range m.Responsibilities {
		d := byID[resp.Org]
		if d == nil || told[d.ID] {
			continue
		}
		told[d.ID] = true
		short, _ := d.Short.In(lang)
		if full := d.In(lang).Title; !names(text, short) && !names(text, full) {
			pos := diag.Position{File: path.Join(contentDir, own.Path), Line: last.Line}
			r.add(&twin{id: m.ID + "#" + last.Anchor}, pos, organizationMissing, cmp.Or(short, full), d.ID)
		}
	}
}

// names reports whether a name stands in a text, in lower or upper case.
func names(text, name string) bool {
	return name != "" && strings.Contains(strings.ToLower(text), strings.ToLower(name))
}

// consistency reports texts that are the same in one language and were
// translated in different words into the other.
func (r *translationReport) consistency(all []twin) {
	for _, to := range []plan.Lang{plan.Zh, plan.En} {
		first := map[string]*twin{}
		for i := range all {
			t := &all[i]
			if !t.in(to).translated {
				continue
			}
			key := strings.Join(strings.Fields(t.in(to.Other()).text), " ")
			if before, ok := first[key]; !ok {
				first[key] = t
			} else if before.in(to).text != t.in(to).text {
				r.add(t, t.in(to).pos, translatedTwice, before.id, quote(before.in(to).text))
			}
		}
	}
}
