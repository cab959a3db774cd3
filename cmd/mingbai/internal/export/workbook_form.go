package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"sync"
)

// Parts of a workbook that differ from one to the other.
const (
	sheetPart      = "xl/worksheets/sheet1.xml"
	linksPart      = "xl/worksheets/_rels/sheet1.xml.rels"
	bookPart       = "xl/workbook.xml"
	propertiesPart = "docProps/core.xml"
)

// bookForm is a workbook without rows, as the library makes it, taken apart. A
// site has two workbooks for each department, which differ in their rows alone:
// styles, theme and all that stands around the rows are made and packed once.
type bookForm struct {
	parts  []part
	styles styles

	beforeRows, beforeLinks, behindLinks []byte // of the sheet
	book                                 []byte // the list of sheets, with their names and ranges
}

// part is a part of the form, packed.
type part struct {
	header zip.FileHeader
	packed []byte
}

// lastRow stands for the number of the last row in a form: one that is nowhere
// else in it.
const lastRow = 987654

var lastRowText = []byte(strconv.Itoa(lastRow))

// bookForms remembers the forms of an exporter.
type bookForms struct {
	mu      sync.Mutex
	forms   map[string]*bookForm
	packers packers
}

// form is the form of the workbook's language and columns.
func (b *workbook) form() (*bookForm, error) {
	key := string(b.lang)
	for _, c := range b.cols {
		key += " " + c.key
	}
	forms := &b.Exporter.forms
	forms.mu.Lock()
	defer forms.mu.Unlock()
	if form := forms.forms[key]; form != nil {
		return form, nil
	}
	form, err := newBookForm(&workbook{voice: b.voice, sheet: b.sheet, cols: b.cols})
	if err != nil {
		return nil, fmt.Errorf("form of workbooks: %w", err)
	}
	if forms.forms == nil {
		forms.forms = map[string]*bookForm{}
	}
	forms.forms[key] = form
	return form, nil
}

// newBookForm takes a workbook without rows apart.
func newBookForm(b *workbook) (*bookForm, error) {
	data, err := b.whole(nil, lastRow-headingRow)
	if err != nil {
		return nil, err
	}
	packed, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	form := &bookForm{styles: b.styles}
	if form.parts, err = packedParts(packed); err != nil {
		return nil, err
	}
	sheet, err := readPart(packed, sheetPart)
	if err != nil {
		return nil, err
	}
	if form.book, err = readPart(packed, bookPart); err != nil {
		return nil, err
	}
	const start, end, margins = "<sheetData>", "</sheetData>", "<pageMargins"
	rows, rest := bytes.Index(sheet, []byte(start)), bytes.Index(sheet, []byte(end))
	links := bytes.Index(sheet, []byte(margins))
	if rows < 0 || rest < rows || links < rest {
		return nil, fmt.Errorf("the library wrote a sheet without %s, %s or %s", start, end, margins)
	}
	form.beforeRows, form.beforeLinks, form.behindLinks = sheet[:rows+len(start)], sheet[rest:links], sheet[links:]
	return form, nil
}

func packedParts(packed *zip.Reader) ([]part, error) {
	var parts []part
	for _, f := range packed.File {
		r, err := f.OpenRaw()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part{f.FileHeader, data})
	}
	return parts, nil
}

func readPart(packed *zip.Reader, name string) ([]byte, error) {
	f, err := packed.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// upTo is a part of the form with the number of the last row.
func upTo(part []byte, tasks int) []byte {
	return bytes.ReplaceAll(part, lastRowText, strconv.AppendInt(nil, int64(headingRow+tasks), 10))
}
