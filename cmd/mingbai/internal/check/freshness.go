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
	run: func(s *sweep) error {
		clock := s.c.clock
		for _, c := range s.columns() {
			if c.newest != "" && clock != "" {
				days := int(clock.Time().Sub(c.newest.Time()) / (24 * time.Hour))
				s.page(c.page, newestOf, c.name, string(c.newest), days, string(clock))
			}
		}
		return nil
	},
}

// column is a column of the configuration: all Chinese pages with its name.
type column struct {
	name   string
	page   string    // the first of them
	newest plan.Date // publication of the newest page that any of them lists
}

// columns are the columns of the configuration that have pages, by name.
func (s *sweep) columns() []*column {
	byName := map[string]*column{}
	for _, f := range s.files {
		if f.more == nil || f.more.column == "" {
			continue
		}
		c := byName[f.more.column]
		if c == nil {
			c = &column{name: f.more.column, page: f.Name}
			byName[c.name] = c
		}
		c.newest = max(c.newest, s.newest(f.more.listed))
	}
	return slices.SortedFunc(maps.Values(byName), func(a, b *column) int { return strings.Compare(a.name, b.name) })
}

// newest is the day of the newest page among places.
func (s *sweep) newest(listed packed) plan.Date {
	var newest plan.Date
	for id := range listed.all {
		i := s.places[id].file
		if i < 0 || s.files[i].more == nil {
			continue
		}
		if day, err := time.Parse(pubDate, first(s.files[i].more.pubDates)); err == nil {
			newest = max(newest, plan.Date(day.Format(time.DateOnly)))
		}
	}
	return newest
}

// columnOf is the column of the configuration that a Chinese list belongs to.
func (c *Checker) columnOf(p *page) string {
	name := first(p.Metas["ColumnName"])
	if name == "" || p.Lang != plan.Zh || p.isErrorPage() || len(p.Metas["ArticleTitle"]) > 0 {
		return ""
	}
	return c.columns[name]
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
