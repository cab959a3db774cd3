package render

import (
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
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
	b := &Badge{Status: string(s.Status), Word: p.say("status." + string(s.Status)), Next: p.date(s.NextEnd(p.site.Clock))}
	var spans []string
	for _, span := range s.Spans {
		spans = append(spans, string(span.Start)+"/"+string(span.End))
	}
	b.Spans = strings.Join(spans, " ")
	return b
}

// Term is a time limit on the card, with the words around it where the date
// alone does not say what it is the limit of.
type Term struct {
	Limit
	About *PhraseView
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
	limits := p.limits(picked)
	var words [][]string
	for _, l := range limits {
		words = append(words, p.wordsOf(l, picked))
	}
	phrases, of := m.Phrases(p.lang, words)
	var out []Term
	for i, l := range limits {
		t := Term{Limit: l}
		if of[i] >= 0 && (len(limits) > 1 || l.End == "") {
			t.About = p.about(phrases[of[i]])
		}
		out = append(out, t)
	}
	return out
}

// wordsOf is how the page's text may write a time limit.
func (p *pager) wordsOf(l Limit, limits []*site.Deadline) []string {
	var words []string
	for _, d := range limits {
		dated := d.Start != "" || d.End != ""
		same := string(d.Kind) == l.Code && string(d.Start) == l.Start && string(d.End) == l.End
		if same && (dated || p.written(d.Text).Text == l.Written.Text) {
			words = append(words, d.Text)
		}
	}
	return append(words, l.Text, formatDate(plan.Date(l.End), p.lang), strings.TrimPrefix(l.Text, "extended by "))
}
