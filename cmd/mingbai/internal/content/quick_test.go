package content

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"mingbai/cmd/mingbai/internal/plan"
)

// ownContent is the content of this repository.
const ownContent = "../../../../content"

// compareReaders reads a text by the quick reader and by the library, and
// reports whether the quick one took it. What it took, both have to read the
// same.
func compareReaders(t *testing.T, text string, k kind, lang plan.Lang) bool {
	t.Helper()
	quick := newFront(k, lang)
	rest, ok := quickFront(text, quick)
	if !ok {
		return false
	}
	want := &file{path: "x.md", kind: k, lang: lang, text: text}
	want.parseYAML()
	if len(want.findings) > 0 {
		t.Fatalf("the library finds %v in what the quick reader took:\n%s", want.findings, text)
	}
	if !reflect.DeepEqual(quick, want.front) {
		t.Fatalf("read quickly:\n%+v\nby the library:\n%+v\n%s", quick, want.front, text)
	}
	if body, line := bodyOf(text, rest); body != want.body || line != want.bodyLine {
		t.Fatalf("body %q in line %d, want %q in line %d", body, line, want.body, want.bodyLine)
	}
	compareHand(t, want)
	return true
}

// compareHand checks that what is kept of the library's nodes says nothing
// that the values do not.
func compareHand(t *testing.T, f *file) {
	t.Helper()
	var orgs []string
	if m, ok := f.front.(*measureFront); ok {
		for _, r := range m.Responsibilities {
			orgs = append(orgs, r.Org)
		}
	}
	if !reflect.DeepEqual(f.byHand.orgs, orgs) || f.byHand.uneven != nil {
		t.Fatalf("the library's nodes say %+v, the values %q:\n%s", f.byHand, orgs, f.text)
	}
}

// FuzzQuick proves that the quick reader reads nothing otherwise than the
// library.
func FuzzQuick(f *testing.F) {
	for _, s := range []string{
		"id: a\ntitle: 加快\nsection: measures\nweight: 1\n", "id: y\ntitle: no\nsection: null\nweight: 08\n",
		"id: 0x1F\ntitle: 1e3\nsection: 2022-06-08\nweight: 2022\n", "id: 3c1d\ntitle: 12:30\nsection: 1_0\nweight: 1_0\n",
		"id: a\ntitle: \"a\\u000Ab\\\"\\U0001F600\"\nsection: b\nweight: 0\n", "id: a\u0085b\nsection: \u2028\nweight: 1\n",
		"id: a\nsection: b\nweight: 1\ndeadlines:\n  - { text: 年内, kind: due, end: 2022-02-29 }\n",
		"id: a\nsection: b\nweight: 1\naudiences:\n  - { id: x, words: [甲, \"y, z\", 0871] }\n",
		"id: a\nsection: b\nweight: 1\namounts:\n  - { text: 1, value: 0.50, unit: CNY }\n",
		"id: a\nsection: b\nweight: 1\nguide: { way: review, phone: \"12366\" }\n",
		"id: a\nkind: department\naliases:\n  - 甲\n  - a b\n", "id: a\nnumber: 1\n", "id: 2022-06-08 09:30\nnumber: 1\n",
		"title: a  b\ntranslation: { from: zh, state: draft, only: [p1, p2] }\n", "title:\ntitleOrigin: restored\n", "title: a \n", "title: 0b1\n", "title: 1e\n",
	} {
		f.Add(s, uint8(3), true)
		f.Add(s, uint8(4), false)
		f.Add(s, uint8(1), true)
	}
	f.Fuzz(func(t *testing.T, s string, k uint8, zh bool) {
		if invalidUTF8([]byte(s)) >= 0 {
			t.Skip("such a file is not parsed")
		}
		lang := plan.En
		if zh {
			lang = plan.Zh
		}
		compareReaders(t, string(normalize([]byte("---\n"+s+"---\n\n甲\n"))), kind(k%5), lang)
		compareReaders(t, string(normalize([]byte(s))), kind(k%5), lang)
	})
}

// FuzzQuickValue is the same for one value in every place that a file has.
func FuzzQuickValue(f *testing.F) {
	for _, s := range []string{"加快", "a", "y", "null", "~", "1", "0x1", "1.5", ".5", "1e3", "2022-06-08", "true", "\"\"", "\"a\"", "'a'", "a: b", "a #", "-", "- a", "?", "!a", "&a", "*a", "|", ">", "%", "@", "a,b", "[a]", "{a: b}", "a ", " a", "\"\\x41\"", "\"\\uD800\"", "0871-12345678", "1_000", "08", "1-2", "1 2", "12(3)", "\u00a0a", "a\u00a0", "\ufeff", "0o7", "1/2", "9999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if invalidUTF8([]byte(s)) >= 0 {
			t.Skip("such a file is not parsed")
		}
		s = string(normalize([]byte(s)))
		for _, text := range []string{
			"id: " + s + "\nsection: a\nweight: 1\n", "id: a\nsection: b\nweight: " + s + "\n", "id: a\nsection: b\nweight: 1\nheading: " + s + "\n",
			"id: a\nsection: b\nweight: 1\ndeadlines:\n  - { text: " + s + ", kind: due, end: " + s + " }\n",
			"id: a\nsection: b\nweight: 1\ndeadlines:\n  - { text: a, kind: due, end: " + s + " }\n",
			"id: a\nsection: b\nweight: 1\namounts:\n  - { text: a, value: " + s + ", unit: CNY }\n",
			"id: a\nsection: b\nweight: 1\naudiences:\n  - { id: a, words: [b, " + s + "] }\n",
			"id: a\nsection: b\nweight: 1\nguide: { way: " + s + " }\n",
		} {
			compareReaders(t, "---\n"+text+"---\n", measurePage, plan.Zh)
		}
		compareReaders(t, "---\nid: a\nkind: department\naliases:\n  - "+s+"\n---\n", departmentPage, plan.Zh)
	})
}

// Everything that import writes is read quickly: all content of this
// repository is, and a page with every key.
func TestQuickReadsWhatImportWrites(t *testing.T) {
	for k := range departmentPage + 1 {
		front := newFacts(k)
		fillAll(reflect.ValueOf(front).Elem())
		if !compareReaders(t, string(writeFile(front, "甲")), k, plan.Zh) {
			t.Errorf("kind %d is not read quickly:\n%s", k, writeFile(front, "甲"))
		}
		if n := len(forms()[reflect.TypeOf(front).Elem()].fields); n > 64 {
			t.Errorf("kind %d has %d keys, and the quick reader counts 64", k, n)
		}
	}
	files := 0
	eachPage(t, os.DirFS(ownContent), func(f *file, text string) {
		files++
		if !compareReaders(t, text, f.kind, f.lang) {
			t.Errorf("%s is not read quickly", f.path)
		}
	})
	if files == 0 {
		t.Error("no content in ", ownContent)
	}
}

// What people wrote by hand is left to the library or read the same.
func TestQuickReadsFixtures(t *testing.T) {
	names, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no archives in testdata", err)
	}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			text := string(normalize(f.Data))
			for k := range departmentPage + 1 {
				for _, lang := range langs {
					if strings.HasSuffix(f.Name, ".md") && invalidUTF8(f.Data) < 0 {
						compareReaders(t, text, k, lang)
					}
				}
			}
		}
	}
}

// eachPage calls do for every page under fsys.
func eachPage(t *testing.T, fsys fs.FS, do func(f *file, text string)) {
	t.Helper()
	w := &walker{library: library{fsys}}
	top, err := w.walk(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var visit func(f *folder)
	visit = func(f *folder) {
		for _, s := range f.stems {
			for i := range langs {
				if file := s.file(i); file != nil {
					do(file, file.text)
				}
			}
		}
		for _, sub := range f.folders {
			visit(sub)
		}
	}
	visit(top)
}
