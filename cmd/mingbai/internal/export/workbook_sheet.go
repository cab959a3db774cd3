package export

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"mingbai/cmd/mingbai/internal/plan"
)

// isRegular reports whether the texts of a workbook stand in its cells as they
// are: the library cuts what is too long, and has a writing of its own for what
// looks like a character in hexadecimal digits.
func (b *workbook) isRegular(rows []task) bool {
	if !isRegularText(b.title) {
		return false
	}
	for _, row := range rows {
		for _, c := range row.cells {
			if !isRegularText(c.text) || c.day != "" && c.day < firstDay {
				return false
			}
		}
	}
	return true
}

// firstDay is the day from which spreadsheet programs agree how to count days.
const firstDay = plan.Date("1900-03-01")

func isRegularText(s string) bool {
	return len(s) <= excelize.TotalCellChars && !strings.Contains(s, "_x") && utf8.ValidString(s)
}

// sheetWriter writes the parts of a workbook that have its rows.
type sheetWriter struct {
	*workbook
	names     []string // of the columns
	sheet     []byte
	relations []byte // addresses of links
	links     int
}

func (s *sheetWriter) write(form *bookForm, rows []task) {
	for i := range s.cols {
		s.names = append(s.names, strings.TrimRight(at(i+1, 1), "1"))
	}
	s.sheet = append(make([]byte, 0, len(form.beforeRows)+1500*len(rows)+4096), form.beforeRows...)
	s.row(titleRow, 30, func(n int) { s.text(0, n, s.styles.title, s.title) })
	s.row(noteRow, 20, func(n int) { s.text(0, n, s.styles.note, s.note(len(rows))) })
	s.row(headingRow, 44, func(n int) {
		for i, c := range s.cols {
			s.text(i, n, s.styles.heading, s.say("task.col."+c.key))
		}
	})
	for i, row := range rows {
		s.row(headingRow+1+i, s.height(row), func(n int) { s.cells(n, i, row) })
	}
	s.sheet = append(s.sheet, upTo(form.beforeLinks, len(rows))...)
	s.hyperlinks(rows)
	s.sheet = append(s.sheet, form.behindLinks...)
}

// put appends pieces of the sheet.
func (s *sheetWriter) put(pieces ...string) {
	for _, p := range pieces {
		s.sheet = append(s.sheet, p...)
	}
}

func (s *sheetWriter) row(n int, height float64, cells func(n int)) {
	s.put(`<row r="`, strconv.Itoa(n), `" ht="`, strconv.FormatFloat(height, 'f', -1, 64), `" customHeight="1">`)
	cells(n)
	s.put(`</row>`)
}

// cells writes the cells of a task.
func (s *sheetWriter) cells(n, index int, row task) {
	for i, c := range row.cells {
		switch {
		case c.day != "":
			s.number(i, n, s.styles.day, dayNumber(c.day))
		case s.cols[i].key == "index":
			s.number(i, n, s.styles.center, index+1)
		case s.cols[i].key == "page":
			s.text(i, n, s.styles.link, c.text)
		default:
			s.text(i, n, s.styles.text, plain(c.text))
		}
	}
}

func (s *sheetWriter) cell(col, row, style int) {
	s.put(`<c r="`, s.names[col], strconv.Itoa(row), `" s="`, strconv.Itoa(style), `"`)
}

func (s *sheetWriter) number(col, row, style, value int) {
	s.cell(col, row, style)
	s.put(`><v>`, strconv.Itoa(value), `</v></c>`)
}

func (s *sheetWriter) text(col, row, style int, text string) {
	s.cell(col, row, style)
	s.put(` t="inlineStr"><is><t`)
	if text != strings.Trim(text, " \t\n\r") {
		s.put(` xml:space="preserve"`)
	}
	s.put(`>`, strings.ReplaceAll(escaped(text), "&#xA;", "\n"), `</t></is></c>`)
}

// hyperlinks writes where the last cells of the tasks lead, and the part that
// holds the addresses.
func (s *sheetWriter) hyperlinks(rows []task) {
	const space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relations := []byte(xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, row := range rows {
		address := s.link(row, len(rows))
		if address == "" {
			continue
		}
		if s.links++; s.links == 1 {
			s.put(`<hyperlinks>`)
		}
		id := "rId" + strconv.Itoa(s.links)
		s.put(`<hyperlink ref="`, s.names[len(s.cols)-1], strconv.Itoa(headingRow+1+i), `" xmlns:relationships="`, space, `" relationships:id="`, id, `"></hyperlink>`)
		relations = append(relations, `<Relationship Id="`+id+`" Target="`+escaped(address)+`" Type="`+space+`/hyperlink" TargetMode="External"></Relationship>`...)
	}
	if s.links > 0 {
		s.put(`</hyperlinks>`)
		s.relations = append(relations, `</Relationships>`...)
	}
}

// escaped is a text as XML has it.
func escaped(s string) string {
	isPlain := func(r rune) bool { return r >= ' ' && !strings.ContainsRune(`<>&"'`, r) && r < 0xD800 }
	if strings.IndexFunc(s, func(r rune) bool { return !isPlain(r) }) < 0 {
		return s
	}
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}

// dayNumber is a day as spreadsheet programs count them.
func dayNumber(d plan.Date) int {
	const unixDay = 25569 // 1970-01-01
	return int(d.Time().Unix()/(24*60*60)) + unixDay
}
