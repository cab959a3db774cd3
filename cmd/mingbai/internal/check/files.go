package check

import (
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
)

var fileCheck = siteCheck{
	rules: []*diag.Rule{noFile},
	run: func(s *sweep) error {
		for _, name := range s.c.required() {
			if s.find(hash(name)) < 0 {
				s.file(name, noFile)
			}
		}
		return nil
	},
}

// required are the files that every site must have, but for those that the
// configuration leaves out: it has a finding for each.
func (c *Checker) required() []string {
	names := []string{"index.html"}
	add := func(part content.Part, name string) {
		if !c.config.Omits(part) {
			names = append(names, name)
		}
	}
	add(content.NotFoundPart, "404.html")
	add(content.SiteMapFilePart, "sitemap.xml")
	add(content.RobotsPart, "robots.txt")
	for _, lang := range c.config.Languages {
		folder := string(lang) + "/"
		names = append(names, folder+"index.html")
		add(content.NotFoundPart, folder+"404.html")
		add(content.SiteMapPart, folder+"sitemap.html")
	}
	return names
}

var noFile = &diag.Rule{
	Code: "K601", Severity: diag.Error,
	Title:   diag.Text{En: "page missing from the site", Zh: "网站缺少必备页面"},
	Message: diag.Text{En: "every site must have this file", Zh: "每个网站都必须有此文件"},
	Explain: diag.Text{
		En: "A portal's site has a home page, a page for addresses that do not exist (404.html) and a site map in every language, and at its root sitemap.xml and robots.txt for search engines.",
		Zh: "政府网站的每种语言都要有首页、404 页面和网站地图，根目录下还要有供搜索引擎读取的 sitemap.xml 和 robots.txt。",
	},
	Example: `a site without 404.html`,
}

var orphanCheck = siteCheck{
	rules: []*diag.Rule{orphan},
	run: func(s *sweep) error {
		reached := s.reachable("index.html", "zh/index.html", "en/index.html")
		for i, f := range s.files {
			if f.kind == pageFile && !reached[i] && !isErrorPage(f.Name) {
				s.page(f.Name, orphan)
			}
		}
		return nil
	},
}

// reachable are the pages, by their place among the files, to which links lead
// from the starts, over any number of pages.
func (s *sweep) reachable(starts ...string) []bool {
	reached := make([]bool, len(s.files))
	var queue []int32
	visit := func(i int32) {
		if i >= 0 && s.files[i].isPage() && !reached[i] {
			reached[i] = true
			queue = append(queue, i)
		}
	}
	for _, name := range starts {
		visit(s.find(hash(name)))
	}
	for len(queue) > 0 {
		f := &s.files[queue[len(queue)-1]]
		queue = queue[:len(queue)-1]
		for id, followed := range f.links.all {
			if followed {
				visit(s.places[id].file)
			}
		}
	}
	return reached
}

var orphan = &diag.Rule{
	Code: "K602", Severity: diag.Warning,
	Title:   diag.Text{En: "page that nothing leads to", Zh: "孤立页面"},
	Message: diag.Text{En: "no link leads here from the home pages, over any number of pages", Zh: "从首页出发，经过任何页面都到达不了本页"},
	Hint:    diag.Text{En: "link to the page from a list, or take it away", Zh: "请在列表中链接该页面，或者撤下它"},
	Explain: diag.Text{
		En: "The page is published, but a reader can find it only by its address. It is a forgotten page, or a list forgot it.",
		Zh: "页面已经发布，但读者只有知道地址才能看到。要么是被遗忘的页面，要么是列表漏掉了它。",
	},
	Example: `zh/old.html, to which no page links`,
}
