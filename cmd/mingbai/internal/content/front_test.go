package content

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
)

func TestQuote(t *testing.T) {
	for s, want := range map[string]string{
		"加快落实":       "加快落实",
		"（一）":        "（一）",
		"(1)":        "(1)",
		"6月30日前":     "6月30日前",
		"50亿元":       "50亿元",
		"a/b-c.d_e":  "a/b-c.d_e",
		"":           `""`,
		" a":         `" a"`,
		"2.":         `"2."`,
		"12":         `"12"`,
		"1e3":        `"1e3"`,
		"2022-06-30": `"2022-06-30"`,
		"null":       `"null"`,
		"true":       `"true"`,
		"~":          `"~"`,
		"- a":        `"- a"`,
		"a: b":       `"a: b"`,
		"a #b":       `"a #b"`,
		"a, b":       `"a, b"`,
		`"a"\`:       `"\"a\"\\"`,
		"a\nb\t":     `"a\u000Ab\u0009"`,
		"　全角空格":      `"\u3000全角空格"`,
		"\ufeff":     `"\uFEFF"`,
		"𠀀":          "𠀀",
		"\U000E0001": `"\U000E0001"`,
	} {
		if got := quote(s); got != want {
			t.Errorf("quote(%q) = %s, want %s", s, got, want)
		}
	}
}

// FuzzFront proves that every text that front matter may hold is read back the
// same, in a flow collection and in a line of its own, and gives no finding.
func FuzzFront(f *testing.F) {
	for _, s := range []string{"加快落实", "a: b", "'", `"`, "---", "{a}", "[x]", "#", "!!int 3", "&a", "*a", "|", ">", "%", "@", "`", "a\r\nb", "\u2028", "0x1F", "0b1", "1_000", ".inf", "=", "<<", "- ", "-- a --"} {
		f.Add(s, 1.5, 3)
	}
	f.Fuzz(func(t *testing.T, s string, value float64, n int) {
		if !utf8.ValidString(s) || value-value != 0 || n != int(int32(n)) {
			t.Skip("import refuses what is not UTF-8")
		}
		want := &measureFront{
			ID: s, Number: s, Section: s, Weight: n, Heading: true,
			Responsibilities: []Responsibility{{Org: s, Role: plan.Lead, Clause: n, Open: true}},
			Deadlines:        []plan.Deadline{{Text: s, Kind: plan.Due, End: "2022-02-28"}},
			Amounts:          []plan.Amount{{Text: s, Value: value, Unit: plan.Ratio}},
			Audiences:        []plan.Tag{{ID: s, Words: []string{s, "x"}}, {ID: "y"}},
			Benefits:         []plan.Tag{{ID: s}},
			Guide:            Guide{Conditions: plan.Text{Zh: s, En: "x"}, Phone: s, Way: Review},
			Source:           Source{File: s, Line: n},
		}
		want.Title = s
		want.Restored = []plan.Restoration{{Text: s, Source: s}}
		data := writeFile(want, escape(s))
		got := &file{path: "x", kind: measurePage, lang: plan.Zh}
		got.parse(string(data))
		if len(got.findings) > 0 {
			t.Fatalf("findings %v for:\n%s", got.findings, data)
		}
		if diff := cmp.Diff(want, got.front, cmp.AllowUnexported(measureFront{}, titleFront{}, textFront{})); diff != "" {
			t.Fatalf("(-want +got):\n%s\n%s", diff, data)
		}
		if got.body != escape(s) {
			t.Fatalf("body %q, want %q", got.body, escape(s))
		}
		if again := writeFile(got.front, got.body); string(again) != string(data) {
			t.Fatalf("written again:\n%s\nwant:\n%s", again, data)
		}
	})
}

// FuzzParse proves that no file makes the reader stop, and that every finding
// points into the file.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"---\nid: a\n---\n\n甲", "---\n---", "", "---", "\n\n---\na\n---", "---\nid: [\n---", "---\nid: &a b\nx: *a\n---",
		"---\nid: {a: b}\nweight: 1.5\n---", "---\ndeadlines: [{end: 2022-02-30}]\n---", "---\nid: a\nid: b\n---", "---\n? [a]\n: b\n---",
		"---\n<<: {a: b}\n---", "---\nid: !!binary aGk=\n---", "---\nid: a\n...\nx\n---", "<<<<<<< a", "---\n\tid: a\n---", "---\n- a\n---", "---\n0\n---\n",
	} {
		f.Add(s, 0, true)
	}
	f.Fuzz(func(t *testing.T, s string, k int, zh bool) {
		lang := plan.En
		if zh {
			lang = plan.Zh
		}
		data := normalize([]byte(s))
		got := &file{path: "x.md", kind: kind(uint(k) % 5), lang: lang}
		got.parse(string(data))
		if got.front == nil && len(got.findings) == 0 {
			t.Fatal("the file is left out without a finding")
		}
		last := 2 // of an empty file the next line counts
		for _, c := range s {
			if c == '\n' {
				last++
			}
		}
		for _, finding := range got.findings {
			if finding.Line < 1 || finding.Line > last || finding.File != "content/x.md" {
				t.Fatalf("finding points out of the file: %v", finding)
			}
		}
		if got.front != nil {
			localized := localized(got)
			localized.Blocks()
		}
	})
}

// Every key of every kind of page has one type that the writer and the reader
// know: a field of another type would panic at the first import.
func TestEveryFieldCanBeWritten(t *testing.T) {
	for k := range departmentPage + 1 {
		front := newFacts(k)
		fillAll(reflect.ValueOf(front).Elem())
		data := writeFile(front, "")
		got := &file{path: "x", kind: k, lang: plan.Zh}
		got.parse(string(data))
		if len(got.findings) > 0 {
			t.Errorf("kind %d: %v\n%s", k, got.findings, data)
		}
		if again := writeFile(got.front, ""); string(again) != string(data) {
			t.Errorf("kind %d is read back as\n%s\nwant\n%s", k, again, data)
		}
	}
}

// fillAll gives every field a value that is not zero.
func fillAll(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillAll(v.Elem())
	case reflect.Struct:
		for f := range fieldsOf(v.Type()) {
			fillAll(v.FieldByIndex(f.index))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fillAll(v.Index(0))
		fillAll(v.Index(1))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(0.5)
	case reflect.String:
		switch words := wordsAllowed(v.Type()); {
		case words != nil:
			v.SetString(words[0])
		case v.Type() == reflect.TypeFor[plan.Date]():
			v.SetString("2022-06-30")
		default:
			v.SetString("字 a: b")
		}
	}
}
