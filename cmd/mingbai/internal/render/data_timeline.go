package render

import (
	"cmp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// TimelineData is what timeline.html shows.
type TimelineData struct {
	Views   []Link
	Picture *Picture // nil where no time limit has a date
	Dated   []Limit
	Undated []Limit // without an end: terms, ongoing and recurring ones
	Left    int     // time limits that the tables leave to the pages of the actions
}

// mostLimits is how many time limits the tables of a page hold.
const mostLimits = 500

func (p *pager) timeline() TimelineData {
	d := TimelineData{Views: p.timelineViews()}
	dated, undated := parted(p.site.Deadlines)
	for _, part := range []struct {
		from []*site.Deadline
		to   *[]Limit
	}{{dated, &d.Dated}, {undated, &d.Undated}} {
		kept := part.from
		if len(kept) > mostLimits { // those that matter to readers now
			kept = first(site.NearFirst(kept), mostLimits)
			d.Left += len(part.from) - len(kept)
		}
		*part.to = p.rows(kept)
	}
	d.Picture = p.picture("timeline", p.site.Deadlines, p.byScope, p.byDocument)
	return d
}

// parted divides time limits into those with and without a last day.
func parted(all []*site.Deadline) (dated, undated []*site.Deadline) {
	for _, d := range all {
		if d.End != "" {
			dated = append(dated, d)
		} else {
			undated = append(undated, d)
		}
	}
	return dated, undated
}

// timelineViews leads to the timeline in its two arrangements; nil where the
// site does without one of them.
func (p *pager) timelineViews() []Link {
	var views []Link
	for _, kind := range []site.Kind{site.TimelinePage, site.DepartmentTimelinePage} {
		to := p.site.Fixed(kind, p.lang)
		if to == nil {
			return nil
		}
		l := p.link(to)
		l.Name = own(p.say("timeline.view." + string(kind)))
		views = append(views, l)
	}
	return views
}

// DepartmentTimelineData is what timeline-departments.html shows.
type DepartmentTimelineData struct {
	Views   []Link
	Picture *Picture
	Rows    []DepartmentLimits
}

// DepartmentLimits is how many time limits of each kind a department has.
type DepartmentLimits struct {
	Link
	Due, Expiry, Period, Undated int
	Next                         *Limit // nil where none is to come
}

func (p *pager) departmentTimeline() DepartmentTimelineData {
	d := DepartmentTimelineData{Views: p.timelineViews()}
	for _, dep := range p.busiestByLimits() {
		row := DepartmentLimits{Link: p.department(dep)}
		row.Href += "#limits"
		for _, limit := range dep.Deadlines {
			switch {
			case limit.End == "":
				row.Undated++
			case limit.Kind == plan.Due:
				row.Due++
			case isBar(limit):
				row.Period++
			default:
				row.Expiry++
			}
		}
		row.Next = p.next(dep.Deadlines)
		d.Rows = append(d.Rows, row)
	}
	d.Picture = p.departmentPicture()
	return d
}

// departmentPicture has a row for each department, those with the most time
// limits first.
func (p *pager) departmentPicture() *Picture {
	var rows []rowLimits
	for _, dep := range p.busiestByLimits() {
		if dated, _ := parted(dep.Deadlines); len(dated) > 0 {
			rows = append(rows, rowLimits{page: dep.Page(p.lang), limits: dated})
		}
	}
	return p.drawRows("timeline", rows)
}

// busiestByLimits lists the departments that have time limits, those with the
// most first.
func (p *pager) busiestByLimits() []*site.Department {
	var all []*site.Department
	for _, d := range p.site.Departments {
		if len(d.Deadlines) > 0 {
			all = append(all, d)
		}
	}
	slices.SortFunc(all, func(a, b *site.Department) int {
		return cmp.Or(cmp.Compare(len(b.Deadlines), len(a.Deadlines)), strings.Compare(a.ID, b.ID))
	})
	return all
}

// next is the time limit that comes next; nil where none has a day to come.
func (p *pager) next(limits []*site.Deadline) *Limit {
	near := first(site.NearFirst(limits), 1)
	if len(near) == 0 || near[0].End == "" || near[0].Status.Over() {
		return nil
	}
	return &p.rows(near)[0]
}
