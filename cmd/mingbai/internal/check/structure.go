package check

import (
	"path"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

var headingCheck = pageCheck{
	rules: []*diag.Rule{oneHeading},
	run: func(r *report, p *page) {
		if n := len(p.H1); n != 1 {
			r.page(oneHeading, n)
		} else if p.H1[0] == "" {
			r.page(oneHeading, 0)
		}
	},
}

var oneHeading = &diag.Rule{
	Code: "K203", Severity: diag.Error,
	Title:   diag.Text{En: "not exactly one main heading", Zh: "一级标题不唯一"},
	Message: diag.Text{En: "the page has %d main headings (h1) with text; it must have one", Zh: "页面有 %d 个带文字的一级标题（h1），应当恰有一个"},
	Hint:    diag.Text{En: "begin headings inside a text at ##", Zh: "正文中的标题请从 ## 开始"},
	Explain: diag.Text{
		En: "The main heading says what the page is. Screen readers go to it first, and search engines show it.",
		Zh: "一级标题说明页面是什么，读屏软件首先读它，搜索引擎也显示它。",
	},
	Example: `<h1>方案</h1> … <h1>工作目标</h1>`,
}

var titleCheck = pageCheck{
	rules: []*diag.Rule{noTitle},
	run: func(r *report, p *page) {
		if len(p.Titles) != 1 || p.Titles[0] == "" {
			r.page(noTitle)
		}
	},
}

var noTitle = &diag.Rule{
	Code: "K204", Severity: diag.Error,
	Title:   diag.Text{En: "page without title", Zh: "页面没有标题"},
	Message: diag.Text{En: "the page has no <title>, an empty one or several", Zh: "页面的 <title> 缺失、为空或者多于一个"},
	Hint:    diag.Text{En: "a title has the form 标题_栏目_站点", Zh: "标题的形式是“标题_栏目_站点”"},
	Explain: diag.Text{
		En: "The title stands in the browser's tab, in bookmarks and in search results. A page without one cannot be told from others.",
		Zh: "标题显示在浏览器标签、书签和搜索结果中。没有标题的页面无法与其他页面区分。",
	},
	Example: `<title></title>`,
}

var imageCheck = pageCheck{
	rules: []*diag.Rule{noAlt},
	run: func(r *report, p *page) {
		for _, src := range p.NoAlt {
			r.quoted(src, noAlt, path.Base(quote(src)))
		}
	},
}

var noAlt = &diag.Rule{
	Code: "K205", Severity: diag.Error,
	Title:   diag.Text{En: "picture without description", Zh: "图片没有替代文字"},
	Message: diag.Text{En: "the picture %s has no alt", Zh: "图片 %s 没有 alt"},
	Hint:    diag.Text{En: "say in alt what the picture shows; alt=\"\" for an ornament", Zh: "请在 alt 中说明图片内容；纯装饰图片写 alt=\"\""},
	Explain: diag.Text{
		En: "People who do not see a picture are told its alt text. Without one a screen reader reads the file's name.",
		Zh: "看不到图片的人听到的是 alt 文字。没有 alt，读屏软件只能读文件名。",
	},
	Example: `<img src="map.png">`,
}

var inlineCheck = pageCheck{
	rules: []*diag.Rule{inlineCode},
	run: func(r *report, p *page) {
		for _, markup := range p.Inline {
			r.page(inlineCode, markup)
		}
	},
}

var inlineCode = &diag.Rule{
	Code: "K206", Severity: diag.Error,
	Title:   diag.Text{En: "inline style or script", Zh: "内联样式或脚本"},
	Message: diag.Text{En: "the security policy forbids inline style and script: %s", Zh: "安全策略禁止内联样式和脚本：%s"},
	Hint:    diag.Text{En: "move it into a file of assets/", Zh: "请移到 assets/ 下的文件中"},
	Explain: diag.Text{
		En: "The site tells browsers to run no script and apply no style but those of its own files, so that text smuggled into a page can do nothing. Inline ones are blocked and have no effect.",
		Zh: "本站要求浏览器只采用自身文件中的脚本和样式，使混入页面的文字无法起作用。内联的脚本和样式会被拦截。",
	},
	Example: `<p style="color:red">重要</p>`,
}

var blankCheck = pageCheck{
	rules: []*diag.Rule{blankPage, emptyList, emptyColumn},
	run: func(r *report, p *page) {
		if p.MainText == 0 {
			r.page(blankPage)
			return
		}
		if len(p.Empty) > 0 {
			r.page(emptyList, strings.Join(p.Empty, " "))
		}
		if p.isColumn() && !p.leads() {
			r.page(emptyColumn, first(p.Metas["ColumnName"]))
		}
	},
}

// leads reports whether the page's main part links to anything.
func (p *page) leads() bool {
	for _, l := range p.Links {
		if l.InMain && l.Tag == "a" && !strings.HasPrefix(l.Href, "#") {
			return true
		}
	}
	return false
}

func first(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}

var blankPage = &diag.Rule{
	Code: "K207", Severity: diag.Error,
	Title:   diag.Text{En: "blank page", Zh: "空白页面"},
	Message: diag.Text{En: "the page has no text in <main> beside headings and navigation", Zh: "页面的 <main> 中除标题和导航外没有文字"},
	Hint:    diag.Text{En: "write the text, or take the page away", Zh: "请补充正文，或者撤下该页面"},
	Explain: diag.Text{
		En: "A page that opens without content counts as a blank page in inspections, and it wastes the way of whoever followed a link to it.",
		Zh: "打开后没有内容的页面在检查中计为空白页面，也让读者白跑一趟。",
	},
	Example: `<main><h1>组织保障</h1></main>`,
}

var emptyList = &diag.Rule{
	Code: "K208", Severity: diag.Warning,
	Title:   diag.Text{En: "empty list", Zh: "空列表"},
	Message: diag.Text{En: "the page has lists or tables without entries: %s", Zh: "页面中有没有条目的列表或表格：%s"},
	Hint:    diag.Text{En: "leave the list out where it has no entries", Zh: "没有条目时请不要输出列表"},
	Explain: diag.Text{
		En: "A list or table was written without a single entry. Its heading promises something that is not there.",
		Zh: "列表或表格一条内容也没有，其标题承诺的内容并不存在。",
	},
	Example: `<h2>牵头的举措</h2><ul></ul>`,
}

var emptyColumn = &diag.Rule{
	Code: "K209", Severity: diag.Error,
	Title:   diag.Text{En: "empty column", Zh: "空白栏目"},
	Message: diag.Text{En: "the column page %q leads to no other page", Zh: "栏目页 %q 没有指向任何页面的链接"},
	Hint:    diag.Text{En: "fill the column, or do not publish it", Zh: "请充实栏目内容，或者不发布该栏目"},
	Explain: diag.Text{
		En: "A page that carries column tags lists other pages. One without a single link in its main part is a blank column, which alone can fail an inspection.",
		Zh: "带栏目标签的页面用于列出其他页面。正文中一个链接也没有，就是空白栏目，检查中可单项否决。",
	},
	Example: `<meta name="ColumnName" content="部门职责"> … <main><p>暂无内容</p></main>`,
}
