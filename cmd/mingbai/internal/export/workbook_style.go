package export

import (
	"github.com/xuri/excelize/v2"

	"mingbai/cmd/mingbai/internal/plan"
)

// styles are the looks of cells, by the numbers of the workbook.
type styles struct{ title, note, heading, text, link, center, day int }

// lineColor is that of the lines between cells, headingColor is behind the
// headings, linkColor is that of links.
const (
	lineColor    = "8C959F"
	headingColor = "DDE8F5"
	linkColor    = "0B57A4"
)

// newStyles adds the styles to a workbook.
func newStyles(f *excelize.File, lang plan.Lang) (styles, error) {
	var s styles
	var grid []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		grid = append(grid, excelize.Border{Type: side, Color: lineColor, Style: 1})
	}
	font := func(size float64, bold bool) *excelize.Font {
		return &excelize.Font{Family: fonts[lang], Size: size, Bold: bold}
	}
	place := func(across, down string) *excelize.Alignment {
		return &excelize.Alignment{Horizontal: across, Vertical: down, WrapText: true}
	}
	days := "yyyy-mm-dd"
	for _, one := range []struct {
		to    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: font(16, true), Alignment: place("center", "center")}},
		{&s.note, excelize.Style{Font: font(10, false), Alignment: place("left", "center")}},
		{&s.heading, excelize.Style{
			Font: font(10.5, true), Alignment: place("center", "center"), Border: grid,
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headingColor}},
		}},
		{&s.text, excelize.Style{Font: font(10.5, false), Alignment: place("left", "top"), Border: grid}},
		{&s.link, excelize.Style{
			Font: &excelize.Font{Family: fonts[lang], Size: 10.5, Color: linkColor, Underline: "single"}, Border: grid,
			Alignment: &excelize.Alignment{Horizontal: "fill", Vertical: "top"}, // cut off at the column's edge
		}},
		{&s.center, excelize.Style{Font: font(10.5, false), Alignment: place("center", "top"), Border: grid}},
		{&s.day, excelize.Style{Font: font(10.5, false), Alignment: place("center", "top"), Border: grid, CustomNumFmt: &days}},
	} {
		id, err := f.NewStyle(&one.style)
		if err != nil {
			return s, err
		}
		*one.to = id
	}
	return s, nil
}

// fonts are at hand wherever workbooks of the language are opened.
var fonts = map[plan.Lang]string{plan.Zh: "宋体", plan.En: "Calibri"}
