package check

import (
	"html"
	"path"
	"regexp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
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

// translationReport collects findings about the texts of one page.
type translationReport struct {
	*Comparer
	findings []textFinding
}

// textFinding is a finding with the text it is about.
type textFinding struct {
	text string
	diag.Finding
}

func (r *translationReport) add(t *twin, pos diag.Position, rule *diag.Rule, args ...any) {
	r.findings = append(r.findings, textFinding{t.id, rule.At(pos, args...)})
}

// TextPair is a page with a text in both languages.
type TextPair struct {
	ID string // of the document, action, plan or measure
	*content.Pair
	names   bool             // its title is a name
	measure *content.Measure // nil for others
}

// TextPairs lists the pages of a document in order.
func TextPairs(doc *content.Document) []TextPair {
	all := []TextPair{{ID: doc.ID, Pair: &doc.Pair, names: true}}
	for _, a := range doc.Actions {
		all = append(all, TextPair{ID: a.ID, Pair: &a.Pair, names: true})
	}
	for _, p := range plans(doc) {
		all = append(all, TextPair{ID: p.ID, Pair: &p.Pair, names: true})
		for _, m := range p.Measures {
			all = append(all, TextPair{ID: m.ID, Pair: &m.Pair, measure: m})
		}
	}
	return all
}

// blocks are the paragraphs of both languages.
type blocks struct{ zh, en []content.Block }

func (p TextPair) blocks() blocks { return blocks{p.Zh.Blocks(), p.En.Blocks()} }

// twins lists the texts that stand in both languages, at least one of them a
// translation.
func (p TextPair) twins(b blocks) []twin {
	var all []twin
	add := func(t twin) {
		if t.zh.text != "" && t.en.text != "" && (t.zh.translated || t.en.translated) {
			all = append(all, t)
		}
	}
	add(twin{
		id: p.ID + "#" + titleAnchor, name: p.names,
		zh: textOf(&p.Zh, titleAnchor, p.Zh.Title, 1), en: textOf(&p.En, titleAnchor, p.En.Title, 1),
	})
	english := map[string]content.Block{}
	for _, b := range b.en {
		if b.Anchor != "" {
			english[b.Anchor] = b
		}
	}
	for _, b := range b.zh {
		if other, ok := english[b.Anchor]; ok {
			add(twin{
				id: p.ID + "#" + b.Anchor,
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
	if strings.IndexByte(markdown, '\\') >= 0 {
		markdown = escaped.ReplaceAllString(markdown, "$1")
	}
	return strings.TrimSpace(html.UnescapeString(markdown))
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
