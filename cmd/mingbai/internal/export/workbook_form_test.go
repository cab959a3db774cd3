package export

import (
	"bytes"
	"testing"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// What is filled into a form is what the library makes of it.
func TestFilledForms(t *testing.T) {
	s := project(t, nil)
	e, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range e.Downloads() {
		if d.Format != site.WorkbookFormat {
			continue
		}
		v := e.voices[d.Lang]
		b := &workbook{voice: v, sheet: v.say("task.sheet"), title: " <标题> "}
		cols, rows := v.table(d)
		b.cols = cols
		for n, spoil := range []func(){
			func() {},
			func() { rows[0].cells[1] = cell{text: "a & b\t\"c\"\nd "} },
			func() { rows[0].cells[2] = cell{day: "1900-03-01"} },
			func() { rows[0].cells[2] = cell{day: plan.Date("2022-02-28")} },
			func() { rows = rows[:1] },
			func() { rows = nil },
		} {
			spoil()
			want, err := b.whole(rows, len(rows))
			if err != nil {
				t.Fatal(err)
			}
			form, err := b.form()
			if err != nil {
				t.Fatal(err)
			}
			got, err := b.fill(form, rows)
			if err != nil {
				t.Fatal(err)
			}
			if !b.isRegular(rows) || !bytes.Equal(got, want) {
				t.Errorf("%s, %d: %d bytes, want %d, the same", d.Path, n, len(got), len(want))
			}
		}
	}
}

func TestIrregularWorkbooks(t *testing.T) {
	b := &workbook{}
	for _, c := range []cell{{text: "_x000D_"}, {text: "\xff"}, {day: "1900-02-01"}} {
		if b.isRegular([]task{{cells: []cell{c}}}) {
			t.Errorf("%q is taken for a cell that stands as it is", c)
		}
	}
}
