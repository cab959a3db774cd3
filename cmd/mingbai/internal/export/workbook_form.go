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
	parts  []*zip.File
	styles styles

	beforeRows, beforeLinks, behindLinks []byte // of the sheet
	book                                 []byte // the list of sheets, with their names and ranges
}

// lastRow stands for the number of the last row in a form: one that is nowhere
// else in it.
const lastRow = 987654

var lastRowText = []byte(strconv.Itoa(lastRow))

// bookForms remembers the forms of an exporter.
type bookForms struct {
	mu    sync.Mutex
	forms map[string]*bookForm
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
	form := &bookForm{parts: packed.File, styles: b.styles}
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

// fill makes a workbook of a form.
func (b *workbook) fill(form *bookForm, rows []task) ([]byte, error) {
	properties, err := b.coreProperties(stampOf(rows))
	if err != nil {
		return nil, err
	}
	s := sheetWriter{workbook: b}
	s.styles = form.styles
	s.write(form, rows)
	own := map[string][]byte{sheetPart: s.sheet, bookPart: upTo(form.book, len(rows)), propertiesPart: properties}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	put := func(name string, data []byte) {
		var part io.Writer
		if part, err = w.Create(name); err == nil {
			_, err = part.Write(data)
		}
	}
	for _, f := range form.parts {
		if f.Name == bookPart && s.links > 0 { // as the library orders them
			put(linksPart, s.relations)
		}
		if data, ok := own[f.Name]; ok && err == nil {
			put(f.Name, data)
		} else if err == nil {
			err = w.Copy(f) // packed already
		}
		if err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return out.Bytes(), err
}
