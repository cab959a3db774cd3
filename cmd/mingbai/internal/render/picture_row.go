package render

import (
	"cmp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// bundle is time limits of one kind with the same days.
type bundle struct {
	*site.Deadline // the first of them
	count          int
}

// bundles joins the time limits that would be drawn on top of each other. One
// measure may say the same twice; it counts once.
func bundles(limits []*site.Deadline) []bundle {
	type key struct {
		bar, due   bool
		start, end plan.Date
	}
	type said struct {
		key
		measure *site.Measure
	}
	var out []bundle
	at := map[key]int{}
	seen := map[said]bool{}
	for _, d := range limits {
		k := key{isBar(d), d.Kind == plan.Due, "", d.End}
		if k.bar {
			k.start = d.Start
		}
		if seen[said{k, d.Measure}] {
			continue
		}
		seen[said{k, d.Measure}] = true
		if i, ok := at[k]; ok {
			out[i].count++
			continue
		}
		at[k] = len(out)
		out = append(out, bundle{d, 1})
	}
	slices.SortStableFunc(out, func(a, b bundle) int {
		return cmp.Or(strings.Compare(string(a.from()), string(b.from())), strings.Compare(string(b.End), string(a.End)))
	})
	return out
}

// from is the day at which it begins in the picture.
func (b bundle) from() plan.Date {
	if isBar(b.Deadline) {
		return b.Start
	}
	return b.End
}

func isBar(d *site.Deadline) bool { return d.Kind == plan.Period && d.Start != "" }

// drawRow places the time limits of a row: first marks, then bars, each in the
// first lane where it does not touch another.
func (p *pager) drawRow(a axis, r rowLimits) PictureRow {
	all := bundles(r.limits)
	row := p.rowHead(r, all)
	y := rowPadding
	marks, bars := lanes{}, lanes{gap: 2}
	for _, b := range all {
		if isBar(b.Deadline) {
			continue
		}
		m := p.mark(b, r.page)
		m.X = a.x(b.End, 1)
		x := int(m.X * narrow)
		m.Y = y + marks.place(x-markRoom/2, x+markRoom/2)*markLane + markLane/2
		row.Marks = append(row.Marks, m)
	}
	y += len(marks.ends) * markLane
	for _, b := range all {
		if !isBar(b.Deadline) {
			continue
		}
		bar := Bar{Mark: p.mark(b, r.page)}
		bar.X, bar.W = a.barPlace(b.Start, b.End)
		from := int(bar.X * narrow)
		to := from + int(bar.W*narrow+0.5)
		bar.Y = y + bars.place(from, to)*barLane + (barLane-barHeight)/2
		row.Bars = append(row.Bars, bar)
	}
	row.Height = y + len(bars.ends)*barLane + rowPadding
	return row
}

// barPlace is where a period begins and how long it is. A short one is drawn
// long enough to be seen and to hold a number.
func (a axis) barPlace(start, end plan.Date) (x, w Share) {
	x = a.x(start, 0)
	w = max(a.x(end, 1)-x, Share(barRoom)/narrow)
	return min(x, 1-w), w
}

// rowHead is what stands beside a row: of a measure its time limits in words,
// of any other page how many there are and which comes next.
func (p *pager) rowHead(r rowLimits, all []bundle) PictureRow {
	row := PictureRow{Link: p.link(r.page)}
	switch {
	case r.page.Kind == site.MeasurePage:
		row.Number = p.number(r.page.Measure)
		for _, bar := range []bool{false, true} { // in the order of the track
			for _, b := range all {
				if isBar(b.Deadline) == bar {
					row.Limits = append(row.Limits, p.limit(b.Deadline))
				}
			}
		}
		return row
	case r.page.Department != nil:
		row.Link = p.department(r.page.Department)
	}
	row.Href = p.drawnOn(r.page)
	n := 0
	for _, b := range all {
		n += b.count
	}
	row.Words = p.say("timeline.row", n)
	if next := site.NearFirst(r.limits)[0]; !next.Status.Over() {
		row.Words = p.say("timeline.row.next", n, p.date(next.End).Text)
	}
	return row
}

// drawnOn is the address of a page's own picture; of a document, which has none,
// that of the page.
func (p *pager) drawnOn(page *site.Page) string {
	address := p.place.to(page.URL)
	if page.Kind == site.DocumentPage {
		return address
	}
	return address + "#timeline"
}

// mark is what a mark or bar says and where it leads: to its measure, or, where
// it stands for several, to the page that shows them apart.
func (p *pager) mark(b bundle, row *site.Page) Mark {
	l := p.limit(b.Deadline)
	m := Mark{
		Code: string(b.Kind), Status: l.Status, Start: l.Start, End: l.End, Count: b.count,
		Title: l.Kind + " " + l.Text,
	}
	if b.count > 1 {
		m.Title = p.say("timeline.marks", m.Title, b.count)
		m.Href = p.drawnOn(row)
	} else {
		measure := p.link(b.Measure.Page(p.lang))
		m.Title = p.say("timeline.mark", m.Title, measure.Text)
		m.Href = measure.Href
	}
	if l.Word != "" {
		m.Title = p.say("timeline.mark.status", m.Title, l.Word)
	}
	return m
}

// lanes packs spans side by side.
type lanes struct {
	ends []int // where the last span of each lane ends
	gap  int
}

// place gives the first lane that is free from a place on.
func (l *lanes) place(from, to int) int {
	for i, end := range l.ends {
		if from >= end+l.gap {
			l.ends[i] = to
			return i
		}
	}
	l.ends = append(l.ends, to)
	return len(l.ends) - 1
}
