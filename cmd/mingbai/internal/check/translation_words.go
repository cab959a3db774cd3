package check

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
		found := r.termsIn(r.bodyNames.Replace(t.zh.text))
		if len(found) == 0 {
			return
		}
		english := words(t.en.text)
		stems := stemmed(english)
		for _, term := range found {
			for i, form := range term.forbidden {
				if containsWords(english, form) {
					r.add(t, t.at(), forbiddenTerm, term.Forbidden[i], term.Zh, term.En[0])
				}
			}
			used := slices.ContainsFunc(term.stems, func(form []string) bool { return containsWords(stems, form) })
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

// term is a term of the glossary with its renderings taken apart.
type term struct {
	glossary.Term
	stems     [][]string // of Term.En
	forbidden [][]string // words of Term.Forbidden
}

// termsOf are the terms, longer ones first: they take their characters away, for
// 小微企业 is not meant where 中小微企业 stands.
func termsOf(all []glossary.Term) []term {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b glossary.Term) int { return cmp.Compare(len(b.Zh), len(a.Zh)) })
	terms := make([]term, len(sorted))
	for i, t := range sorted {
		terms[i].Term = t
		for _, form := range t.En {
			terms[i].stems = append(terms[i].stems, stemmed(words(form)))
		}
		for _, form := range t.Forbidden {
			terms[i].forbidden = append(terms[i].forbidden, words(form))
		}
	}
	return terms
}

// termsIn gives the terms that stand in a Chinese text.
func (t *Comparer) termsIn(text string) []*term {
	var begun map[rune]bool // by first characters
	for _, r := range text {
		if t.begins[r] {
			if begun == nil {
				begun = map[rune]bool{}
			}
			begun[r] = true
		}
	}
	var found []*term
	for i := range t.sorted {
		term := &t.sorted[i]
		if first, _ := utf8.DecodeRuneInString(term.Zh); !begun[first] {
			continue
		}
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

// bodies reports a measure whose translation does not name a body that the
// measure's facts name.
func (r *translationReport) bodies(p TextPair, lang plan.Lang, blocks []content.Block) {
	own := p.In(lang)
	if len(blocks) == 0 || !isTranslated(own.Translation, blocks[len(blocks)-1].Anchor) {
		return
	}
	last := blocks[len(blocks)-1] // the clause stands at the end
	text, told := strings.ToLower(plain(own.Body)), map[string]bool{}
	for _, resp := range p.measure.Responsibilities {
		d := r.byID[resp.Org]
		if d == nil || told[d.ID] {
			continue
		}
		told[d.ID] = true
		short, _ := d.Short.In(lang)
		if full := d.In(lang).Title; !names(text, short) && !names(text, full) {
			pos := diag.Position{File: path.Join(contentDir, own.Path), Line: last.Line}
			r.add(&twin{id: p.ID + "#" + last.Anchor}, pos, organizationMissing, cmp.Or(short, full), d.ID)
		}
	}
}

// names reports whether a name stands in a text in small letters.
func names(text, name string) bool {
	return name != "" && strings.Contains(text, strings.ToLower(name))
}
