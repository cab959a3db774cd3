package export

import (
	"bytes"
	"encoding/csv"
	"strings"

	"mingbai/cmd/mingbai/internal/site"
)

// byteOrderMark makes spreadsheet programs read a file as UTF-8; without it
// Excel takes Chinese for the code page of the system.
const byteOrderMark = "\uFEFF"

// csv is the table of tasks as RFC 4180 has it.
func (v *voice) csv(of site.Download) ([]byte, error) {
	cols, rows := v.table(of)
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	record := make([]string, len(cols))
	for i, c := range cols {
		record[i] = v.say("task.col." + c.key)
	}
	if err := w.Write(record); err != nil {
		return nil, err
	}
	for _, row := range rows {
		for i, c := range row.cells {
			record[i] = inert(plain(c.text))
		}
		if err := w.Write(record); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// inert keeps a spreadsheet program from running a text as a formula: texts
// come from documents that anyone may have written. An apostrophe is what such
// programs themselves put before a text that must stay one.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
