package check

import (
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

var linkCheck = pageCheck{
	rules: []*diag.Rule{leavesRoot, rootedLink, folderLink, refusedLink},
	run: func(r *report, p *page) {
		for _, l := range p.Links {
			r.link(p, l)
		}
	},
}

// link holds one address against the rules for links inside the site.
func (r *report) link(p *page, l link) {
	t := l.to
	switch t.where {
	case refused:
		if t.Scheme == "data" && l.holdsData() {
			return
		}
		r.quoted(l.Href, refusedLink, l.name(), quote(l.Href))
	case aboveRoot:
		r.quoted(l.Href, leavesRoot, l.name(), quote(l.Href))
	case inside:
		// An error page is shown under any address, so it cannot be relative.
		if t.Rooted && !l.Absolute && !p.isErrorPage() {
			r.quoted(l.Href, rootedLink, l.name(), quote(l.Href))
		}
		if t.Folder && !l.Absolute {
			r.quoted(l.Href, folderLink, l.name(), quote(l.Href), t.Path)
		}
		// Whether another file is there only the whole site tells.
		if t.Path == p.Path && t.names() && !p.has(t.Fragment) {
			r.quoted(l.Href, brokenAnchor, l.name(), t.Path, t.Fragment)
		}
	}
}

// holdsData tells the elements for which data: is a file like any other: it is
// shown and not run. An error page needs it, because it can name no file.
func (l link) holdsData() bool {
	switch l.Tag {
	case "img", "source", "link", "image":
		return true
	}
	return false
}

// names reports whether an address names a place of the file: "top" and what
// browsers look for in the text are everywhere.
func (t target) names() bool {
	return t.Fragment != "" && t.Fragment != "top" && !strings.HasPrefix(t.Fragment, ":~:")
}

// name is what a finding calls a link: its text, else its element.
func (l link) name() string {
	if text := firstOf(l.Text, l.label); text != "" {
		return text
	}
	return "<" + quote(l.Tag) + " " + l.Attr + ">"
}

var brokenLink = &diag.Rule{
	Code: "K101", Severity: diag.Error,
	Title:   diag.Text{En: "broken link", Zh: "链接失效"},
	Message: diag.Text{En: "the link “%s” leads to %s, which does not exist", Zh: "链接“%s”指向 %s，该文件不存在"},
	Hint:    diag.Text{En: "mend the address, or remove the link", Zh: "请改正地址，或者删去链接"},
	Explain: diag.Text{
		En: "A link, picture, style sheet or script names a file that is not part of the site. Inspections of government websites count dead links one by one, and a reader who follows one finds nothing.",
		Zh: "页面上的链接、图片、样式或脚本指向网站中不存在的文件。政府网站检查逐条统计死链，读者点击后也找不到内容。",
	},
	Example: `<a href="m99.html">举措</a>`,
}

var brokenAnchor = &diag.Rule{
	Code: "K102", Severity: diag.Error,
	Title:   diag.Text{En: "broken anchor", Zh: "锚点失效"},
	Message: diag.Text{En: "the link “%s” leads to %s#%s; the page has no such place", Zh: "链接“%s”指向 %s#%s，该页面没有这个位置"},
	Hint:    diag.Text{En: "link to a place that the page has, or to the page alone", Zh: "请改为页面中已有的位置，或者只链接到页面"},
	Explain: diag.Text{
		En: "The page exists, but no element of it has the id after the #. The browser shows the top of the page, and the reader has to search.",
		Zh: "目标页面存在，但其中没有 # 之后的 id。浏览器只会停在页面开头，读者需要自己查找。",
	},
	Example: `<a href="source.html#p9999">原文</a>`,
}

var wrongCase = &diag.Rule{
	Code: "K103", Severity: diag.Error,
	Title:   diag.Text{En: "letter case of a link", Zh: "链接大小写不符"},
	Message: diag.Text{En: "the link “%s” leads to %s; the file is called %s", Zh: "链接“%s”指向 %s，实际文件名为 %s"},
	Hint:    diag.Text{En: "write the name as the file has it", Zh: "请按文件名的大小写书写"},
	Explain: diag.Text{
		En: "The link differs from the file's name in capital and small letters. It works on Windows and macOS and is dead on most servers.",
		Zh: "链接与文件名大小写不一致。在 Windows 和 macOS 上可以打开，在多数服务器上就是死链。",
	},
	Example: `<a href="M01.html">举措</a>`,
}

var leavesRoot = &diag.Rule{
	Code: "K104", Severity: diag.Error,
	Title:   diag.Text{En: "link out of the site's folder", Zh: "链接超出网站目录"},
	Message: diag.Text{En: "the link “%s” (%s) leads out of the site's folder", Zh: "链接“%s”（%s）指向网站目录之外"},
	Hint:    diag.Text{En: "take away a ../, or write the full address of the other site", Zh: "请减少 ../，或者写出目标网站的完整网址"},
	Explain: diag.Text{
		En: "The address goes up further than the site reaches. Where the site stands in a portal's sub-folder, it would lead to a file of the portal that nobody here knows.",
		Zh: "地址向上超出了网站的范围。网站放在门户的子目录下时，会指向门户中无法确认的文件。",
	},
	Example: `<a href="../../../index.html">首页</a>`,
}

var rootedLink = &diag.Rule{
	Code: "K105", Severity: diag.Error,
	Title:   diag.Text{En: "link is not relative", Zh: "内部链接不是相对地址"},
	Message: diag.Text{En: "the link “%s” (%s) to a page of this site is not relative", Zh: "指向本站页面的链接“%s”（%s）不是相对地址"},
	Hint:    diag.Text{En: "name the file from the page's own folder, for example ../about.html", Zh: "请从本页所在目录写起，例如 ../about.html"},
	Explain: diag.Text{
		En: "The site must work under any address: on the portal, in a sub-folder, on a test server and from a disk. A link that begins with / or with the site's own domain works in one of these places only.",
		Zh: "网站应当在任何位置都能使用：门户、子目录、测试服务器和本地磁盘。以 / 或本站域名开头的链接只在其中一处有效。",
	},
	Example: `<a href="/zh/index.html">首页</a>`,
}

var folderLink = &diag.Rule{
	Code: "K106", Severity: diag.Error,
	Title:   diag.Text{En: "link to a folder", Zh: "链接指向目录"},
	Message: diag.Text{En: "the link “%s” (%s) names a folder; the page is %s", Zh: "链接“%s”（%s）指向目录，页面文件是 %s"},
	Hint:    diag.Text{En: "add index.html to the address", Zh: "请在地址后加上 index.html"},
	Explain: diag.Text{
		En: "Which page a folder shows depends on the server, and from a disk it shows a list of files. Links between pages name the file.",
		Zh: "目录显示哪个页面取决于服务器设置，在本地磁盘上只会列出文件。页面之间的链接必须写到文件名。",
	},
	Example: `<a href="../departments/">部门</a>`,
}

var refusedLink = &diag.Rule{
	Code: "K107", Severity: diag.Error,
	Title:   diag.Text{En: "address not allowed", Zh: "地址不允许使用"},
	Message: diag.Text{En: "the address of “%s” (%s) is empty, malformed or of a kind that is not allowed", Zh: "“%s”的地址（%s）为空、格式错误或者属于不允许的类型"},
	Hint:    diag.Text{En: "use a relative address, or one that begins with https:, http:, mailto: or tel:", Zh: "请使用相对地址，或者以 https:、http:、mailto:、tel: 开头的地址"},
	Explain: diag.Text{
		En: "Addresses such as javascript:, and data: anywhere but in a picture or style, can run a stranger's script under the site's name, file: names the editor's own disk, and an empty address leads back to the same page.",
		Zh: "javascript: 以及图片和样式之外的 data: 等地址可能以本站名义运行他人的脚本，file: 指向编辑自己的磁盘，空地址只会回到本页。",
	},
	Example: `<a href="javascript:history.back()">返回</a>`,
}
