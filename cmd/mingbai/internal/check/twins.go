package check

import (
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

var canonicalCheck = pageCheck{
	rules: []*diag.Rule{noCanonical, wrongCanonical},
	run: func(r *report, p *page) {
		if p.Lang == "" || p.isErrorPage() || r.c.base.Host == "" {
			return
		}
		if len(p.Canonicals) != 1 {
			r.page(noCanonical, len(p.Canonicals))
			return
		}
		href, want := p.Canonicals[0], r.canonical(p)
		t := r.c.resolve(p.Path, href)
		if t.where != inside || t.Path != want || !isAbsolute(href, r.c.base) {
			r.page(wrongCanonical, href, want)
		}
	},
}

var switchCheck = pageCheck{
	rules: []*diag.Rule{noSwitch},
	run: func(r *report, p *page) {
		if p.Lang == "" || len(r.c.config.Languages) < 2 {
			return
		}
		for _, a := range p.Alternates {
			t := r.c.resolve(p.Path, a.Href)
			if a.Switch && t.where == inside && t.Path == p.twin() && strings.EqualFold(a.Hreflang, hreflangs[p.Lang.Other()]) {
				return
			}
		}
		r.page(noSwitch, p.twin())
	},
}

var twinCheck = siteCheck{
	rules: []*diag.Rule{anchorsDiffer},
	run: func(s *sweep) error {
		for i := range s.files {
			f := &s.files[i]
			if f.kind != pageFile || f.ids == nil || len(f.ids.main) == 0 {
				continue
			}
			if twin := s.twin(f); twin != nil && f.ids != twin.ids && !twin.ids.hasAll(f.ids.main) {
				if err := s.anchors(f, twin); err != nil {
					return err
				}
			}
		}
		return nil
	},
}

// anchors tells which anchors of a page its twin lacks; the page is read again
// for their names.
func (s *sweep) anchors(f, twin *File) error {
	p, err := s.read(f.Name)
	if err != nil {
		return err
	}
	n, one := 0, ""
	for _, id := range p.mainIDs {
		if !twin.ids.has(hash(id)) {
			if n++; n == 1 {
				one = id
			}
		}
	}
	if n > 0 {
		s.page(f.Name, anchorsDiffer, n, one, twin.Name)
	}
	return nil
}

var noCanonical = &diag.Rule{
	Code: "K521", Severity: diag.Error,
	Title:   diag.Text{En: "canonical address missing", Zh: "缺少规范网址"},
	Message: diag.Text{En: "the page has %d <link rel=canonical>; it must have one", Zh: "页面有 %d 个 <link rel=canonical>，应当恰有一个"},
	Explain: diag.Text{
		En: "The canonical address says under which of many addresses (with and without www, with parameters, on a mirror) a page is known.",
		Zh: "同一页面可能有多个地址（带或不带 www、带参数、镜像站），规范网址说明以哪一个为准。",
	},
	Example: `<head> … no <link rel="canonical"> … </head>`,
}

var wrongCanonical = &diag.Rule{
	Code: "K522", Severity: diag.Error,
	Title:   diag.Text{En: "canonical address leads elsewhere", Zh: "规范网址指向错误"},
	Message: diag.Text{En: "the canonical address is %s; expected the full address of %s", Zh: "规范网址为 %s，应为 %s 的完整网址"},
	Hint:    diag.Text{En: "each language is canonical to itself, a side-by-side page to the Chinese one", Zh: "每种语言的页面以自身为准，中英对照页以中文页面为准"},
	Explain: diag.Text{
		En: "A page that names another one as canonical disappears from search results. Each language version names itself. A side-by-side page repeats the text of both, and names the Chinese one.",
		Zh: "页面把别的页面写成规范网址，自己就会从搜索结果中消失。各语言版本以自身为准。中英对照页重复两种语言的正文，以中文页面为准。",
	},
	Example: `zh/about.html: <link rel="canonical" href="https://…/zh/index.html">`,
}

var noSwitch = &diag.Rule{
	Code: "K523", Severity: diag.Error,
	Title:   diag.Text{En: "no way to the other language", Zh: "没有语言切换"},
	Message: diag.Text{En: "the page has no <a rel=alternate hreflang> to its twin %s", Zh: "页面没有指向另一语言版本 %s 的 <a rel=alternate hreflang>"},
	Hint:    diag.Text{En: "link to the same page in the other language, not to its home page", Zh: "请链接到同一页面的另一语言版本，而不是首页"},
	Explain: diag.Text{
		En: "A reader who changes the language wants to go on reading the same page.",
		Zh: "切换语言的读者希望继续看同一页面。",
	},
	Example: `zh/about.html: <a rel="alternate" hreflang="en" href="../en/index.html">English</a>`,
}

var anchorsDiffer = &diag.Rule{
	Code: "K524", Severity: diag.Warning,
	Title:   diag.Text{En: "anchors differ between languages", Zh: "两种语言的锚点不一致"},
	Message: diag.Text{En: "%d anchors of this page, %q first, are not on %s", Zh: "本页有 %d 个锚点（第一个是 %q）在 %s 中没有"},
	Hint:    diag.Text{En: "twin paragraphs carry the same {#…}", Zh: "对应的段落使用相同的 {#…}"},
	Explain: diag.Text{
		En: "Changing the language keeps the place on the page, and a link to a paragraph works in both languages. That needs the same anchors on both pages.",
		Zh: "切换语言时应停留在原来的位置，指向某一段的链接在两种语言下都应有效。因此两个页面的锚点要一致。",
	},
	Example: `zh/a.html: <p id="p31">; en/a.html: no id p31`,
}
