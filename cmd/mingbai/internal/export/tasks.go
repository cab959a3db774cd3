package export

import (
	"slices"
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// task is a row of the table of tasks that offices circulate (任务分工表): a
// measure with those who answer for it and its time limits.
type task struct {
	measure *site.Measure
	cells   []cell // one for each column
}

// cell is a text, or a day where the measure has exactly one of its kind: a
// spreadsheet can then sort and filter by it.
type cell struct {
	text string
	day  plan.Date
}

// column is a column of the table.
type column struct {
	key   string  // of its heading, after task.col.
	width float64 // in characters of a spreadsheet
	of    func(v *voice, m *site.Measure, index int) cell
}

// text makes a column of texts.
func text(key string, width float64, of func(v *voice, m *site.Measure) string) column {
	return column{key, width, func(v *voice, m *site.Measure, _ int) cell { return cell{text: of(v, m)} }}
}

// who makes a column of those who have a role.
func who(role plan.Role) column {
	return text(string(role), 17, func(v *voice, m *site.Measure) string { return v.who(m, role) })
}

// dayColumn makes a column of the last days of some kinds of time limits.
func dayColumn(key string, kinds ...plan.DeadlineKind) column {
	return column{key, 12, func(_ *voice, m *site.Measure, _ int) cell { return lastDays(m, kinds) }}
}

// columns are those of the table. Which document a measure stands in is said
// where the table covers several; what a department has to do for it, in that
// department's own.
func columns(documents int, own *site.Department) []column {
	all := []column{{"index", 6, func(_ *voice, _ *site.Measure, index int) cell { return cell{text: strconv.Itoa(index)} }}}
	if documents > 1 {
		all = append(all, text("document", 18, func(v *voice, m *site.Measure) string {
			return site.TitleOf(&m.Plan.Document.Pair, v.lang).Text
		}))
	}
	all = append(all,
		text("scope", 13, (*voice).actionName),
		text("plan", 18, func(v *voice, m *site.Measure) string { return m.Plan.Name(v.lang).Text }),
		text("number", 8, func(v *voice, m *site.Measure) string { return m.FullNumber(v.lang) }),
		text("measure", 26, (*voice).title),
	)
	if own != nil {
		all = append(all, text("own", 10, func(v *voice, m *site.Measure) string { return v.rolesOf(own, m) }))
	}
	return append(all,
		who(plan.Lead), who(plan.Responsible), who(plan.Support), who(plan.Implement),
		dayColumn("due", plan.Due), dayColumn("expiry", plan.Expiry, plan.Period),
		text("limits", 22, (*voice).limitsText),
		text("amounts", 14, func(v *voice, m *site.Measure) string { return strings.Join(v.amounts(m), listEnds[v.lang]) }),
		text("source", 8, func(_ *voice, m *site.Measure) string { return lineOf(m) }),
		text("page", 10, (*voice).pageOf),
	)
}

// rolesOf says what a department has to do for a measure.
func (v *voice) rolesOf(d *site.Department, m *site.Measure) string {
	var all []string
	for _, g := range m.Roles {
		if slices.ContainsFunc(g.Duties, func(duty *site.Duty) bool { return duty.Department == d }) {
			all = append(all, v.say("department.role."+string(g.Role)))
		}
	}
	return strings.Join(all, separators[v.lang])
}

// actionName is the measure's action; "" where its document has none.
func (v *voice) actionName(m *site.Measure) string {
	if m.Plan.Action == nil {
		return ""
	}
	return site.TitleOf(&m.Plan.Action.Pair, v.lang).Text
}

// lastDays is the last days of the measure's time limits of some kinds: a day
// where there is one, else a list of days.
func lastDays(m *site.Measure, kinds []plan.DeadlineKind) cell {
	var all []string
	for _, d := range distinct(m.Deadlines) {
		for _, k := range kinds {
			if d.Kind == k && d.End != "" {
				all = append(all, string(d.End))
			}
		}
	}
	if len(all) == 1 {
		return cell{text: all[0], day: plan.Date(all[0])}
	}
	return cell{text: strings.Join(all, "; ")}
}

// limitsText says all time limits of a measure with their kinds.
func (v *voice) limitsText(m *site.Measure) string {
	var all []string
	for _, d := range distinct(m.Deadlines) {
		all = append(all, v.say("data.pair", v.say("kind."+string(d.Kind)), v.limit(d)))
	}
	return strings.Join(all, listEnds[v.lang])
}

// listEnds stand between the sentences of a list.
var listEnds = map[plan.Lang]string{plan.Zh: "；", plan.En: "; "}

func lineOf(m *site.Measure) string {
	if m.Source.Line == 0 {
		return ""
	}
	return strconv.Itoa(m.Source.Line)
}

// pageOf is the address of the measure's page: in full where it is known, else
// below the site's root.
func (v *voice) pageOf(m *site.Measure) string {
	page := m.Page(v.lang)
	if address := v.address(page); address != "" {
		return address
	}
	return page.URL
}

// tasks are the rows of a table. An item that only heads others is none.
func (v *voice) tasks(of site.Download, cols []column) []task {
	var rows []task
	for _, m := range measuresOf(v.site, of) {
		if m.Heading && len(m.Roles) == 0 {
			continue
		}
		row := task{measure: m}
		for _, c := range cols {
			row.cells = append(row.cells, c.of(v, m, len(rows)+1))
		}
		rows = append(rows, row)
	}
	return rows
}

// measuresOf are the measures that a file is about, in their order.
func measuresOf(s *site.Site, of site.Download) []*site.Measure {
	switch {
	case of.Document != nil:
		return of.Document.Measures
	case of.Department != nil:
		return of.Department.InOrder()
	}
	var all []*site.Measure
	for _, d := range s.Documents {
		all = append(all, d.Measures...)
	}
	return all
}

// table is the columns and rows of a table of tasks.
func (v *voice) table(of site.Download) ([]column, []task) {
	documents := len(v.site.Documents)
	if of.Document != nil {
		documents = 1
	}
	cols := columns(documents, of.Department)
	return cols, v.tasks(of, cols)
}
