package site

import (
	"slices"

	"mingbai/cmd/mingbai/internal/plan"
)

// Matrix says how many measures each department has a duty for in each part of
// a whole: in the actions of a document, or in the documents of the site.
type Matrix struct {
	Columns []MatrixColumn // those in which anybody has a duty
	Rows    []MatrixRow    // the departments with the most measures first
}

// MatrixColumn is an action, a plan that belongs to none, or a document.
type MatrixColumn struct {
	Scope    Scope     // zero where the column is a document
	Document *Document // nil where the column is a scope
}

// Anchor is the name of the column's part on the page of a department.
func (c MatrixColumn) Anchor() string {
	if c.Document != nil {
		return c.Document.Anchor()
	}
	return c.Scope.Anchor()
}

// Page is the page that the column stands for.
func (c MatrixColumn) Page(lang plan.Lang) *Page {
	if c.Document != nil {
		return c.Document.Page(lang)
	}
	return c.Scope.Page(lang)
}

// MatrixRow is a department with a cell for each column.
type MatrixRow struct {
	Department *Department
	Measures   int
	Cells      []MatrixCell
}

// MatrixCell is the measures of a department in a column.
type MatrixCell struct{ Tasks []*Task }

// Count is the number of measures in which the department has a role.
func (c MatrixCell) Count(role plan.Role) int { return countRole(c.Tasks, role) }

// buildMatrices makes the matrix of each document and that of the site.
func (b *builder) buildMatrices() {
	if b.site.Omits(MatrixPage) {
		return
	}
	var all []departmentTasks
	of := map[*Document][]departmentTasks{}
	for _, d := range b.site.Departments {
		for _, part := range d.Tasks {
			doc := part.Scope.Document()
			of[doc] = append(of[doc], departmentTasks{d, part})
			all = append(all, departmentTasks{d, part})
		}
	}
	for _, doc := range b.site.Documents {
		doc.Matrix = newMatrix(doc.scopes(), of[doc], func(s Scope) MatrixColumn { return MatrixColumn{Scope: s} })
	}
	if only := b.site.Only(); only != nil {
		b.site.Matrix = only.Matrix
		return
	}
	var scopes []Scope
	for _, doc := range b.site.Documents {
		scopes = append(scopes, doc.scopes()...)
	}
	b.site.Matrix = newMatrix(scopes, all, func(s Scope) MatrixColumn { return MatrixColumn{Document: s.Document()} })
}

// departmentTasks is what a department has to do in one scope.
type departmentTasks struct {
	department *Department
	ScopeTasks
}

// newMatrix counts tasks, which stand department by department, by the column
// that each scope falls into.
func newMatrix(scopes []Scope, parts []departmentTasks, columnOf func(Scope) MatrixColumn) *Matrix {
	m := &Matrix{}
	at := map[MatrixColumn]int{}
	for _, s := range scopes {
		column := columnOf(s)
		if _, known := at[column]; !known {
			at[column] = len(m.Columns)
			m.Columns = append(m.Columns, column)
		}
	}
	for _, part := range parts {
		if n := len(m.Rows); n == 0 || m.Rows[n-1].Department != part.department {
			m.Rows = append(m.Rows, MatrixRow{Department: part.department, Cells: make([]MatrixCell, len(m.Columns))})
		}
		row := &m.Rows[len(m.Rows)-1]
		cell := &row.Cells[at[columnOf(part.Scope)]]
		cell.Tasks = append(cell.Tasks, part.Tasks...)
		row.Measures += len(part.Tasks)
	}
	slices.SortFunc(m.Rows, func(x, y MatrixRow) int {
		return byCount(x.Measures, y.Measures, x.Department.ID, y.Department.ID)
	})
	m.dropEmptyColumns()
	return m
}

// dropEmptyColumns leaves out the columns in which nobody has a duty.
func (m *Matrix) dropEmptyColumns() {
	for i := len(m.Columns) - 1; i >= 0; i-- {
		if slices.ContainsFunc(m.Rows, func(r MatrixRow) bool { return len(r.Cells[i].Tasks) > 0 }) {
			continue
		}
		m.Columns = slices.Delete(m.Columns, i, i+1)
		for r := range m.Rows {
			m.Rows[r].Cells = slices.Delete(m.Rows[r].Cells, i, i+1)
		}
	}
}

// scopes lists all actions, and plans that belong to none, in order.
func (d *Document) scopes() []Scope {
	var all []Scope
	for _, p := range d.Plans {
		if scope := p.Scope(); len(all) == 0 || all[len(all)-1] != scope {
			all = append(all, scope)
		}
	}
	return all
}
