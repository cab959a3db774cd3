package render

import (
	"fmt"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// bundle is time limits of one kind with the same days.
type bundle struct {
	*site.Deadline // the first of them
	count          int
}

// bundles joins the time limits that would be drawn on top of each other.
func bundles(limits []*site.Deadline) []bundle {
	type key struct {
		bar, expiry bool
		start, end  plan.Date
	}
	var out []bundle
	at := map[key]int{}
	for _, d := range limits {
		k := key{isBar(d), d.Kind != plan.Due, "", d.End}
		if k.bar {
			k.start = d.Start
		}
		if i, ok := at[k]; ok {
			out[i].count++
			continue
		}
		at[k] = len(out)
		out = append(out, bundle{d, 1})
	}
	return out
}

func isBar(d *site.Deadline) bool { return d.Kind == plan.Period && d.Start != "" }

// drawRow places the time limits of an action: first marks, then bars, each in
// the first lane where it does not touch another.
func (p *pager) drawRow(a axis, r rowLimits, y int) PictureRow {
	row := PictureRow{Y: y, Baseline: y + 20, Label: p.link(r.scope.Page(p.lang)).Name}
	all := bundles(r.limits)
	y += labelSpace
	marks, bars := lanes{gap: 4}, lanes{gap: 6}
	for _, b := range all {
		if !isBar(b.Deadline) {
			x := a.x(b.End, 1)
			x = min(x, pictureWidth-margin-markSize)
			lane := marks.place(x-markSize, x+markSize)
			row.Marks = append(row.Marks, p.mark(b, x, y+lane*markLane+markLane/2))
		}
	}
	y += len(marks.ends) * markLane
	for _, b := range all {
		if isBar(b.Deadline) {
			from, to := a.x(b.Start, 0), a.x(b.End, 1)
			end := to
			if b.count > 1 {
				end += 28 // its number
			}
			lane := bars.place(from, end)
			row.Bars = append(row.Bars, p.bar(b, from, max(to-from, 3), y+lane*barLane+(barLane-barHeight)/2))
		}
	}
	row.Bottom = y + len(bars.ends)*barLane + rowEnd
	return row
}

func (p *pager) mark(b bundle, x, y int) Mark {
	m := Mark{
		X: x, Y: y, Expiry: b.Kind != plan.Due, Status: string(b.Status), Count: b.count,
		Title: p.bundleTitle(b),
	}
	if m.Expiry {
		const d = markSize + 2
		m.Points = fmt.Sprintf("%d,%d %d,%d %d,%d %d,%d", x, y-d, x+d, y, x, y+d, x-d, y)
	}
	return m
}

func (p *pager) bar(b bundle, x, width, y int) Bar {
	bar := Bar{X: x, Y: y, Width: width, Status: string(b.Status), Count: b.count, Title: p.bundleTitle(b), After: x + width + 5}
	if bar.After > pictureWidth-margin-10 {
		bar.After = x + width - 24 // no room beside it
	}
	return bar
}

// bundleTitle says in words what a mark stands for.
func (p *pager) bundleTitle(b bundle) string {
	text := p.say("kind."+string(b.Kind)) + " " + wording.Limit(p.words, p.lang, b.Deadline.Deadline)
	if b.count > 1 {
		text = p.say("timeline.marks", text, b.count)
	}
	return strings.TrimSpace(text)
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
