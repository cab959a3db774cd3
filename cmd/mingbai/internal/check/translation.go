package check

import (
	"html"
	"path"
	"regexp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// titleAnchor names a title among the texts of a page.
const titleAnchor = "title"

// twin is a text in both languages.
type twin struct {
	id   string // PAGE-ID#p31, PAGE-ID#title; suppressions name it
	name bool   // the title of a document, action or plan, which may be a short form
	zh   twinText
	en   twinText
}

// twinText is one language's side of a twin.
type twinText struct {
	text       string // plain
	translated bool   // by people; else as it stands in the source
	pos        diag.Position
}

func (t *twin) in(lang plan.Lang) *twinText {
	if lang == plan.Zh {
		return &t.zh
	}
	return &t.en
}

// at is where a finding about both sides belongs: the side that a translator
// can change, English first.
func (t *twin) at() diag.Position {
	if t.en.translated || !t.zh.translated {
		return t.en.pos
	}
	return t.zh.pos
}

// twinRule looks at one text in both languages.
type twinRule struct {
	rules []*diag.Rule
	run   func(*translationReport, *twin)
}

func twinRules() []twinRule {
	return []twinRule{factRule, formRule, foreignRule, termRule, lengthRule}
}

// translationRules lists the rules of Translations, for Rules.
func translationRules() []*diag.Rule {
	rules := []*diag.Rule{organizationMissing, translatedTwice, unusedSuppression}
	for _, r := range twinRules() {
		rules = append(rules, r.rules...)
	}
	return rules
}

// translationReport collects findings about twins.
type translationReport struct {
	terms     *glossary.Terms
	bodyNames *strings.Replacer
	findings  []translationFinding
}

// translationFinding is a finding with the text it is about.
type translationFinding struct {
	text string
	diag.Finding
}

func (r *translationReport) add(t *twin, pos diag.Position, rule *diag.Rule, args ...any) {
	r.findings = append(r.findings, translationFinding{t.id, rule.At(pos, args...)})
}

// Translations compares every translation in the content with its twin: the
// paragraphs of the same anchor, and the titles. A text that only one language
// has, and one that stands in the source in both, is passed over. Findings that
// the suppressions name are left out; a suppression that names none is a
// finding itself.
func Translations(tree *content.Tree, terms *glossary.Terms, suppressions []glossary.Suppression) []diag.Finding {
	r := &translationReport{terms: terms, bodyNames: bodyNames(tree.Departments)}
	for _, doc := range tree.Documents {
		all := twins(doc)
		for i := range all {
			for _, rule := range twinRules() {
				rule.run(r, &all[i])
			}
		}
		r.organizations(tree.Departments, doc)
		r.consistency(all)
	}
	findings := r.suppress(suppressions)
	diag.Sort(findings)
	return findings
}

// twinPage is a thing with a text in both languages.
type twinPage struct {
	id    string
	names bool // its title is a name
	*content.Pair
}

// twinPages lists the pages of a document in order.
func twinPages(doc *content.Document) []twinPage {
	all := []twinPage{{doc.ID, true, &doc.Pair}}
	for _, a := range doc.Actions {
		all = append(all, twinPage{a.ID, true, &a.Pair})
	}
	for _, p := range plans(doc) {
		all = append(all, twinPage{p.ID, true, &p.Pair})
		for _, m := range p.Measures {
			all = append(all, twinPage{m.ID, false, &m.Pair})
		}
	}
	return all
}

// twins lists the texts of a document that stand in both languages, at least
// one of them a translation.
func twins(doc *content.Document) []twin {
	var all []twin
	for _, p := range twinPages(doc) {
		all = append(all, p.twins()...)
	}
	return all
}

func (p twinPage) twins() []twin {
	var all []twin
	add := func(t twin) {
		if t.zh.text != "" && t.en.text != "" && (t.zh.translated || t.en.translated) {
			all = append(all, t)
		}
	}
	add(twin{
		id: p.id + "#" + titleAnchor, name: p.names,
		zh: textOf(&p.Zh, titleAnchor, p.Zh.Title, 1), en: textOf(&p.En, titleAnchor, p.En.Title, 1),
	})
	english := map[string]content.Block{}
	for _, b := range p.En.Blocks() {
		if b.Anchor != "" {
			english[b.Anchor] = b
		}
	}
	for _, b := range p.Zh.Blocks() {
		if other, ok := english[b.Anchor]; ok {
			add(twin{
				id: p.id + "#" + b.Anchor,
				zh: textOf(&p.Zh, b.Anchor, b.Text, b.Line), en: textOf(&p.En, b.Anchor, other.Text, other.Line),
			})
		}
	}
	return all
}

func textOf(l *content.Localized, anchor, markdown string, line int) twinText {
	return twinText{
		text: plain(markdown), translated: isTranslated(l.Translation, anchor),
		pos: diag.Position{File: path.Join(contentDir, l.Path), Line: line},
	}
}

// isTranslated reports whether people translated the text at an anchor.
func isTranslated(t *content.Translation, anchor string) bool {
	if t == nil || t.State == content.Missing || t.State == content.Found || t.State == content.Original {
		return false
	}
	return len(t.Only) == 0 || slices.Contains(t.Only, anchor)
}

// escaped is a character that Markdown would take for a mark.
var escaped = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")

// plain is the text of one paragraph of Markdown. Emphasis stays: it counts
// nothing and is no word.
func plain(markdown string) string {
	return strings.TrimSpace(html.UnescapeString(escaped.ReplaceAllString(markdown, "$1")))
}

// suppress gives the findings that no suppression names.
func (r *translationReport) suppress(suppressions []glossary.Suppression) []diag.Finding {
	used := make([]bool, len(suppressions))
	var out []diag.Finding
	for _, f := range r.findings {
		known := false
		for i, s := range suppressions {
			if s.Code == f.Code && s.Text == f.text && strings.Contains(f.Message.En, s.About) {
				used[i], known = true, true
			}
		}
		if !known {
			out = append(out, f.Finding)
		}
	}
	for i, s := range suppressions {
		if !used[i] {
			out = append(out, unusedSuppression.At(s.Position, s.Code, s.Text))
		}
	}
	return out
}

var unusedSuppression = &diag.Rule{
	Code: "K891", Severity: diag.Warning,
	Title:   diag.Text{En: "suppression without finding", Zh: "例外条目已无用处"},
	Message: diag.Text{En: "no finding %s is left at %s", Zh: "%s 在 %s 处已没有问题"},
	Hint:    diag.Text{En: "remove the entry, or correct its code, text or about", Zh: "请删除该条目，或更正其 code、text 或 about"},
	Explain: diag.Text{
		En: "The entry silences a finding that no longer exists: the text was bettered, moved or removed. Left where it is, it would silence the next mistake in the same place.",
		Zh: "条目所针对的问题已不存在：文字已改正、移动或删除。如果保留，同一处再出现错误时也不会报告。",
	},
	Example: "- { code: K832, text: a-text-that-is-gone#p1, reason: … }",
}
