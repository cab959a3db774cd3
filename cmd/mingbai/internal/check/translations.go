package check

import (
	"regexp"
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// sourceAnchor is the anchor of a paragraph that comes from the source.
var sourceAnchor = regexp.MustCompile(`\{#(p\d+[\w-]*)\}`)

var translationCheck = treeCheck{
	rules: []*diag.Rule{incompleteTranslation, outdatedTranslation},
	run: func(r *treeReport, doc *content.Document) {
		for _, p := range pairs(doc) {
			for _, lang := range []plan.Lang{plan.Zh, plan.En} {
				r.translation(p.In(lang), p.In(lang.Other()))
				r.outdated(p.In(lang))
			}
		}
	},
}

// translation reports a finished translation that lacks paragraphs of the text
// it was made from.
func (r *treeReport) translation(l, from *content.Localized) {
	if l.Translation == nil || (l.Translation.State != content.Reviewed && l.Translation.State != content.Official) {
		return
	}
	have := map[string]bool{}
	for _, m := range sourceAnchor.FindAllStringSubmatch(l.Body, -1) {
		have[m[1]] = true
	}
	n, one := 0, ""
	for _, m := range sourceAnchor.FindAllStringSubmatch(from.Body, -1) {
		if !have[m[1]] {
			if n++; n == 1 {
				one = m[1]
			}
		}
	}
	if n > 0 {
		r.file(l, incompleteTranslation, l.Translation.State, n, one)
	}
}

// outdated reports paragraphs that were translated from words which the source
// no longer has.
func (r *treeReport) outdated(l *content.Localized) {
	if l.Translation != nil && len(l.Translation.Outdated) > 0 {
		r.file(l, outdatedTranslation, strings.Join(l.Translation.Outdated, ", "))
	}
}

var outdatedTranslation = &diag.Rule{
	Code: "K704", Severity: diag.Warning,
	Title:   diag.Text{En: "translation out of date", Zh: "译文待核对"},
	Message: diag.Text{En: "the source has changed since these were translated: %s", Zh: "原文在翻译之后已有改动，待核对：%s"},
	Hint:    diag.Text{En: "compare them with the source, then take the fuzzy mark from the catalogue and import again", Zh: "请与原文核对，在译文目录中去掉 fuzzy 标记后重新导入"},
	Explain: diag.Text{
		En: "The page shows the old translation and says that the source has changed. In the catalogue in seeds/translations the entry is marked fuzzy and keeps the source that it translates. Correct the translation there, take the mark away, and import again.",
		Zh: "页面仍显示原译文，并说明原文已有改动。seeds/translations 的译文目录中，该条目标记为 fuzzy，并保留翻译时的原文。请在目录中更正译文、去掉标记，然后重新导入。",
	},
	Example: "translation: { from: zh, state: reviewed, outdated: [p16] }",
}

var incompleteTranslation = &diag.Rule{
	Code: "K703", Severity: diag.Warning,
	Title:   diag.Text{En: "finished translation is incomplete", Zh: "译文不完整"},
	Message: diag.Text{En: "the translation is %s, but lacks %d paragraphs, %s first", Zh: "译文状态为 %s，但缺少 %d 段，第一段是 %s"},
	Hint:    diag.Text{En: "translate the paragraphs, or set the state back to draft", Zh: "请补译缺少的段落，或者将状态改回 draft"},
	Explain: diag.Text{
		En: "A translation that people have reviewed or issued must be whole. Readers are told that it is; the missing paragraphs would be shown in the other language.",
		Zh: "经过审校或正式发布的译文应当完整，页面也这样告知读者；缺少的段落只能以另一种语言显示。",
	},
	Example: "translation: { from: zh, state: reviewed } with {#p31} in the Chinese file only",
}
