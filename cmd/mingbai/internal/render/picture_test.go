package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// timelinePager is a pager on the timeline of the fixture with other time limits of
// its first measure (in the form of front matter), at a clock.
func timelinePager(t *testing.T, limits string, clock plan.Date) *pager {
	t.Helper()
	s := project(t, func(files fstest.MapFS) {
		m := "doc/01-tax/1-finance/"
		replaced(t, files, m+"m01.zh.md", `  - { text: 6月30日前, kind: due, end: 2022-06-30, inferred: true }
  - { text: 2022年1月1日至2024年12月31日, kind: period, start: 2022-01-01, end: 2024-12-31 }
  - { text: 延长6个月, kind: term }
`, limits)
		replaced(t, files, m+"m02.zh.md", "deadlines:\n  - { text: until the end of September 2022, kind: expiry, end: 2022-09-30 }\n", "")
	})
	s.Clock = clock
	p := &pager{renderer: &renderer{site: s, words: mustWords(t)}, page: s.Fixed(site.TimelinePage, plan.Zh), lang: plan.Zh}
	p.place = placeOf(s, p.page)
	return p
}

// drawn is the picture by action.
func drawn(t *testing.T, limits string, clock plan.Date) *Picture {
	t.Helper()
	p := timelinePager(t, limits, clock)
	return p.picture("timeline", p.site.Deadlines, p.byScope)
}

func TestPictureJoinsWhatFallsTogether(t *testing.T) {
	p := timelinePager(t, `  - { text: a, kind: due, end: 2022-06-30 }
  - { text: b, kind: due, end: 2022-06-30 }
  - { text: c, kind: expiry, end: 2022-06-30 }
  - { text: d, kind: period, start: 2022-01-01, end: 2022-12-31 }
  - { text: e, kind: period, start: 2022-01-01, end: 2022-12-31 }
  - { text: f, kind: ongoing, start: 2022-01-01 }
`, "2022-06-15")
	pic := p.picture("timeline", p.site.Deadlines, p.byScope)
	if len(pic.Rows) != 1 || pic.Rows[0].Text != "减税降费专项行动" {
		t.Fatalf("rows: %+v", pic.Rows)
	}
	row := pic.Rows[0]
	var marks []string
	for _, m := range row.Marks {
		marks = append(marks, fmt.Sprint(m.Count, " ", m.Title))
	}
	want := []string{"1 完成时限 2022年6月30日前，加快退税（即将到时限）", "1 政策到期 至2022年6月30日，加快退税（即将到期）"}
	if diff := cmp.Diff(want, marks); diff != "" {
		t.Error("a measure that says the same twice counts once:", diff)
	}
	if len(row.Bars) != 1 || row.Words != "3 个时限，最近2022年6月30日" {
		t.Errorf("%q, bars: %+v", row.Words, row.Bars)
	}
	if row.Marks[0].Y == row.Marks[1].Y || row.Marks[0].Code != "due" || row.Marks[1].Code != "expiry" {
		t.Errorf("due and expiry are not apart: %+v", row.Marks)
	}
	other := *p.site.Deadlines[slices.IndexFunc(p.site.Deadlines, func(d *site.Deadline) bool { return d.Kind == plan.Due })]
	other.Measure = p.site.Documents[0].Measures[1]
	row = p.picture("timeline", append(slices.Clone(p.site.Deadlines), &other), p.byScope).Rows[0]
	if m := row.Marks[0]; m.Count != 2 || m.Title != "完成时限 2022年6月30日前：2 项（即将到时限）" || m.Href != "doc/tax/index.html#timeline" {
		t.Errorf("two measures on one day: %+v", m)
	}
}

// limitCases are time limits that are hard to place.
var limitCases = map[string]string{
	"one day":    "  - { text: a, kind: due, end: 2022-06-30 }\n",
	"first day":  "  - { text: a, kind: due, end: 2022-04-01 }\n  - { text: b, kind: expiry, end: 2022-04-01 }\n",
	"last day":   "  - { text: a, kind: due, end: 2022-12-31 }\n  - { text: b, kind: period, start: 2022-12-31, end: 2022-12-31 }\n",
	"many years": "  - { text: a, kind: period, start: 2011-02-03, end: 2035-12-31 }\n  - { text: b, kind: expiry, end: 2012-02-29 }\n",
	"a century":  "  - { text: a, kind: period, start: 1949-10-01, end: 2049-10-01 }\n  - { text: b, kind: due, end: 2022-12-31 }\n",
	"in turn":    "  - { text: a, kind: period, start: 2022-01-01, end: 2022-03-31 }\n  - { text: b, kind: period, start: 2022-06-01, end: 2022-09-30 }\n  - { text: c, kind: period, start: 2022-02-01, end: 2022-08-31 }\n",
	"crowded":    "  - { text: a, kind: due, end: 2022-06-01 }\n  - { text: b, kind: due, end: 2022-06-02 }\n  - { text: c, kind: expiry, end: 2022-06-03 }\n  - { text: d, kind: due, end: 2025-06-03 }\n",
}

// On the narrowest telephone nothing lies on anything else or outside; wider,
// places along the axis only move apart.
func TestPictureHasRoomForEverything(t *testing.T) {
	for name, limits := range limitCases {
		pic := drawn(t, limits, "2022-06-15")
		row := pic.Rows[0]
		var spans []span
		for _, b := range row.Bars {
			spans = append(spans, span{float64(b.X) * narrow, float64(b.X+b.W) * narrow, float64(b.Y), float64(b.Y + barHeight)})
			if b.X < 0 || b.X+b.W > 1.0001 || float64(b.W)*narrow < barRoom-0.01 {
				t.Errorf("%s: bar %+v is outside of the axis, or too short", name, b)
			}
		}
		for _, m := range row.Marks {
			const r = 13 // of the largest shape
			spans = append(spans, span{float64(m.X)*narrow - r, float64(m.X)*narrow + r, float64(m.Y - r), float64(m.Y + r)})
			if m.X < 0 || m.X > 1 {
				t.Errorf("%s: mark %+v is outside of the axis", name, m)
			}
		}
		for i, s := range spans {
			if s.top < 0 || s.bottom > float64(row.Height) {
				t.Errorf("%s: %+v is outside of a row %d high", name, s, row.Height)
			}
			for _, o := range spans[i+1:] {
				if s.touches(o) {
					t.Errorf("%s: %+v lies on %+v", name, s, o)
				}
			}
		}
	}
	lanes := drawn(t, limitCases["in turn"], "2022-06-15").Rows[0].Bars
	if lanes[0].Y != lanes[2].Y || lanes[0].Y == lanes[1].Y {
		t.Errorf("periods one after the other do not share a lane: %+v", lanes)
	}
}

// span is what a shape covers, in CSS pixels.
type span struct{ from, to, top, bottom float64 }

func (s span) touches(o span) bool {
	const round = 1 // places are rounded to pixels
	return s.from < o.to-round && o.from < s.to-round && s.top < o.bottom && o.top < s.bottom
}

// The names of years do not run into each other on the narrowest telephone, and
// some have room.
func TestYearsHaveRoomForTheirNames(t *testing.T) {
	for name, limits := range limitCases {
		pic := drawn(t, limits, "2022-06-15")
		free, names := -1.0, 0
		for _, tick := range pic.Years {
			if tick.X < 0 || tick.X > 1 {
				t.Errorf("%s: the year %s is outside", name, tick.Text)
			}
			if tick.Text == "" {
				continue
			}
			names++
			if at := float64(tick.X) * narrow; at < free {
				t.Errorf("%s: %s begins at %.0f, before %.0f", name, tick.Text, at, free)
			}
			free = float64(tick.X)*narrow + yearRoom - 1
		}
		if names == 0 || len(pic.Quarters) > 4*manyYears {
			t.Errorf("%s: %d names of years, %d quarters", name, names, len(pic.Quarters))
		}
	}
}

func TestTodayStandsInThePictureWhenItIsNear(t *testing.T) {
	limits := "  - { text: a, kind: due, end: 2022-06-30 }\n"
	for clock, want := range map[plan.Date]bool{
		"2022-06-15": true, "2022-12-01": true, "2023-05-01": true, "2030-01-01": false, "": false,
	} {
		pic := drawn(t, limits, clock)
		if got := pic.Today != nil; got != want {
			t.Errorf("clock %q: today in the picture %v, want %v", clock, got, want)
		}
		if t0 := pic.Today; t0 != nil && (t0.X <= 0 || t0.X >= 1) {
			t.Errorf("clock %q: today at %s", clock, t0.X)
		}
	}
	if got := drawn(t, limits, "2022-06-15").Today; got.Text != "截至2022年6月15日" || got.X < 0.8 || got.Align != "end" {
		t.Errorf("%+v", got)
	}
}

func TestNoPictureWithoutDates(t *testing.T) {
	if pic := drawn(t, "  - { text: 延长6个月, kind: term }\n", "2022-06-15"); pic != nil {
		t.Errorf("%+v", pic)
	}
}

// A measure's row says its time limits in words, in the order of its track.
func TestDetailedPictureSaysItsLimits(t *testing.T) {
	p := timelinePager(t, `  - { text: d, kind: period, start: 2022-01-01, end: 2022-12-31 }
  - { text: a, kind: due, end: 2022-06-30 }
`, "2022-06-15")
	pic := p.picture("timeline", p.site.Deadlines, p.byMeasure, p.byPlan)
	var words []string
	for _, l := range pic.Rows[0].Limits {
		words = append(words, l.Text)
	}
	if diff := cmp.Diff([]string{"2022年6月30日前", "2022年1月1日至2022年12月31日"}, words); diff != "" || !pic.Detailed || pic.Rows[0].Number.Text != "（一）" {
		t.Errorf("%+v\n%s", pic.Rows[0], diff)
	}
}

// A picture never has more rows than it may: it is drawn by larger parts, and
// cut off where that is not enough.
func TestLargePicturesAreBounded(t *testing.T) {
	p := timelinePager(t, "  - { text: a, kind: due, end: 2022-06-30 }\n", "2022-06-15")
	var many []*site.Deadline
	pages := map[*site.Deadline]*site.Page{}
	for range most + 5 {
		d := *p.site.Deadlines[0]
		page := *d.Measure.Page(plan.Zh)
		many = append(many, &d)
		pages[&d] = &page
	}
	each := func(d *site.Deadline) *site.Page { return pages[d] }
	if pic := p.picture("x", many, each, p.byPlan); len(pic.Rows) != 1 || pic.Left != 0 || pic.Detailed {
		t.Errorf("by larger parts: %d rows, %d left", len(pic.Rows), pic.Left)
	}
	if pic := p.picture("x", many, each); len(pic.Rows) != most || pic.Left != 5 {
		t.Errorf("cut off: %d rows, %d left", len(pic.Rows), pic.Left)
	}
}

func TestShareIsAPlaceInSVG(t *testing.T) {
	for share, want := range map[Share]string{0: "0%", 1: "100%", 1.0 / 3: "33.33%", 0.5: "50%"} {
		if got := share.String(); got != want {
			t.Errorf("%v: %s, want %s", float64(share), got, want)
		}
	}
}

// The table of the departments' timeline counts what their pages list.
func TestDepartmentTimelineCounts(t *testing.T) {
	s := project(t, nil)
	p := &pager{renderer: &renderer{site: s, words: mustWords(t)}, page: s.Fixed(site.DepartmentTimelinePage, plan.Zh), lang: plan.Zh}
	p.place = placeOf(s, p.page)
	var got []string
	for _, row := range p.departmentTimeline().Rows {
		next := ""
		if row.Next != nil {
			next = row.Next.End
		}
		got = append(got, strings.TrimSpace(fmt.Sprintln(row.Text, row.Due, row.Expiry, row.Period, row.Undated, next)))
	}
	want := []string{"某省税务局 1 1 1 1 2022-06-30", "省财政厅 1 0 1 1 2022-06-30"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
