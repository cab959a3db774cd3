package check

import (
	"regexp"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

var styleCheck = siteCheck{
	rules: []*diag.Rule{styleBroken, styleThirdParty},
	run: func(s *sweep) error {
		for i := range s.files {
			f := &s.files[i]
			if f.kind != styleFile || (f.flags&odd == 0 && !s.leadsAstray(f)) {
				continue
			}
			data, err := s.data(f.Name)
			if err != nil {
				return err
			}
			s.style(f.Name, data)
		}
		return nil
	},
}

// style tells which addresses of a style sheet lead to no file.
func (s *sweep) style(name string, css []byte) {
	for _, href := range styleURLs(css) {
		t := s.c.resolve(name, href)
		switch {
		case t.where == outside:
			s.file(name, styleThirdParty, quote(href))
		case t.where != inside || s.find(hash(t.Path)) < 0:
			s.file(name, styleBroken, quote(href))
		}
	}
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
