package webpage

import (
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source/draft"
)

// Rules lists every finding of this package.
func Rules() []*diag.Rule {
	return []*diag.Rule{wrongCharset, articleGuessed, headTaken}
}

// findings tells what a person should know of how the page was read.
func (p *page) findings(file string) []diag.Finding {
	pos := diag.Position{File: file}
	var out []diag.Finding
	if !p.byName && p.article[0] != p.body {
		out = append(out, articleGuessed.At(pos))
	}
	if len(p.headLines) > 0 {
		out = append(out, headTaken.At(pos, draft.Excerpt(strings.Join(p.headLines, " / "))))
	}
	return append(out, p.left.Findings(file)...)
}

var wrongCharset = &diag.Rule{
	Code: "S211", Severity: diag.Warning,
	Title:   diag.Text{En: "encoding misstated", Zh: "网页编码声明有误"},
	Message: diag.Text{En: "the page says that it is %q, but it is %s; read as the latter", Zh: "网页声明的编码为 %q，实际是 %s；已按后者读取"},
	Explain: diag.Text{
		En: "A web page names its own encoding. The bytes of this one are of another, most likely because it was saved by a program that changed the encoding and left the name.",
		Zh: "网页会声明自己的编码。该网页的字节属于另一种编码，多半是另存时改变了编码而声明没有改。",
	},
}

var articleGuessed = &diag.Rule{
	Code: "S212", Severity: diag.Warning,
	Title:   diag.Text{En: "article guessed", Zh: "正文位置为推测"},
	Message: diag.Text{En: "the page does not say where the article is; it was taken from where nearly all text stands", Zh: "网页没有标明正文位置；已取文字最集中的部分作为正文"},
	Hint:    diag.Text{En: "compare beginning and end with the page, and look at what was left out", Zh: "请核对正文的开头和结尾，并查看未采用的文字"},
	Explain: diag.Text{
		En: "Portals put an article into an element with a known name, such as UCAP-CONTENT or TRS_Editor. This page has none that holds most of its text. The innermost element with nine tenths of the text outside links was taken for the article.",
		Zh: "政府网站通常把正文放在固定名称的元素中（如 UCAP-CONTENT、TRS_Editor）。该网页没有包含大部分文字的此类元素，因此取了包含十分之九非链接文字的最内层元素作为正文。",
	},
}

var headTaken = &diag.Rule{
	Code: "S213", Severity: diag.Info,
	Title:   diag.Text{En: "title from around the article", Zh: "标题等取自正文以外"},
	Message: diag.Text{En: "put before the text, from elsewhere on the page: %s", Zh: "取自网页其他位置，已置于正文之前：%s"},
	Explain: diag.Text{
		En: "Many portals show title, document number and date of issue beside the article. They belong to the document, so they are its first lines.",
		Zh: "不少网站把标题、发文字号、成文日期放在正文之外。它们属于文件内容，因此放在正文之前。",
	},
}
