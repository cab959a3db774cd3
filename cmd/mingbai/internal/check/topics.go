package check

import (
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// topicCheck looks at whom measures are for and what they give: both are told
// by words alone, and a person should look at what no word told.
var topicCheck = treeCheck{
	rules: []*diag.Rule{noTopic, wordNotInText},
	run: func(r *treeReport, doc *content.Document) {
		for _, p := range plans(doc) {
			for _, m := range p.Measures {
				if !m.Heading && len(m.Audiences)+len(m.Benefits) == 0 && kindOf(p, m.Section) == plan.Measures {
					r.file(&m.Zh, noTopic)
				}
				r.topicWords(doc, m)
			}
		}
	},
}

// topicWords holds the words that told a topic against the text.
func (r *treeReport) topicWords(doc *content.Document, m *content.Measure) {
	if len(m.Audiences)+len(m.Benefits) == 0 {
		return
	}
	text := strings.ToLower(squeezed(statedText(doc, m)))
	for _, tags := range [][]plan.Tag{m.Audiences, m.Benefits} {
		for _, tag := range tags {
			for _, word := range tag.Words {
				if !strings.Contains(text, strings.ToLower(squeezed(word))) {
					r.file(&m.Zh, wordNotInText, word, tag.ID)
				}
			}
		}
	}
}

var noTopic = &diag.Rule{
	Code: "K731", Severity: diag.Info,
	Title:   diag.Text{En: "measure of no audience and no benefit", Zh: "举措未归入任何对象和支持方式"},
	Message: diag.Text{En: "no word of the measure tells whom it is for or what it gives", Zh: "未能从正文词语判断该举措惠及谁、给予什么"},
	Hint:    diag.Text{En: "where it is for somebody, add audiences and benefits to the front matter, or a word to seeds/lexicon.yaml", Zh: "如有明确的惠及对象，请在头部信息中补充 audiences 和 benefits，或者在 seeds/lexicon.yaml 中增加词语"},
	Explain: diag.Text{
		En: "Readers who look for measures by who they are will not find this one. That is right for a measure about the work of government; it is wrong where the lexicon lacks a word.",
		Zh: "按身份查找的读者找不到该举措。如果举措讲的是政府内部工作，这样是对的；如果是词表缺少相应词语，就需要补充。",
	},
	Example: "section: measures\naudiences: []\nbenefits: []",
}

var wordNotInText = &diag.Rule{
	Code: "K732", Severity: diag.Warning,
	Title:   diag.Text{En: "evidence does not stand in the text", Zh: "归类依据不在正文中"},
	Message: diag.Text{En: "the text does not say “%s”, by which it was counted under %s", Zh: "正文中没有“%s”，而举措据此归入 %s"},
	Hint:    diag.Text{En: "delete the word, or the whole entry where it no longer holds", Zh: "请删除该词；如不再适用，请删除整个条目"},
	Explain: diag.Text{
		En: "Pages say by which words a measure was counted under an audience or a benefit. The text was edited since, so that the word is gone. An entry without words is one that a person vouches for.",
		Zh: "页面会说明举措是根据哪些词语归类的。正文后来经过修改，该词已不存在。没有词语的条目表示由编辑人工确认。",
	},
	Example: "benefits: [{ id: tax, words: [退税] }] above a text that no longer says 退税",
}
