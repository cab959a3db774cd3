package parse

import (
	"cmp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// restorer puts names that stand in a paragraph's other language back into its
// own. The words as found stay in the segments.
type restorer struct{ phrases []plan.Restoration }

// newRestorer lists what may stand in Chinese paragraphs in English: known
// phrases of the document and every English name of a registered body. Longer
// ones come first, so that a name within a name is left whole.
func (r *reader) newRestorer() restorer {
	var out restorer
	for _, p := range r.in.Names.Phrases {
		if p.Zh != "" {
			out.phrases = append(out.phrases, plan.Restoration{Text: p.Zh, Source: p.Found})
		}
	}
	if r.resolver.registry != nil {
		for _, o := range r.resolver.registry.Organizations() {
			for _, n := range o.Names() {
				if n != "" && !zh.HasHan(n) {
					out.phrases = append(out.phrases, plan.Restoration{Text: o.ShortIn(plan.Zh), Source: n})
				}
			}
		}
	}
	slices.SortStableFunc(out.phrases, func(a, b plan.Restoration) int { return cmp.Compare(len(b.Source), len(a.Source)) })
	return out
}

// restore gives the text with its names put back, and which they were.
func (r restorer) restore(s string) (string, []plan.Restoration) {
	var used []plan.Restoration
	var b strings.Builder
	for i := 0; i < len(s); {
		p, ok := r.at(s, i)
		if !ok {
			b.WriteByte(s[i])
			i++
			continue
		}
		b.WriteString(p.Text)
		i += len(p.Source)
		if !slices.Contains(used, p) {
			used = append(used, p)
		}
	}
	return b.String(), used
}

func (r restorer) at(s string, i int) (plan.Restoration, bool) {
	if !wordStart(s, i) {
		return plan.Restoration{}, false
	}
	for _, p := range r.phrases {
		end := i + len(p.Source)
		if strings.HasPrefix(s[i:], p.Source) && (end == len(s) || !wordByte(s[end])) {
			return p, true
		}
	}
	return plan.Restoration{}, false
}

// show fills in every text as the site shows it.
func (r *reader) show() {
	restorer := r.newRestorer()
	paragraphs := func(ps []plan.Paragraph) {
		for i := range ps {
			ps[i].Shown, ps[i].Restored = shown(restorer, ps[i].Text, ps[i].Lang)
		}
	}
	paragraphs(r.doc.Covering)
	for b := range r.bodies {
		p := &r.bodies[b].plan
		for s := range p.Sections {
			paragraphs(p.Sections[s].Paragraphs)
		}
		for i := range p.Measures {
			m := &p.Measures[i]
			paragraphs(m.Paragraphs)
			m.Name = plan.Paragraph{Line: m.Line, Lang: m.Lang, Text: m.Title, IsTitle: true}
			m.Name.Shown, m.Name.Restored = shown(restorer, m.Title, m.Lang)
			m.NumberShown = showNumber(m)
		}
	}
}

// shown is a text as the site shows it in its language.
func shown(r restorer, s string, lang plan.Lang) (string, []plan.Restoration) {
	if lang != plan.Zh {
		return strings.TrimSpace(s), nil
	}
	text, used := r.restore(s)
	return zh.Typeset(text), used
}

// digitsInBrackets is how English text prints the number of a top item.
var digitsInBrackets = pattern.New(`^\((\d{1,2})\)$`)

// showNumber gives the number its Chinese form: （一）. In English text that was
// put in for Chinese, (1) at the top of a section stands for it.
func showNumber(m *plan.Measure) string {
	if zh.HasHan(m.Number) {
		return zh.Typeset(m.Number)
	}
	if d := digitsInBrackets.FindStringSubmatch(m.Number); d != nil && m.Lang == plan.En && m.Parent == "" {
		n, _ := zh.Numeral(d[1])
		return "（" + zh.Spell(n) + "）"
	}
	return m.Number
}
