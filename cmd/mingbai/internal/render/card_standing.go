package render

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// Badge tells whether citizens can still count on a measure.
type Badge struct {
	Status string // valid, ending, partly, expired, upcoming, repealed, replaced
	Word   string
	Spans  string   // for the script that tells the status anew: 2022-01-01/2024-12-31 /2022-12-31
	Next   DateView // the first day from today on which a benefit ends; zero for none
}

// badge is the badge of a standing; nil where nothing is known.
func (p *pager) badge(s site.Standing) *Badge {
	if s.Status == site.NoStatus {
		return nil
	}
	return &Badge{
		Status: string(s.Status), Word: p.say("status." + string(s.Status)),
		Spans: spanList(s.Spans), Next: p.date(s.Next),
	}
}

// spanList is the days of benefits as the scripts read them.
func spanList(spans []site.Span) string {
	var all []string
	for _, span := range spans {
		all = append(all, string(span.Start)+"/"+string(span.End))
	}
	return strings.Join(all, " ")
}

// Term is a time limit on the card, with the words around it where the date
// alone does not say what it is the limit of: one for each benefit that has it.
type Term struct {
	Limit
	About []PhraseView
}

// terms are the measure's time limits that run for citizens, or else those that
// bind the authorities. The two are never mixed: a department's last day is not
// the end of a benefit.
func (p *pager) terms(m *site.Measure, citizens bool) []Term {
	var picked []*site.Deadline
	for _, d := range m.Deadlines {
		if site.ForCitizens(d.Kind) == citizens {
			picked = append(picked, d)
		}
	}
	var words [][]string
	for _, d := range picked {
		words = append(words, p.formsOf(d))
	}
	phrases, of := m.Phrases(p.lang, words)
	var out []Term
	limits := p.limits(picked)
	for _, l := range limits {
		t := Term{Limit: l}
		for i, d := range picked {
			if of[i] >= 0 && p.isLimit(l, d) && (len(picked) > 1 || l.End == "") {
				t.addAbout(p.about(phrases[of[i]]))
			}
		}
		out = append(out, t)
	}
	return out
}

// addAbout adds a phrase that says something, once.
func (t *Term) addAbout(v PhraseView) {
	same := func(o PhraseView) bool { return o.Text() == v.Text() }
	if v.Text() != "" && !slices.ContainsFunc(t.About, same) {
		t.About = append(t.About, v)
	}
}

// isLimit reports whether a time limit of the measure is shown as l.
func (p *pager) isLimit(l Limit, d *site.Deadline) bool {
	dated := d.Start != "" || d.End != ""
	return string(d.Kind) == l.Code && string(d.Start) == l.Start && string(d.End) == l.End &&
		(dated || p.written(d.Text).Text == l.Written.Text)
}

// formsOf is how the page's text may write a time limit.
func (p *pager) formsOf(d *site.Deadline) []string {
	text := wording.Limit(p.words, p.lang, d.Deadline)
	return []string{d.Text, text, wording.Date(d.End, p.lang), strings.TrimPrefix(text, "extended by ")}
}
