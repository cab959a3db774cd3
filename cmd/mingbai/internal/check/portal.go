package check

import (
	"regexp"
	"slices"
	"time"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// The tags of 国办发〔2017〕47号, annex: those of the site stand on every page,
// and besides a page has those of a column or those of an article.
var (
	siteTags     = []string{"SiteName", "SiteDomain", "SiteIDCode"}
	columnTags   = []string{"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
	articleTags  = []string{"ArticleTitle", "PubDate", "ContentSource"}
	optionalTags = []string{"Keywords", "Author", "Description", "Image", "Url"}
)

// columnTypes are the values of ColumnType that the annex has.
var columnTypes = []string{
	"首页", "概况信息", "机构职能", "负责人信息", "工作动态", "政策文件", "信息公开指南", "信息公开目录", "信息公开年报",
	"依法申请公开", "数据发布", "数据开放", "政策解读", "回应关切", "办事服务", "咨询投诉", "征集调查", "在线访谈",
}

// pubDate is the form of PubDate, a time of +08:00.
const pubDate = "2006-01-02 15:04"

var (
	siteCode   = regexp.MustCompile(`^(bm\d{8}|\d{10})$`)
	siteDomain = regexp.MustCompile(`^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$`)
)

var portalCheck = pageCheck{
	rules: []*diag.Rule{noTag, emptyTag, malformedTag, tagTwice, noGroup},
	run: func(r *report, p *page) {
		for _, name := range slices.Concat(siteTags, columnTags, articleTags, optionalTags) {
			r.tag(p, name)
		}
		if r.c.config.Omits(content.PortalTagsPart) {
			return
		}
		r.siteTags(p)
		if p.isErrorPage() {
			return
		}
		o := r.origin
		column := p.hasAny(columnTags) || o.Kind == site.HomePage
		article := p.hasAny(articleTags) || o.Kind == site.MeasurePage || o.Kind == site.SourcePage
		if !column && !article {
			r.page(noGroup)
		}
		if column {
			r.required(p, columnTags)
		}
		if article {
			r.required(p, dated(o, articleTags))
		}
	},
}

// dated leaves PubDate out where no time of publication is recorded: the
// document has a finding for that, and no page may invent one.
func dated(o origin, names []string) []string {
	if !o.Undated {
		return names
	}
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == "PubDate" })
}

// siteTags wants the tags of the site, as far as its configuration has them:
// what is empty there has a finding of its own.
func (r *report) siteTags(p *page) {
	c := r.c.config
	for i, value := range []string{c.Name.Zh, c.Domain, c.SiteCode} {
		if value != "" {
			r.required(p, siteTags[i:i+1])
		}
	}
}

func (r *report) required(p *page, names []string) {
	for _, name := range names {
		if len(p.Metas[name]) == 0 {
			r.page(noTag, name)
		}
	}
}

// tag looks at the values of one tag.
func (r *report) tag(p *page, name string) {
	values := p.Metas[name]
	if len(values) > 1 {
		r.page(tagTwice, name, len(values))
	}
	for _, v := range values {
		if squeeze(v) == "" {
			r.page(emptyTag, name)
			continue
		}
		r.value(p, name, v)
	}
}

// value holds a tag's value against its form.
func (r *report) value(p *page, name, v string) {
	switch name {
	case "SiteIDCode":
		if !siteCode.MatchString(v) {
			r.page(malformedTag, name, v, "bm + 8 digits, or 10 digits")
		}
	case "SiteDomain":
		if !siteDomain.MatchString(v) {
			r.page(malformedTag, name, v, "www.example.gov.cn")
		}
	case "ColumnType":
		if !slices.Contains(columnTypes, v) {
			r.page(malformedTag, name, v, "首页, 机构职能, 政策文件, 政策解读, …")
		}
	case "PubDate":
		if _, err := time.Parse(pubDate, v); err != nil {
			r.page(malformedTag, name, v, "YYYY-MM-DD HH:MM")
		}
	}
}

// publishedCheck is apart from the page's own rules, because the day goes on while
// a page stays as it is.
var publishedCheck = siteCheck{
	rules: []*diag.Rule{futureDate},
	run: func(s *sweep) error {
		if s.c.clock == "" {
			return nil
		}
		for _, f := range s.files {
			if f.kind != pageFile || f.more == nil {
				continue
			}
			for _, v := range f.more.pubDates {
				if t, err := time.Parse(pubDate, v); err == nil && plan.Date(t.Format(time.DateOnly)) > s.c.clock {
					s.page(f.Name, futureDate, v, string(s.c.clock))
				}
			}
		}
		return nil
	},
}

func (p *page) hasAny(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return len(p.Metas[name]) > 0 })
}

var noTag = &diag.Rule{
	Code: "K401", Severity: diag.Error,
	Title:   diag.Text{En: "portal tag missing", Zh: "缺少网站标签"},
	Message: diag.Text{En: "the page has no <meta name=%q>", Zh: "页面没有 <meta name=%q>"},
	Hint:    diag.Text{En: "fill in content/site.yaml, or the front matter of the document", Zh: "请填写 content/site.yaml，或者文件的头部信息"},
	Explain: diag.Text{
		En: "国办发〔2017〕47号 asks for these tags on every page of a government website: of the site on all, of the column on lists, of the article on texts. National search and inspection read them.",
		Zh: "国办发〔2017〕47号要求政府网站每个页面带有标签：所有页面带网站标签，列表页带栏目标签，内容页带文章标签。全国政府网站的搜索和检查以此为据。",
	},
	Example: `<head> … no <meta name="SiteIDCode"> … </head>`,
}

var emptyTag = &diag.Rule{
	Code: "K402", Severity: diag.Error,
	Title:   diag.Text{En: "empty portal tag", Zh: "网站标签为空"},
	Message: diag.Text{En: "<meta name=%q> has no value", Zh: "<meta name=%q> 没有值"},
	Hint:    diag.Text{En: "leave an optional tag out where there is nothing to say", Zh: "没有内容的可选标签请不要输出"},
	Explain: diag.Text{
		En: "A tag with an empty value counts as wrong, even where the tag itself is optional.",
		Zh: "标签值为空按错误处理，即使该标签本身可以不写。",
	},
	Example: `<meta name="Keywords" content="">`,
}

var malformedTag = &diag.Rule{
	Code: "K403", Severity: diag.Error,
	Title:   diag.Text{En: "malformed portal tag", Zh: "网站标签格式错误"},
	Message: diag.Text{En: "<meta name=%q> is %q; expected %s", Zh: "<meta name=%q> 的值为 %q，应为 %s"},
	Explain: diag.Text{
		En: "The value has not the form that 国办发〔2017〕47号 lays down: SiteIDCode is bm and 8 digits or 10 digits, SiteDomain a host name alone, ColumnType one of the listed types, PubDate a time such as 2022-06-08 09:00.",
		Zh: "标签值不符合国办发〔2017〕47号规定的格式：SiteIDCode 为 bm 加 8 位数字或 10 位数字，SiteDomain 只写域名，ColumnType 取规定的栏目类别，PubDate 形如 2022-06-08 09:00。",
	},
	Example: `<meta name="PubDate" content="2022年6月8日">`,
}

var tagTwice = &diag.Rule{
	Code: "K404", Severity: diag.Error,
	Title:   diag.Text{En: "portal tag repeated", Zh: "网站标签重复"},
	Message: diag.Text{En: "<meta name=%q> stands %d times", Zh: "<meta name=%q> 出现 %d 次"},
	Explain: diag.Text{
		En: "A program that reads the tags takes the first or the last, and nobody knows which.",
		Zh: "读取标签的程序只取第一个或最后一个，结果无法确定。",
	},
	Example: `<meta name="SiteName" content="甲"><meta name="SiteName" content="乙">`,
}

var noGroup = &diag.Rule{
	Code: "K405", Severity: diag.Error,
	Title:   diag.Text{En: "neither column nor article tags", Zh: "没有栏目标签或文章标签"},
	Message: diag.Text{En: "the page has neither column tags nor article tags", Zh: "页面既没有栏目标签，也没有文章标签"},
	Hint:    diag.Text{En: "a list has ColumnName and its fellows, a text ArticleTitle and its fellows", Zh: "列表页带 ColumnName 等标签，内容页带 ArticleTitle 等标签"},
	Explain: diag.Text{
		En: "Beside the tags of the site a page carries those of a column, if it lists others, or those of an article, if it is a text. Without them it is found neither by national search nor by inspection.",
		Zh: "除网站标签外，列表页应带栏目标签，内容页应带文章标签。两者都没有，全国政府网站搜索和检查都无法归类。",
	},
	Example: `<head> … no ColumnName and no ArticleTitle … </head>`,
}

var futureDate = &diag.Rule{
	Code: "K406", Severity: diag.Error,
	Title:   diag.Text{En: "publication date in the future", Zh: "发布时间晚于今天"},
	Message: diag.Text{En: "PubDate is %s; today is %s", Zh: "PubDate 为 %s，今天是 %s"},
	Hint:    diag.Text{En: "take the time from the document's record, or correct the clock", Zh: "请按文件的发布记录填写，或者更正时钟"},
	Explain: diag.Text{
		En: "A publication date comes from the document's record. One that lies ahead of the day of the build is forged or mistyped; forged dates fail the inspection of a whole site.",
		Zh: "发布时间应取自文件的发布记录。晚于生成当天的日期不是伪造就是笔误；伪造发布时间可使整个网站检查不合格。",
	},
	Example: `<meta name="PubDate" content="2099-01-01 09:00">`,
}
