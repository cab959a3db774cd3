package check

import (
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

var langCheck = pageCheck{
	rules: []*diag.Rule{noLang, wrongLang, foreignText},
	run: func(r *report, p *page) {
		base, _, _ := strings.Cut(strings.ToLower(p.HTMLLang), "-")
		switch {
		case base == "":
			r.page(noLang)
		case p.Lang != "" && base != string(p.Lang):
			r.page(wrongLang, p.HTMLLang, string(p.Lang))
		}
		r.foreign(p)
	},
}

// maxForeign is how many texts in the other language a page is told of: where
// one is not marked, a layout or a whole body seldom marks any.
const maxForeign = 3

func (r *report) foreign(p *page) {
	told := map[string]bool{}
	for _, text := range p.Foreign {
		if told[text] {
			continue
		}
		if told[text] = true; len(told) > maxForeign {
			return
		}
		r.quoted(strings.TrimSuffix(text, "…"), foreignText, text)
	}
}

var noLang = &diag.Rule{
	Code: "K501", Severity: diag.Error,
	Title:   diag.Text{En: "page without language", Zh: "页面没有语言标记"},
	Message: diag.Text{En: "<html> has no lang, or an empty one", Zh: "<html> 没有 lang，或者为空"},
	Explain: diag.Text{
		En: "Screen readers choose their voice, and browsers their fonts and line breaks, by the language of the page.",
		Zh: "读屏软件按页面语言选择发音，浏览器按页面语言选择字体和断行方式。",
	},
	Example: `<html>`,
}

var wrongLang = &diag.Rule{
	Code: "K502", Severity: diag.Error,
	Title:   diag.Text{En: "language does not fit the folder", Zh: "语言标记与目录不符"},
	Message: diag.Text{En: "<html lang=%q> stands in the folder %s/", Zh: "<html lang=%q> 位于目录 %s/"},
	Explain: diag.Text{
		En: "Pages of a language stand in the folder of that language. A page in the wrong one is read aloud with the wrong voice and found by the wrong readers.",
		Zh: "每种语言的页面放在该语言的目录下。放错目录的页面会被用错误的语音朗读，也会被错误的读者检索到。",
	},
	Example: `en/index.html: <html lang="zh-CN">`,
}

var foreignText = &diag.Rule{
	Code: "K503", Severity: diag.Warning,
	Title:   diag.Text{En: "other language without lang", Zh: "外语文字没有语言标记"},
	Message: diag.Text{En: "“%s” is in the other language and not marked so", Zh: "“%s”是另一种语言的文字，没有标记语言"},
	Hint:    diag.Text{En: "wrap the text in an element with lang=\"zh-CN\" or lang=\"en\"", Zh: "请用带 lang=\"zh-CN\" 或 lang=\"en\" 的元素包住这段文字"},
	Explain: diag.Text{
		En: "Text in another language than the page's must say so (WCAG 2.2, 3.1.2), or a screen reader reads it with the wrong voice. Chinese characters in English text count, and five or more English words in a row inside Chinese.",
		Zh: "与页面语言不同的文字应当标明语言（WCAG 2.2 第 3.1.2 条），否则读屏软件会用错误的语音朗读。英文中的汉字，以及中文中连续五个以上的英文单词，都在此列。",
	},
	Example: `<html lang="en"> … <p>云南省财政厅</p>`,
}
