package render

import (
	"math"
	"strconv"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// Picture is time limits as drawn: a row for each page they are grouped by,
// time from left to right. Places along the axis are shares of its width and
// not lengths, so that one picture fits a telephone and a screen, and grows
// when it is zoomed, without its shapes and letters growing or shrinking.
type Picture struct {
	ID          string // in the page; the ids of its parts begin with it
	Label       string // in words
	First, Last string // the days at the edges, for the script
	Years       []Tick
	Quarters    []Tick
	NameQuarter int // the least zoom that has room for the names of quarters; 0 for none
	Rows        []PictureRow
	Today       *Today // nil where the clock is not within the picture
	Left        int    // rows that had no room
	Detailed    bool   // a row for each measure, with its time limits in words
	Has         PictureKinds
}

// PictureKinds says what there is to explain beside a picture.
type PictureKinds struct{ Due, Expiry, Period, Over, Near bool }

// Zooms are the widths that the picture can be given, as multiples of its own.
func (p *Picture) Zooms() []int { return []int{1, 2, 4} }

// Share is a place along the axis, or a length: 0 to 1 of its width.
type Share float64

// String is the share in the form of SVG: 12.5%.
func (s Share) String() string {
	return strconv.FormatFloat(math.Round(float64(s)*1e4)/100, 'f', -1, 64) + "%"
}

// Tick is a line across the picture.
type Tick struct {
	X    Share
	Text string // "" for a line without a name
}

// Today is the line of the day by which the status was told.
type Today struct {
	X     Share
	Text  string
	Align string // start, middle or end: which part of the text stands at the line
	Date  DateView
}

// PictureRow is the time limits of one page.
type PictureRow struct {
	Link
	Number Name    // of a measure
	Words  string  // what the row holds; "" where Limits say it
	Limits []Limit // in words, of a measure
	Height int     // in CSS pixels
	Bars   []Bar
	Marks  []Mark
}

// Mark is a day by which something is to be done or until which a benefit
// runs, or several of a kind on one day.
type Mark struct {
	X          Share
	Y          int // of its middle, in CSS pixels
	Code       string
	Status     string
	Start, End string
	Count      int
	Href       string
	Title      string
}

// Bar is a period, or several with the same days.
type Bar struct {
	Mark // X is where it begins, Y its upper edge
	W    Share
}

// Measures of the picture, in CSS pixels.
const (
	narrow     = 256 // the axis on the narrowest telephone; wider, everything is only farther apart
	markRoom   = 26  // between the middles of two marks in a lane
	markLane   = 28
	barHeight  = 16
	barLane    = 24
	barRoom    = 24 // the least width of a bar, for the number in it
	rowPadding = 6
	yearRoom   = 40 // the name of a year
)

// most is how many rows a picture may have.
const most = 40

// grouping says on which row a time limit stands: a row is the page that it
// leads to.
type grouping func(d *site.Deadline) *site.Page

// picture draws the time limits that have an end, in the first of the groupings
// that gives few enough rows; the last one is cut off where it has to be. It is
// nil where there is nothing to draw.
func (p *pager) picture(id string, limits []*site.Deadline, by ...grouping) *Picture {
	var rows []rowLimits
	for _, g := range by {
		if rows = groupRows(limits, g); len(rows) <= most {
			break
		}
	}
	return p.drawRows(id, rows)
}

// drawRows draws a picture of rows.
func (p *pager) drawRows(id string, rows []rowLimits) *Picture {
	if len(rows) == 0 {
		return nil
	}
	pic := &Picture{ID: id, Detailed: rows[0].page.Kind == site.MeasurePage}
	if len(rows) > most {
		pic.Left = len(rows) - most
		rows = rows[:most]
	}
	a := p.axisOf(rows)
	pic.First, pic.Last = string(a.first), string(a.last)
	pic.Label = p.say("timeline.picture.label", p.date(a.first).Text, p.date(a.last).Text)
	pic.Years, pic.Quarters = a.years(), p.quarters(a)
	pic.NameQuarter = a.nameQuarters()
	pic.Today = p.today(a)
	for _, r := range rows {
		pic.Rows = append(pic.Rows, p.drawRow(a, r))
		pic.Has.see(r.limits)
	}
	return pic
}

// see notes what kinds of marks time limits need.
func (k *PictureKinds) see(limits []*site.Deadline) {
	for _, d := range limits {
		switch {
		case d.Kind == plan.Due:
			k.Due = true
		case isBar(d):
			k.Period = true
		default:
			k.Expiry = true
		}
		k.Over = k.Over || d.Status.Over()
		k.Near = k.Near || d.Status.Near()
	}
}

// rowLimits is the time limits of one row.
type rowLimits struct {
	page   *site.Page
	limits []*site.Deadline
}

// groupRows gives each row its time limits, in the order of the documents.
func groupRows(all []*site.Deadline, by grouping) []rowLimits {
	var rows []rowLimits
	at := map[*site.Page]int{}
	for _, d := range site.InDocumentOrder(all) {
		if d.End == "" {
			continue
		}
		page := by(d)
		i, ok := at[page]
		if !ok {
			i = len(rows)
			at[page] = i
			rows = append(rows, rowLimits{page: page})
		}
		rows[i].limits = append(rows[i].limits, d)
	}
	return rows
}

// The groupings.

func (p *pager) byMeasure(d *site.Deadline) *site.Page { return d.Measure.Page(p.lang) }

func (p *pager) byPlan(d *site.Deadline) *site.Page { return d.Measure.Plan.Page(p.lang) }

func (p *pager) byScope(d *site.Deadline) *site.Page {
	return d.Measure.Plan.Scope().Page(p.lang)
}

func (p *pager) byDocument(d *site.Deadline) *site.Page {
	return d.Measure.Plan.Document.Page(p.lang)
}
