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
		english := words(t.en.text)
		stems := stemmed(english)
		for _, term := range termsIn(t.zh.text, r.terms.Terms) {
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
		for _, ending := range []string{"ies", "ing", "ed", "es", "s", "e", "y"} {
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

var termNotUsed = &diag.Rule{
	Code: "K812", Severity: diag.Warning,
	Title:   diag.Text{En: "agreed rendering not used", Zh: "未用约定译法"},
	Message: diag.Text{En: "the Chinese has “%s”, the English none of “%s”", Zh: "中文有“%s”，英文没有使用“%s”"},
	Hint:    diag.Text{En: "use the agreed rendering, or add another accepted one to seeds/glossary.yaml", Zh: "请使用约定译法，或者在 seeds/glossary.yaml 中增加认可的译法"},
	Explain: diag.Text{
		En: "A term that the glossary lists was rendered in other words. A reader who meets two English names takes them for two things.",
		Zh: "术语表列出的术语采用了其他译法。同一事物有两种译名，读者会以为是两回事。",
	},
	Example: "首贷户 / households with a first loan",
}

var forbiddenTerm = &diag.Rule{
	Code: "K813", Severity: diag.Error,
	Title:   diag.Text{En: "forbidden rendering", Zh: "使用了禁用译法"},
	Message: diag.Text{En: "“%s” must not stand for “%s”; the agreed rendering is “%s”", Zh: "“%s”不得用作“%s”的译法，约定译法为“%s”"},
	Explain: diag.Text{
		En: "The glossary forbids the rendering because it says something else than the Chinese: “states” for 州, “training” for 培育.",
		Zh: "术语表禁用该译法，因为它与中文原意不符，例如把“州”译作 states，把“培育”译作 training。",
	},
	Example: "各州（市） / all states (cities)",
}

var organizationMissing = &diag.Rule{
	Code: "K811", Severity: diag.Warning,
	Title:   diag.Text{En: "body not named in the translation", Zh: "译文未写明责任单位"},
	Message: diag.Text{En: "the translation does not have the name “%s” (%s)", Zh: "译文中没有“%s”（%s）"},
	Hint:    diag.Text{En: "use the short or full name of seeds/organizations.yaml", Zh: "请使用 seeds/organizations.yaml 中的简称或全称"},
	Explain: diag.Text{
		En: "The measure's facts name the body as responsible, and the translated text does not name it by its registered short or full name: the clause leaves it out, or calls it something else.",
		Zh: "该举措的职责信息列有这个单位，而译文没有使用登记的简称或全称：责任条款可能漏译，也可能用了别的名称。",
	},
	Example: "（省财政厅负责） / (Responsible: Finance Bureau)",
}

var translatedTwice = &diag.Rule{
	Code: "K832", Severity: diag.Warning,
	Title:   diag.Text{En: "same text translated differently", Zh: "相同文字译法不一"},
	Message: diag.Text{En: "the same text is translated in other words at %s: “%s”", Zh: "相同的文字在 %s 处译法不同：“%s”"},
	Hint:    diag.Text{En: "use one translation, or say in a suppression why two are right", Zh: "请统一译法；如确需不同，请在例外条目中说明理由"},
	Explain: diag.Text{
		En: "A paragraph or title stands in the document more than once, word for word, and its translations differ. Readers look for a difference in meaning that is not there.",
		Zh: "同一段落或标题在文件中多次出现，文字完全相同，译文却不同，读者会误以为含义有别。",
	},
	Example: "加强组织领导 / Strengthen organizational leadership … Strengthen leadership",
}
