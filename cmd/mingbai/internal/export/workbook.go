package export

import (
	"bytes"

	"github.com/xuri/excelize/v2"

	"mingbai/cmd/mingbai/internal/site"
)

// The rows above the tasks: the title, what the table is, the headings.
const (
	titleRow   = 1
	noteRow    = 2
	headingRow = 3
)

// maxLinks is up to how many rows the addresses of pages are links: excelize
// looks through all links before it adds one.
const maxLinks = 2000

// workbook is the table of tasks as offices circulate it: it prints on A4
// across, with its headings on each page, and its days are days. excelize is
// the one library for this form that is kept well. What is the same in many
// workbooks it makes once; see bookForm.
func (v *voice) workbook(of site.Download) ([]byte, error) {
	b := &workbook{voice: v, sheet: v.say("task.sheet")}
	var rows []task
	b.cols, rows = v.table(of)
	b.title = v.say("task.title", v.subject(of))
	if !b.isRegular(rows) {
		return b.whole(rows, len(rows))
	}
	form, err := b.form()
	if err != nil {
		return nil, err
	}
	return b.fill(form, rows)
}

// whole makes a workbook by the library alone.
func (b *workbook) whole(rows []task, tasks int) ([]byte, error) {
	b.file = excelize.NewFile()
	defer b.file.Close()
	for _, step := range []func() error{
		b.prepare,
		func() error { return b.head(tasks) },
		func() error { return b.body(rows) },
		func() error { return b.layout(tasks) },
		func() error { return b.properties(stampOf(rows)) },
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	err := b.file.Write(&out)
	return out.Bytes(), err
}

// workbook is a workbook as it grows.
type workbook struct {
	*voice
	file         *excelize.File
	out          *excelize.StreamWriter
	sheet, title string
	cols         []column
	styles       styles
}

// prepare names the sheet and makes the styles.
func (b *workbook) prepare() error {
	if err := b.file.SetSheetName("Sheet1", b.sheet); err != nil {
		return err
	}
	fit := true
	if err := b.file.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	var err error
	if b.styles, err = newStyles(b.file, b.lang); err != nil {
		return err
	}
	b.out, err = b.file.NewStreamWriter(b.sheet)
	return err
}

// head writes what stands above the tasks, and keeps it in sight.
func (b *workbook) head(tasks int) error {
	for i, c := range b.cols {
		if err := b.out.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	if err := b.out.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: headingRow, TopLeftCell: at(1, headingRow+1), ActivePane: "bottomLeft",
	}); err != nil {
		return err
	}
	if err := b.row(titleRow, 30, excelize.Cell{StyleID: b.styles.title, Value: b.title}); err != nil {
		return err
	}
	note := excelize.Cell{StyleID: b.styles.note, Value: b.note(tasks)}
	if err := b.row(noteRow, 20, note); err != nil {
		return err
	}
	headings := make([]any, len(b.cols))
	for i, c := range b.cols {
		headings[i] = excelize.Cell{StyleID: b.styles.heading, Value: b.say("task.col." + c.key)}
	}
	if err := b.row(headingRow, 44, headings...); err != nil {
		return err
	}
	for _, row := range []int{titleRow, noteRow} {
		if err := b.out.MergeCell(at(1, row), at(len(b.cols), row)); err != nil {
			return err
		}
	}
	return nil
}

// note says what the table is.
func (b *workbook) note(tasks int) string { return b.say("task.asof", tasks, b.say("data.note")) }

// row writes cells from the first column on.
func (b *workbook) row(n int, height float64, cells ...any) error {
	return b.out.SetRow(at(1, n), cells, excelize.RowOpts{Height: height})
}

// body writes the tasks.
func (b *workbook) body(rows []task) error {
	for i, row := range rows {
		n := headingRow + 1 + i
		address := b.link(row, len(rows))
		if err := b.row(n, b.height(row), b.cells(i, row)...); err != nil {
			return err
		}
		if address == "" {
			continue
		}
		if err := b.file.SetCellHyperLink(b.sheet, at(len(b.cols), n), address, "External"); err != nil {
			return err
		}
	}
	return nil
}

// link is the address that the last cell of a row leads to; "" for none.
func (b *workbook) link(row task, rows int) string {
	if rows > maxLinks {
		return ""
	}
	return b.address(row.measure.Page(b.lang))
}

// cells are the cells of a row.
func (b *workbook) cells(i int, row task) []any {
	cells := make([]any, len(row.cells))
	for j, c := range row.cells {
		switch {
		case c.day != "":
			cells[j] = excelize.Cell{StyleID: b.styles.day, Value: c.day.Time()}
		case b.cols[j].key == "index":
			cells[j] = excelize.Cell{StyleID: b.styles.center, Value: i + 1}
		case b.cols[j].key == "page":
			cells[j] = excelize.Cell{StyleID: b.styles.link, Value: c.text}
		default:
			cells[j] = excelize.Cell{StyleID: b.styles.text, Value: plain(c.text)}
		}
	}
	return cells
}

// lineHeight is that of a line in points.
const lineHeight = 14.5

// height is how high a row has to be for its texts. Programs differ in whether
// they find that out themselves when they open a file.
func (b *workbook) height(row task) float64 {
	lines := 1
	for i, c := range row.cells {
		if b.cols[i].key != "page" {
			lines = max(lines, linesOf(c.text, b.cols[i].width))
		}
	}
	return min(lineHeight*float64(lines)+4, 400) // a sheet knows 409 at most
}

// linesOf is how many lines a text takes in a column; a Chinese character is as
// wide as two Latin ones.
func linesOf(text string, width float64) int {
	taken := 0.0
	for _, r := range text {
		taken++
		if r > 0x2E7F {
			taken++
		}
	}
	return 1 + int(taken*1.08/width) // words do not fill their lines
}

// at is the name of a cell; columns and rows count from 1.
func at(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return "A1" // only where a number is out of a sheet's bounds
	}
	return name
}

// layout sets how the sheet filters and prints.
func (b *workbook) layout(tasks int) error {
	last := at(len(b.cols), headingRow+tasks)
	if err := b.file.AutoFilter(b.sheet, at(1, headingRow)+":"+last, nil); err != nil {
		return err
	}
	a4, wide, tall, landscape := 9, 1, 0, "landscape"
	if err := b.file.SetPageLayout(b.sheet, &excelize.PageLayoutOptions{
		Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall,
	}); err != nil {
		return err
	}
	margin, narrow := 0.6, 0.4
	if err := b.file.SetPageMargins(b.sheet, &excelize.PageLayoutMarginsOptions{
		Left: &narrow, Right: &narrow, Top: &margin, Bottom: &margin, Header: &narrow, Footer: &narrow,
	}); err != nil {
		return err
	}
	if err := b.file.SetHeaderFooter(b.sheet, &excelize.HeaderFooterOptions{OddFooter: "&C&P / &N"}); err != nil {
		return err
	}
	if err := b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: b.sheet, RefersTo: "'" + b.sheet + "'!$3:$3",
	}); err != nil {
		return err
	}
	return b.out.Flush()
}
