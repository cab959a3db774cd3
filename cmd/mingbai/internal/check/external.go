package check

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/site"
)

var externalCheck = pageCheck{
	rules: []*diag.Rule{thirdParty, unmarkedExternal},
	run: func(r *report, p *page) {
		for _, l := range p.Links {
			t := l.to
			switch {
			case t.where != outside:
			case l.Loads:
				r.quoted(l.Href, thirdParty, l.Tag, quote(l.Href))
			case l.Tag == "a" && !site.IsGovernment(t.Host) && !slices.Contains(strings.Fields(l.Rel), "external"):
				r.quoted(l.Href, unmarkedExternal, l.name(), t.Host)
			}
		}
	},
}

var thirdParty = &diag.Rule{
	Code: "K108", Severity: diag.Error,
	Title:   diag.Text{En: "file from another site", Zh: "加载站外文件"},
	Message: diag.Text{En: "<%s> loads %s from another site", Zh: "<%s> 从站外加载 %s"},
	Hint:    diag.Text{En: "put the file into assets/ and name it there", Zh: "请把文件放进 assets/，从本站引用"},
	Explain: diag.Text{
		En: "A picture, style sheet, script or frame comes from a host that is not the site's own. It tells a stranger who reads the page, may be changed or removed without notice, and fails where only IPv6 or the government network is to be had. The site's security policy blocks it.",
		Zh: "图片、样式、脚本或框架来自站外主机：会向第三方泄露访问者信息，可能被改动或撤下，在仅有 IPv6 或政务网的环境中无法加载。本站的安全策略会拦截它。",
	},
	Example: `<img src="https://cdn.example.com/logo.png" alt="徽标">`,
}

var unmarkedExternal = &diag.Rule{
	Code: "K109", Severity: diag.Warning,
	Title:   diag.Text{En: "link to another site is not marked", Zh: "站外链接未作标记"},
	Message: diag.Text{En: "the link “%s” leads to %s, which is no government site, without rel=\"external\"", Zh: "链接“%s”指向非政府网站 %s，没有标记 rel=\"external\""},
	Hint:    diag.Text{En: "check that the site may be linked to, and give the link rel=\"external\"", Zh: "请确认可以链接该网站，并为链接加上 rel=\"external\""},
	Explain: diag.Text{
		En: "Links to sites outside *.gov.cn are inspected: a domain that was sold shows a stranger's page under the portal's authority. Such links carry rel=\"external\", by which the reader is told that the link leaves the government's sites.",
		Zh: "政府网站检查关注指向 *.gov.cn 以外的链接：域名一旦易主，就会以政府网站的名义指向他人的内容。这类链接应当标记 rel=\"external\"，据此提示读者将要离开政府网站。",
	},
	Example: `<a href="https://www.example.com/">合作平台</a>`,
}
