package check

import (
	"net/url"
	"path"
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// footerField is something that the footer of every page must have.
type footerField struct {
	name diag.Text
	text string // must stand in the footer; "" for nothing
	host string // a link must lead there; "" for none
	code string // and have this in its address
	near bool   // the link is about the page, and may stand at its text
}

// footerFields are the fields for a page, as far as the configuration has
// their values: what is empty there has a finding of its own.
func footerFields(config content.Config, lang plan.Lang) []footerField {
	if config.Frame.Mode == content.PortalColumn {
		return nil // the portal's own stands below the page
	}
	f, code := config.Footer, config.SiteCode
	fields := []footerField{
		{name: diag.Text{En: "sponsor", Zh: "主办单位"}, text: inOr(f.Sponsor, lang)},
		{name: diag.Text{En: "undertaker", Zh: "承办单位"}, text: inOr(f.Undertaker, lang)},
		{name: diag.Text{En: "contact", Zh: "联系方式"}, text: inOr(f.Contact, lang)},
		{name: diag.Text{En: "site code", Zh: "网站标识码"}, text: code},
	}
	for _, l := range []footerField{
		{name: diag.Text{En: "link for reporting errors", Zh: "找错"}, host: "zfwzgl.www.gov.cn", code: code, near: true},
		{name: diag.Text{En: "mark of party and government bodies", Zh: "党政机关标识"}, host: "bszs.conac.cn", code: f.ConacID},
		{name: diag.Text{En: "ICP number", Zh: "ICP备案号"}, host: "beian.miit.gov.cn", text: f.ICP},
		{name: diag.Text{En: "police registration", Zh: "公安备案号"}, host: "beian.mps.gov.cn", code: f.PoliceCode},
	} {
		if l.code != "" || l.text != "" {
			fields = append(fields, l)
		}
	}
	return fields
}

// inOr is a text in lang, else in Chinese: a page at the root has no language,
// and a footer shows the official name where no translation is given.
func inOr(t plan.Text, lang plan.Lang) string {
	if s, ok := t.In(lang); ok && lang != "" {
		return s
	}
	return t.Zh
}

var footerCheck = pageCheck{
	rules: []*diag.Rule{footerLacks, noSiteMap},
	run: func(r *report, p *page) {
		if p.LeadsOn {
			return // nobody reads it
		}
		for _, field := range r.c.footers[p.Lang] {
			if field.near && (p.isErrorPage() || r.c.base.Host == "") {
				continue // there is no address to report
			}
			if !r.footerHas(p, field) {
				r.page(footerLacks, field.name)
			}
		}
		if r.c.config.Omits(content.SiteMapPart) {
			return
		}
		for _, l := range p.Links {
			if l.InFooter && path.Base(l.to.Path) == "sitemap.html" {
				return
			}
		}
		r.page(noSiteMap)
	},
}

func (r *report) footerHas(p *page, f footerField) bool {
	if f.text != "" && !strings.Contains(p.Footer, squeeze(f.text)) {
		return false
	}
	if f.host == "" {
		return true
	}
	for _, l := range p.Links {
		if !(l.InFooter || f.near) || l.to.Host != f.host {
			continue
		}
		// The police register's address has its code after a #.
		if all, err := url.QueryUnescape(l.Href); err == nil && strings.Contains(all, f.code) {
			return true
		}
	}
	return false
}

var footerLacks = &diag.Rule{
	Code: "K411", Severity: diag.Error,
	Title:   diag.Text{En: "footer is incomplete", Zh: "页脚不完整"},
	Message: diag.Text{En: "the footer lacks the %s as content/site.yaml has it", Zh: "页脚缺少%s，或者与 content/site.yaml 不一致"},
	Hint:    diag.Text{En: "the layout of the footer must show every field of the configuration", Zh: "页脚布局应当显示配置中的每一项"},
	Explain: diag.Text{
		En: "国办发〔2017〕47号 asks for a footer with the sponsor, the contact, the site's code, its registrations with their links, the mark of party and government bodies and the way to report an error, on every page.",
		Zh: "国办发〔2017〕47号要求每个页面的页脚列明主办单位、联系方式、网站标识码、各项备案号及其链接、党政机关标识和找错入口。",
	},
	Example: `<footer><p>联系方式：0871-00000000</p></footer>`,
}

var noSiteMap = &diag.Rule{
	Code: "K412", Severity: diag.Error,
	Title:   diag.Text{En: "footer without site map", Zh: "页脚没有网站地图"},
	Message: diag.Text{En: "the footer has no link to sitemap.html", Zh: "页脚没有指向 sitemap.html 的链接"},
	Explain: diag.Text{
		En: "Every page leads to the site map, so that a reader who is lost, and a program that inspects the site, can reach every other page.",
		Zh: "每个页面都应链接到网站地图，便于迷路的读者和检查程序到达其他页面。",
	},
	Example: `<footer><a href="about.html">关于</a></footer>`,
}
