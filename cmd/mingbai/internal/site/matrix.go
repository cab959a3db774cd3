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
	for _, doc := range b.site.Documents {
		doc.Matrix = b.matrix(func(s Scope) (MatrixColumn, bool) {
			return MatrixColumn{Scope: s}, s.Document() == doc
		})
	}
	b.site.Matrix = b.matrix(func(s Scope) (MatrixColumn, bool) {
		return MatrixColumn{Document: s.Document()}, true
	})
	if len(b.site.Documents) == 1 {
		b.site.Matrix = b.site.Documents[0].Matrix
	}
}

// matrix counts tasks by the column that each scope falls into; false leaves a
// scope out.
func (b *builder) matrix(columnOf func(Scope) (MatrixColumn, bool)) *Matrix {
	m := &Matrix{}
	at := map[MatrixColumn]int{}
	for _, s := range b.site.scopes() {
		column, ok := columnOf(s)
		if !ok {
			continue
		}
		if _, known := at[column]; !known {
			at[column] = len(m.Columns)
			m.Columns = append(m.Columns, column)
		}
	}
	for _, d := range b.site.Departments {
		row := MatrixRow{Department: d, Cells: make([]MatrixCell, len(m.Columns))}
		for _, part := range d.Tasks {
			if column, ok := columnOf(part.Scope); ok {
				cell := &row.Cells[at[column]]
				cell.Tasks = append(cell.Tasks, part.Tasks...)
				row.Measures += len(part.Tasks)
			}
		}
		if row.Measures > 0 {
			m.Rows = append(m.Rows, row)
		}
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
func (s *Site) scopes() []Scope {
	var all []Scope
	for _, doc := range s.Documents {
		for _, p := range doc.Plans {
			if scope := p.Scope(); len(all) == 0 || all[len(all)-1] != scope {
				all = append(all, scope)
			}
		}
	}
	return all
}
