package export

import (
	"net/url"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// calendar is the time limits of the site, an action or a department as an
// iCalendar file (RFC 5545). Every limit with a day is an event of whole days
// that leaves its reader free. golang-ical escapes and folds as the standard
// has it, without cutting a character in two.
func (v *voice) calendar(of site.Download) ([]byte, error) {
	c := ics.NewCalendarFor("mingbai")
	c.SetProductId("-//mingbai//mingbai//" + strings.ToUpper(string(v.lang)))
	c.SetCalscale("GREGORIAN")
	name := v.say("data.calendar.name", v.subject(of))
	c.SetName(name)
	c.SetXWRCalName(name)
	note := v.say("data.note")
	c.SetDescription(note)
	c.SetXWRCalDesc(note)
	c.SetXWRTimezone("Asia/Shanghai")
	// Programs that subscribe look again once a day.
	c.SetRefreshInterval("P1D")
	c.SetXPublishedTTL("P1D")
	if address := v.site.Absolute(of.Path); address != "" {
		c.SetUrl(address)
	}
	for _, d := range distinct(limitsOf(v.site, of)) {
		if first, last := days(d); first != "" {
			v.event(c, d, first, last)
		}
	}
	return []byte(c.Serialize(ics.WithNewLine("\r\n"))), nil
}

// limitsOf are the time limits that a calendar shows.
func limitsOf(s *site.Site, of site.Download) []*site.Deadline {
	switch {
	case of.Action != nil:
		return of.Action.Summary.Deadlines
	case of.Department != nil:
		return of.Department.Deadlines
	}
	return s.Deadlines
}

// subject is what a file is about, by name.
func (v *voice) subject(of site.Download) string {
	switch {
	case of.Action != nil:
		return site.TitleOf(&of.Action.Pair, v.lang).Text
	case of.Department != nil:
		return of.Department.Name(v.lang).Text
	case of.Document != nil:
		return site.TitleOf(&of.Document.Pair, v.lang).Text
	}
	if n := site.NameOf(v.site.Config.Title, v.lang); n.Text != "" {
		return n.Text
	}
	return site.NameOf(v.site.Config.Name, v.lang).Text
}

// days are the first and the last day of a time limit; a limit that only
// begins or only ends is the one day it names.
func days(d *site.Deadline) (first, last plan.Date) {
	switch {
	case d.Start == "":
		return d.End, d.End
	case d.End == "", d.End < d.Start:
		return d.Start, d.Start
	}
	return d.Start, d.End
}

// event adds a time limit. Its name stays the same in every calendar, in both
// languages and when its day is corrected, so that programs replace it.
func (v *voice) event(c *ics.Calendar, d *site.Deadline, first, last plan.Date) {
	m := d.Measure
	e := c.AddEvent(d.Anchor + "@" + v.host())
	e.SetDtStampTime(stamp(m.Plan.Document))
	e.SetAllDayStartAt(first.Time())
	e.SetAllDayEndAt(last.Time().AddDate(0, 0, 1)) // the day after the last
	language := &ics.KeyValues{Key: string(ics.ParameterLanguage), Value: []string{tags[v.lang]}}
	kind := v.kind(d)
	e.SetSummary(plain(v.say("data.pair", kind, v.title(m))), language)
	e.SetDescription(v.description(d), language)
	if address := v.address(m.Page(v.lang)); address != "" {
		e.SetURL(address)
	}
	e.AddCategory(kind)
	e.AddCategory(plain(m.Plan.Scope().Name(v.lang).Text))
	e.SetClass(ics.ClassificationPublic)
	e.SetTimeTransparency(ics.TransparencyTransparent)
	e.SetSequence(0)
	if m.Standing.Status.Ended() { // programs that have the event take it away
		e.SetStatus(ics.ObjectStatusCancelled)
	}
}

// kind says what the event is; of a limit without end it is the beginning.
func (v *voice) kind(d *site.Deadline) string {
	if d.End == "" {
		return v.say("data.begins")
	}
	return v.say("kind." + string(d.Kind))
}

// description says in lines what a person wants to know of a time limit.
func (v *voice) description(d *site.Deadline) string {
	m := d.Measure
	var lines []string
	add := func(label, text string) {
		if text != "" {
			lines = append(lines, plain(v.say("data.pair", label, text)))
		}
	}
	add(v.say("kind."+string(d.Kind)), v.limit(d))
	add(v.say("limit.written"), d.Text)
	if d.Inferred {
		lines = append(lines, v.say("limit.inferred"))
	}
	add(v.say("data.scope"), m.Plan.Scope().Name(v.lang).Text)
	add(v.say("data.measure"), strings.TrimSpace(m.FullNumber(v.lang)+" "+v.title(m)))
	for _, role := range plan.Roles() {
		add(v.say("role."+string(role)), v.who(m, role))
	}
	add(v.say("data.document"), site.TitleOf(&m.Plan.Document.Pair, v.lang).Text)
	add(v.say("measure.source.label"), v.source(m))
	return strings.Join(append(lines, v.say("data.note")), "\n")
}

// stamp is when what a document says was last revised, for programs that ask:
// the time of its publication, else the beginning of the day of its issue, in
// China; the beginning of time counting where it has neither.
func stamp(doc *site.Document) time.Time {
	if t, err := time.ParseInLocation("2006-01-02 15:04", doc.Published, china); err == nil {
		return t.UTC()
	}
	if doc.Date == "" {
		return time.Unix(0, 0).UTC()
	}
	return doc.Date.Time().Add(-chinaOffset).UTC()
}

// chinaOffset is China's distance to UTC; the country has one time.
const chinaOffset = 8 * time.Hour

var china = time.FixedZone("+08:00", int(chinaOffset/time.Second))

// host makes names unique in the world: the domain of the site.
func (v *voice) host() string {
	if v.site.Config.Domain != "" {
		return v.site.Config.Domain
	}
	if u, err := url.Parse(v.site.Config.BaseURL); err == nil && u.Hostname() != "" {
		return u.Hostname()
	}
	return "site.invalid"
}
