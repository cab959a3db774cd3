package render

import (
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// TimelineData is what timeline.html shows.
type TimelineData struct {
	Picture *Picture // nil where no time limit has a date
	Dated   []Limit
	Undated []Limit // without an end: terms, ongoing and recurring ones
}

func (p *pager) timeline() TimelineData {
	var d TimelineData
	for i, limit := range p.rows(p.site.Deadlines) {
		if p.site.Deadlines[i].End != "" {
			d.Dated = append(d.Dated, limit)
		} else {
			d.Undated = append(d.Undated, limit)
		}
	}
	d.Picture = p.picture()
	return d
}

// Picture is the timeline as drawn, in user units of an SVG: a row for each
// action, time from left to right.
type Picture struct {
	Width, Height int
	Top           int    // where the rows begin
	Label         string // in words, for those who do not see it
	Ticks         []Tick
	Rows          []PictureRow
	Today         *Tick // nil where the clock is not within the picture
}

// Tick is a line across the picture.
type Tick struct {
	X     int
	Text  string // "" for a line without a name
	Major bool
}

// PictureRow is an action's time limits.
type PictureRow struct {
	Y, Bottom int
	Baseline  int // of the label
	Label     Name
	Bars      []Bar
	Marks     []Mark
}

// Bar is a period, or several with the same days.
type Bar struct {
	X, Y, Width int
	Status      string
	Count       int
	Title       string
	After       int // where a count is written
}

// Mark is a day by which something is to be done or until which a benefit
// runs, or several of a kind on one day.
type Mark struct {
	X, Y   int
	Expiry bool
	Points string // of the diamond of an expiry
	Status string
	Count  int
	Title  string
}

// Measures of the picture, in user units.
const (
	pictureWidth = 1022
	margin       = 16
	topSpace     = 34
	labelSpace   = 26
	markSize     = 9
	markLane     = 24
	barLane      = 16
	barHeight    = 8
	rowEnd       = 10
)

// axis maps days to places.
type axis struct {
	first, last plan.Date
	days        float64
}

func newAxis(first, last plan.Date) axis {
	return axis{first, last, last.Time().Sub(first.Time()).Hours()/24 + 1}
}

// x is the place of a day's beginning; of its end with days 1 later.
func (a axis) x(d plan.Date, later float64) int {
	at := d.Time().Sub(a.first.Time()).Hours()/24 + later
	return margin + int(at/a.days*(pictureWidth-2*margin)+0.5)
}

// picture draws the time limits that have an end.
func (p *pager) picture() *Picture {
	rows := groupRows(p.site.Deadlines)
	if len(rows) == 0 {
		return nil
	}
	a := p.axisOf(rows)
	pic := &Picture{
		Width: pictureWidth, Top: topSpace, Ticks: ticks(a),
		Label: p.say("timeline.picture.label", p.date(a.first).Text, p.date(a.last).Text),
	}
	y := topSpace
	for _, r := range rows {
		row := p.drawRow(a, r, y)
		pic.Rows = append(pic.Rows, row)
		y = row.Bottom
	}
	pic.Height = y + rowEnd
	if c := p.site.Clock; c != "" && a.first <= c && c <= a.last {
		pic.Today = &Tick{X: a.x(c, 0.5), Text: p.date(c).Text}
	}
	return pic
}

// rowLimits is the time limits of one row.
type rowLimits struct {
	scope  site.Scope
	limits []*site.Deadline
}

// groupRows gives each action its time limits, in the order of the documents.
func groupRows(all []*site.Deadline) []rowLimits {
	var rows []rowLimits
	at := map[site.Scope]int{}
	for _, d := range site.InDocumentOrder(all) {
		if d.End == "" {
			continue
		}
		scope := d.Measure.Plan.Scope()
		i, ok := at[scope]
		if !ok {
			i = len(rows)
			at[scope] = i
			rows = append(rows, rowLimits{scope: scope})
		}
		rows[i].limits = append(rows[i].limits, d)
	}
	return rows
}

// axisOf spans whole months over all days, and the clock where it is less than
// a year away from them.
func (p *pager) axisOf(rows []rowLimits) axis {
	first, last := plan.Date("9999-12-31"), plan.Date("")
	widen := func(d plan.Date) {
		if d != "" {
			first, last = min(first, d), max(last, d)
		}
	}
	for _, r := range rows {
		for _, d := range r.limits {
			widen(d.Start)
			widen(d.End)
		}
	}
	if c := p.site.Clock; c != "" && c.Year() >= first.Year()-1 && c.Year() <= last.Year()+1 {
		widen(c)
	}
	return newAxis(monthStart(first), monthEnd(last))
}

func monthStart(d plan.Date) plan.Date { return d[:len("2006-01")] + "-01" }

func monthEnd(d plan.Date) plan.Date {
	end, err := plan.EndOfMonth(d.Year(), int(d.Time().Month()))
	if err != nil {
		return d
	}
	return end
}

// ticks are the beginning of the picture, of the years, and of the quarters
// where there is room for them.
func ticks(a axis) []Tick {
	const nameWidth = 50
	step := 3
	if a.last.Year()-a.first.Year() > 6 {
		step = 12
	}
	out := []Tick{{X: margin, Text: string(a.first[:4]), Major: true}}
	for year := a.first.Year(); year <= a.last.Year(); year++ {
		for month := 1; month <= 12; month += step {
			d, err := plan.MakeDate(year, month, 1)
			if err != nil || d <= a.first || d > a.last {
				continue
			}
			t := Tick{X: a.x(d, 0), Major: month == 1}
			if t.Major {
				t.Text = string(d[:4])
				if t.X < margin+nameWidth {
					out[0].Text = "" // no room for two names
				}
			}
			out = append(out, t)
		}
	}
	return out
}
