package check

import (
	"net/url"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// hreflangs are the names of the languages in links between twin pages.
var hreflangs = map[plan.Lang]string{plan.Zh: "zh-CN", plan.En: "en"}

// defaultLang is the language for readers of any other: Chinese is the authority.
const defaultLang = "x-default"

var alternateCheck = pageCheck{
	rules: []*diag.Rule{noAlternate, wrongAlternate},
	run: func(r *report, p *page) {
		if !r.hasAlternates(p) {
			return
		}
		r.alternate(p, plan.Zh, hreflangs[plan.Zh])
		r.alternate(p, plan.En, hreflangs[plan.En])
		if !r.c.config.Omits(content.AnyLanguagePart) {
			r.alternate(p, plan.Zh, defaultLang)
		}
	},
}

// hasAlternates reports whether a page must name its versions. Search engines
// pass over those of a page that they know under another.
func (r *report) hasAlternates(p *page) bool {
	return p.Lang != "" && !p.isErrorPage() && len(r.c.config.Languages) >= 2 && r.c.base.Host != "" && r.canonical(p) == p.Path
}

// alternate looks at the page's <link> of one name, which must lead to the
// version in lang.
func (r *report) alternate(p *page, lang plan.Lang, name string) {
	hrefs := p.alternates(name)
	if len(hrefs) != 1 {
		r.page(noAlternate, name, len(hrefs))
		return
	}
	if want := p.version(lang); !r.leadsTo(p, hrefs[0], want) {
		r.page(wrongAlternate, name, hrefs[0], want)
	}
}

// version is the path of the page in a language.
func (p *page) version(lang plan.Lang) string {
	if lang != p.Lang {
		return p.twin()
	}
	return p.Path
}

// leadsTo reports whether an address on a page is the full one of another.
func (r *report) leadsTo(p *page, href, want string) bool {
	t := r.c.resolve(p.Path, href)
	return t.where == inside && t.Path == want && isAbsolute(href, r.c.base)
}

// alternateFlags are what of a page's alternates its twin must know.
func (r *report) alternateFlags(p *page) (f factFlags) {
	if p.Lang == "" {
		return 0
	}
	toTwin := p.alternates(hreflangs[p.Lang.Other()])
	if slices.ContainsFunc(toTwin, func(h string) bool { return r.c.resolve(p.Path, h).Path == p.twin() }) {
		f |= namesTwin
	}
	if !r.hasAlternates(p) {
		return f
	}
	if len(toTwin) == 1 && r.leadsTo(p, toTwin[0], p.twin()) {
		f |= wantsTwin
	}
	if hrefs := p.alternates(defaultLang); p.Lang != plan.Zh && len(hrefs) == 1 && r.leadsTo(p, hrefs[0], p.twin()) {
		f |= wantsAgain
	}
	return f
}

var reciprocalCheck = siteCheck{
	rules: []*diag.Rule{notReciprocal},
	run: func(s *sweep) error {
		for i := range s.files {
			f := &s.files[i]
			if f.flags&(wantsTwin|wantsAgain) == 0 {
				continue
			}
			twin := s.twin(f)
			if twin == nil || twin.flags&namesTwin != 0 {
				continue // where the twin is missing, the link is broken
			}
			if f.flags&wantsTwin != 0 {
				s.page(f.Name, notReciprocal, twin.Name, hreflangs[langOf(f.Name).Other()])
			}
			if f.flags&wantsAgain != 0 {
				s.page(f.Name, notReciprocal, twin.Name, defaultLang)
			}
		}
		return nil
	},
}

// alternates are the addresses of the <link rel=alternate> for a language.
func (p *page) alternates(hreflang string) []string {
	var hrefs []string
	for _, a := range p.Alternates {
		if !a.Switch && strings.EqualFold(a.Hreflang, hreflang) {
			hrefs = append(hrefs, a.Href)
		}
	}
	return hrefs
}

// isAbsolute reports whether an address begins as the site's does, which is how
// search engines want it.
func isAbsolute(href string, base *url.URL) bool {
	return strings.HasPrefix(href, base.Scheme+"://")
}

var noAlternate = &diag.Rule{
	Code: "K511", Severity: diag.Error,
	Title:   diag.Text{En: "hreflang missing", Zh: "缺少 hreflang"},
	Message: diag.Text{En: "the page has no single <link rel=alternate hreflang=%q> (found %d)", Zh: "页面应有且只有一个 <link rel=alternate hreflang=%q>（现有 %d 个）"},
	Explain: diag.Text{
		En: "Every page says where it stands in each language, itself included, and which one is for readers of other languages. Search engines then show each reader the right one.",
		Zh: "每个页面都要说明自己各语言版本的地址（包括自身），以及其他语言的读者看哪一个，搜索引擎据此为读者选择版本。",
	},
	Example: `<link rel="alternate" hreflang="en" href="…"> alone`,
}

var wrongAlternate = &diag.Rule{
	Code: "K512", Severity: diag.Error,
	Title:   diag.Text{En: "hreflang leads elsewhere", Zh: "hreflang 指向错误"},
	Message: diag.Text{En: "hreflang=%q is %s; expected the full address of %s", Zh: "hreflang=%q 的地址为 %s，应为 %s 的完整网址"},
	Explain: diag.Text{
		En: "hreflang leads to the same page in the other language, not to the home page, and to the page itself in its own. It is written with the site's domain.",
		Zh: "hreflang 指向同一页面的另一语言版本（不是首页），本语言则指向页面自身，并且写明域名。",
	},
	Example: `en/about.html: <link rel="alternate" hreflang="zh-CN" href="https://…/zh/index.html">`,
}

var notReciprocal = &diag.Rule{
	Code: "K513", Severity: diag.Error,
	Title:   diag.Text{En: "hreflang is not mutual", Zh: "hreflang 没有互指"},
	Message: diag.Text{En: "%s (hreflang=%q) does not link back to this page", Zh: "%s（hreflang=%q）没有指回本页"},
	Explain: diag.Text{
		En: "Search engines trust hreflang only where both pages name each other; otherwise they ignore it on both.",
		Zh: "只有两个页面互相指明，搜索引擎才采信 hreflang，否则两边都不采信。",
	},
	Example: `zh/about.html names en/about.html, which names zh/index.html`,
}
