package check

import (
	"maps"
	"slices"
	"strings"
	"time"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

var freshnessCheck = siteCheck{
	rules: []*diag.Rule{newestOf},
	run: func(r *report) {
		for _, c := range r.w.columns() {
			if c.newest != "" && r.w.Clock != "" {
				days := int(r.w.Clock.Time().Sub(c.newest.Time()) / (24 * time.Hour))
				r.page(c.page, newestOf, c.name, string(c.newest), days, string(r.w.Clock))
			}
		}
	},
}

// column is a column of the configuration: all Chinese pages with its name.
type column struct {
	name   string
	page   *page     // the first of them
	newest plan.Date // publication of the newest page that any of them lists
}

// columns are the columns of the configuration that have pages, by name.
func (w *world) columns() []*column {
	byName := map[string]*column{}
	for _, c := range w.Config.Columns {
		if c.Name.Zh != "" {
			byName[c.Name.Zh] = &column{name: c.Name.Zh}
		}
	}
	for _, p := range w.html() {
		c := byName[first(p.Metas["ColumnName"])]
		if c == nil || p.Lang != plan.Zh || p.isErrorPage() || len(p.Metas["ArticleTitle"]) > 0 {
			continue
		}
		if c.page == nil {
			c.page = p
		}
		c.newest = max(c.newest, w.newest(p))
	}
	all := slices.DeleteFunc(slices.Collect(maps.Values(byName)), func(c *column) bool { return c.page == nil })
	slices.SortFunc(all, func(a, b *column) int { return strings.Compare(a.name, b.name) })
	return all
}

// newest is the day of the newest page to which the main part of p links.
func (w *world) newest(p *page) plan.Date {
	var newest plan.Date
	for _, l := range p.Links {
		t := l.to
		to := w.byPath[t.Path]
		if !l.InMain || t.where != inside || to == nil {
			continue
		}
		if day, err := time.Parse(pubDate, first(to.Metas["PubDate"])); err == nil {
			newest = max(newest, plan.Date(day.Format(time.DateOnly)))
		}
	}
	return newest
}

var newestOf = &diag.Rule{
	Code: "K631", Severity: diag.Info,
	Title:   diag.Text{En: "newest page of a column", Zh: "栏目最近更新"},
	Message: diag.Text{En: "the newest page of the column %s is dated %s, %d days before %s", Zh: "栏目“%s”最近的内容发布于 %s，距今 %d 天（今天是 %s）"},
	Explain: diag.Text{
		En: "Inspections look for columns that nobody keeps up; how long is too long the rules in force say. This finding only reports; whether a column is late is for its editor to say.",
		Zh: "检查关注长期不更新的栏目，期限以现行检查指标为准。本条只报告日期，是否逾期由栏目负责人判断。",
	},
	Example: `<meta name="PubDate" content="2022-06-08 09:00"> as the newest of all`,
}
