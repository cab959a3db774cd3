package render

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// drawn is the picture of the fixture with other time limits of its first
// measure (in the form of front matter), at a clock.
func drawn(t *testing.T, limits string, clock plan.Date) *Picture {
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
	return p.picture()
}

func TestPictureJoinsWhatFallsTogether(t *testing.T) {
	pic := drawn(t, `  - { text: a, kind: due, end: 2022-06-30 }
  - { text: b, kind: due, end: 2022-06-30 }
  - { text: c, kind: expiry, end: 2022-06-30 }
  - { text: d, kind: period, start: 2022-01-01, end: 2022-12-31 }
  - { text: e, kind: period, start: 2022-01-01, end: 2022-12-31 }
  - { text: f, kind: ongoing, start: 2022-01-01 }
`, "2022-06-15")
	if len(pic.Rows) != 1 || pic.Rows[0].Label.Text != "减税降费专项行动" {
		t.Fatalf("rows: %+v", pic.Rows)
	}
	row := pic.Rows[0]
	var marks []string
	for _, m := range row.Marks {
		marks = append(marks, m.Title)
	}
	want := []string{"完成时限 2022年6月30日前：2 个", "政策到期 至2022年6月30日"}
	if diff := cmp.Diff(want, marks); diff != "" {
		t.Error(diff)
	}
	if len(row.Bars) != 1 || row.Bars[0].Count != 2 {
		t.Errorf("bars: %+v", row.Bars)
	}
	if row.Marks[0].Y == row.Marks[1].Y || row.Marks[0].Expiry || !row.Marks[1].Expiry {
		t.Errorf("due and expiry are not apart: %+v", row.Marks)
	}
}

func TestPictureHasRoomForEverything(t *testing.T) {
	for name, limits := range map[string]string{
		"one day":    "  - { text: a, kind: due, end: 2022-06-30 }\n",
		"last day":   "  - { text: a, kind: due, end: 2022-12-31 }\n  - { text: b, kind: period, start: 2022-12-31, end: 2022-12-31 }\n",
		"many years": "  - { text: a, kind: period, start: 2011-02-03, end: 2035-12-31 }\n  - { text: b, kind: expiry, end: 2012-02-29 }\n",
		"in turn":    "  - { text: a, kind: period, start: 2022-01-01, end: 2022-03-31 }\n  - { text: b, kind: period, start: 2022-06-01, end: 2022-09-30 }\n  - { text: c, kind: period, start: 2022-02-01, end: 2022-08-31 }\n",
	} {
		pic := drawn(t, limits, "2022-06-15")
		row := pic.Rows[0]
		for _, b := range row.Bars {
			if b.X < 0 || b.X+b.Width > pic.Width || b.Y < row.Baseline || b.Y+barHeight > row.Bottom || b.Width < 3 {
				t.Errorf("%s: bar %+v outside of %+v", name, b, row)
			}
			if slices.ContainsFunc(row.Bars, func(o Bar) bool { return o != b && o.Y == b.Y && o.X < b.X+b.Width && b.X < o.X+o.Width }) {
				t.Errorf("%s: bar %+v lies on another", name, b)
			}
		}
		for _, m := range row.Marks {
			if m.X-markSize < 0 || m.X+markSize > pic.Width || m.Y-markSize < row.Y || m.Y+markSize > row.Bottom {
				t.Errorf("%s: mark %+v outside of %+v", name, m, row)
			}
		}
		if row.Bottom > pic.Height || len(pic.Ticks) > 40 {
			t.Errorf("%s: row ends at %d of %d, %d ticks", name, row.Bottom, pic.Height, len(pic.Ticks))
		}
	}
	lanes := drawn(t, "  - { text: a, kind: period, start: 2022-01-01, end: 2022-03-31 }\n  - { text: b, kind: period, start: 2022-06-01, end: 2022-09-30 }\n", "2022-06-15")
	if bars := lanes.Rows[0].Bars; bars[0].Y != bars[1].Y {
		t.Error("periods one after the other do not share a lane")
	}
}

func TestTodayStandsInThePictureWhenItIsNear(t *testing.T) {
	limits := "  - { text: a, kind: due, end: 2022-06-30 }\n"
	for clock, want := range map[plan.Date]bool{
		"2022-06-15": true, "2022-12-01": true, "2023-05-01": true, "2030-01-01": false, "": false,
	} {
		if got := drawn(t, limits, clock).Today != nil; got != want {
			t.Errorf("clock %q: today in the picture %v, want %v", clock, got, want)
		}
	}
}

func TestNoPictureWithoutDates(t *testing.T) {
	if pic := drawn(t, "  - { text: 延长6个月, kind: term }\n", "2022-06-15"); pic != nil {
		t.Errorf("%+v", pic)
	}
}
