package check

import (
	"regexp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

var styleCheck = siteCheck{
	rules: []*diag.Rule{styleBroken, styleThirdParty},
	run: func(r *report) {
		for _, name := range r.w.styles() {
			for _, href := range styleURLs(r.w.Files[name]) {
				t := resolve(name, href, r.w.base)
				switch {
				case t.where == outside:
					r.file(name, styleThirdParty, quote(href))
				case t.where != inside || !r.w.exists(t.Path):
					r.file(name, styleBroken, quote(href))
				}
			}
		}
	},
}

// styles are the paths of the style sheets, in order.
func (w *world) styles() []string {
	var names []string
	for name := range w.Files {
		if strings.HasSuffix(name, ".css") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

var (
	styleComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	styleURL     = regexp.MustCompile(`(?i)url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')`)
)

// styleURLs are the addresses that a style sheet loads; data: holds its file
// itself, and # names a part of the page.
func styleURLs(css []byte) []string {
	var hrefs []string
	for _, m := range styleURL.FindAllStringSubmatch(styleComment.ReplaceAllString(string(css), ""), -1) {
		href := strings.Join(m[1:], "")
		if !strings.HasPrefix(href, "data:") && !strings.HasPrefix(href, "#") {
			hrefs = append(hrefs, href)
		}
	}
	return hrefs
}

var styleBroken = &diag.Rule{
	Code: "K621", Severity: diag.Error,
	Title:   diag.Text{En: "style sheet names a missing file", Zh: "样式引用的文件不存在"},
	Message: diag.Text{En: "%s is no file of this site", Zh: "%s 不是本站的文件"},
	Explain: diag.Text{
		En: "A picture or font that a style sheet loads is not part of the site. Every page asks for it in vain.",
		Zh: "样式表引用的图片或字体不在网站中，每个页面都会白白请求一次。",
	},
	Example: `body { background: url(gone.svg) }`,
}

var styleThirdParty = &diag.Rule{
	Code: "K622", Severity: diag.Error,
	Title:   diag.Text{En: "style sheet loads from another site", Zh: "样式加载站外文件"},
	Message: diag.Text{En: "%s comes from another site", Zh: "%s 来自站外"},
	Hint:    diag.Text{En: "put the file into assets/ and name it there", Zh: "请把文件放进 assets/，从本站引用"},
	Explain: diag.Text{
		En: "A style sheet loads a picture, font or another style sheet from a host that is not the site's own. See K108 for why the site may not.",
		Zh: "样式表从站外主机加载图片、字体或其他样式。原因参见 K108。",
	},
	Example: `@import "https://fonts.example.com/song.css";`,
}
