package render

import (
	"mingbai/cmd/mingbai/internal/plan"
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
func (a axis) x(d plan.Date, later float64) Share {
	return Share((d.Time().Sub(a.first.Time()).Hours()/24 + later) / a.days)
}

// axisOf spans whole quarters over all days, and the clock where it is less
// than a year away from them.
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
	return newAxis(quarterStart(first), quarterEnd(last))
}

// quarter is the quarter of a day, 0 to 3.
func quarter(d plan.Date) int { return (int(d.Time().Month()) - 1) / 3 }

// quarterStart is the first day of the day's quarter.
func quarterStart(d plan.Date) plan.Date {
	start, err := plan.MakeDate(d.Year(), quarter(d)*3+1, 1)
	if err != nil {
		return d
	}
	return start
}

// quarterEnd is the last day of the day's quarter.
func quarterEnd(d plan.Date) plan.Date {
	end, err := plan.EndOfMonth(d.Year(), quarter(d)*3+3)
	if err != nil {
		return d
	}
	return end
}

// years are the beginnings of the years, and of the picture; where there are
// many, not all of them have room for a name.
func (a axis) years() []Tick {
	every := 1 + (a.last.Year()-a.first.Year()+1)*yearRoom/narrow
	var ticks []Tick
	free := Share(0) // where the last name ends
	for year := a.first.Year(); year <= a.last.Year(); year++ {
		d, err := plan.MakeDate(year, 1, 1)
		if err != nil {
			continue
		}
		t := Tick{X: max(a.x(d, 0), 0)}
		next := a.x(d, 366)
		room := min(next, 1)-t.X >= Share(yearRoom)/narrow || every > 1
		if (year-a.first.Year())%every == 0 && t.X >= free && room {
			t.Text = string(d[:4])
			free = t.X + Share(yearRoom)/narrow
		}
		ticks = append(ticks, t)
	}
	return ticks
}

// manyYears is the length of an axis on which quarters are too narrow to be
// told apart.
const manyYears = 8

// quarters are the quarters of the years. The name of the year stands at its
// first one in place of the quarter's own.
func (p *pager) quarters(a axis) []Tick {
	if a.last.Year()-a.first.Year() >= manyYears {
		return nil
	}
	var ticks []Tick
	for d := a.first; d <= a.last; {
		t := Tick{X: a.x(d, 0)}
		if quarter(d) > 0 && d != a.first {
			t.Text = p.say("timeline.quarter", quarter(d)+1)
		}
		ticks = append(ticks, t)
		next := quarterEnd(d).Time().AddDate(0, 0, 1)
		if d = plan.Date(next.Format("2006-01-02")); d > a.last {
			break
		}
	}
	return ticks
}

// nameQuarters is the least zoom, 1, 2 or 4, at which the names of quarters
// have room on the narrowest telephone; 0 for none.
func (a axis) nameQuarters() int {
	const quarterDays, nameRoom = 90, 40
	for _, zoom := range (*Picture)(nil).Zooms() {
		if quarterDays/a.days*narrow*float64(zoom) >= nameRoom {
			return zoom
		}
	}
	return 0
}

// today is the line of the clock; nil where it is not on the axis.
func (p *pager) today(a axis) *Today {
	c := p.site.Clock
	if c == "" || c < a.first || c > a.last {
		return nil
	}
	t := &Today{X: a.x(c, 0.5), Date: p.date(c), Text: p.say("timeline.today", p.date(c).Text), Align: "middle"}
	switch {
	case t.X < 0.3: // on a telephone its text takes half of the width
		t.Align = "start"
	case t.X > 0.7:
		t.Align = "end"
	}
	return t
}
