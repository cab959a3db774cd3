package render

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// MatrixData is what matrix.html shows: who has how many measures in what.
type MatrixData struct {
	Of     *Link // the document; nil for the matrix of the whole site
	Whole  *Link // the matrix of the whole site; nil on its own page
	Roles  []RoleName
	Shades []Shade
	Tables []MatrixTable // the columns in runs that fit a page
	All    int           // departments in all
	Left   int           // departments that had no room
	Hidden int           // columns that had no room
	Found  bool          // whether anybody has a duty
	Below  []Link        // the matrices of the documents
}

// RoleName is a role in words.
type RoleName struct{ Code, Label string }

// MatrixTable is some columns of a matrix with all rows.
type MatrixTable struct {
	Columns []Link
	Rows    []MatrixLine
}

// MatrixLine is the row of a department.
type MatrixLine struct {
	Link
	Measures int
	Classes  string // has-lead …: the roles it has in these columns
	Cells    []MatrixField
}

// MatrixField is a cell; its zero value is an empty one.
type MatrixField struct {
	Href    string
	Count   int
	Step    int // of the shade
	Label   string
	Column  Name
	Classes string
	Roles   []RoleField
}

// RoleField is the part of a cell's measures in which the department has one
// role.
type RoleField struct {
	Code  string
	Count int
	Step  int
}

// How large the tables of a matrix may be.
const (
	mostColumns   = 12 // of a table
	mostTables    = 4
	mostLines     = 60
	mostDocuments = 24
)

func (p *pager) matrix() MatrixData {
	m, d := p.site.Matrix, MatrixData{}
	if doc := p.page.Document; doc != nil {
		m = doc.Matrix
		d.Whole = p.linkTo(p.site.Fixed(site.MatrixPage, p.lang))
	}
	switch only := p.site.Only(); {
	case p.page.Document != nil:
		d.Of = p.linkTo(p.page.Document.Page(p.lang))
	case only != nil:
		d.Of = p.linkTo(only.Page(p.lang))
	default:
		for _, doc := range first(p.site.Documents, mostDocuments) {
			l := p.link(doc.AsMatrix.Page(p.lang))
			l.Name = p.nameOf(doc.Page(p.lang))
			d.Below = append(d.Below, l)
		}
	}
	d.All, d.Found = len(m.Rows), len(m.Rows) > 0
	rows := first(m.Rows, mostLines)
	d.Left = d.All - len(rows)
	scale := newScale(rows)
	d.Shades = scale.shades()
	columns := newestColumns(m.Columns)
	shown := first(columns, mostColumns*mostTables)
	d.Hidden = len(columns) - len(shown)
	for run := range slices.Chunk(shown, mostColumns) {
		d.Tables = append(d.Tables, p.matrixTable(m.Columns, rows, run, scale))
	}
	d.Roles = p.rolesOf(rows)
	return d
}

// linkTo is link for a place that may be empty; nil for no page.
func (p *pager) linkTo(page *site.Page) *Link {
	if page == nil {
		return nil
	}
	l := p.link(page)
	return &l
}

// rolesOf names the roles that occur.
func (p *pager) rolesOf(rows []site.MatrixRow) []RoleName {
	var roles []RoleName
	for _, role := range plan.Roles() {
		found := false
		for _, row := range rows {
			for _, cell := range row.Cells {
				found = found || cell.Count(role) > 0
			}
		}
		if found {
			roles = append(roles, RoleName{string(role), p.say("department.role." + string(role))})
		}
	}
	return roles
}

// newestColumns are the places of the columns, those of the newest documents
// first; the parts of one document keep their order.
func newestColumns(columns []site.MatrixColumn) []int {
	places := make([]int, len(columns))
	for i := range places {
		places[i] = i
	}
	date := func(i int) string {
		if doc := columns[i].Document; doc != nil {
			return string(doc.Date)
		}
		return ""
	}
	slices.SortStableFunc(places, func(a, b int) int { return strings.Compare(date(b), date(a)) })
	return places
}

// matrixTable is the columns at some places.
func (p *pager) matrixTable(columns []site.MatrixColumn, rows []site.MatrixRow, places []int, scale heatScale) MatrixTable {
	var t MatrixTable
	for _, at := range places {
		t.Columns = append(t.Columns, p.link(columns[at].Page(p.lang)))
	}
	for _, row := range rows {
		line := MatrixLine{Link: p.department(row.Department), Measures: row.Measures}
		has := map[plan.Role]bool{}
		for i, at := range places {
			f := p.matrixField(line.Link, t.Columns[i].Name, row.Cells[at], scale)
			if f.Count > 0 {
				f.Href = line.Href + "#" + columns[at].Anchor()
			}
			for _, r := range f.Roles {
				has[plan.Role(r.Code)] = true
			}
			line.Cells = append(line.Cells, f)
		}
		if len(has) > 0 {
			line.Classes = roleClasses(has)
			t.Rows = append(t.Rows, line)
		}
	}
	return t
}

// matrixField is a cell: its number, and in words how many of the measures the
// department has which role in.
func (p *pager) matrixField(dep Link, column Name, cell site.MatrixCell, scale heatScale) MatrixField {
	n := len(cell.Tasks)
	if n == 0 {
		return MatrixField{}
	}
	f := MatrixField{Count: n, Step: scale.step(n), Column: column}
	has := map[plan.Role]bool{}
	var parts []string
	for _, role := range plan.Roles() {
		if c := cell.Count(role); c > 0 {
			has[role] = true
			f.Roles = append(f.Roles, RoleField{string(role), c, scale.step(c)})
			parts = append(parts, p.say("matrix.cell.role", p.say("department.role."+string(role)), c))
		}
	}
	f.Classes = roleClasses(has)
	f.Label = p.say("matrix.cell", n, dep.Text, column.Text, strings.Join(parts, p.say("separator")))
	return f
}
