package content

import (
	"testing"
)

func TestMergeLines(t *testing.T) {
	for _, c := range []struct {
		name, base, ours, theirs string
		clean                    bool
		want                     string
	}{
		{"nothing changed", "a\nb\n", "a\nb\n", "a\nb\n", true, "a\nb\n"},
		{"only ours", "a\nb\n", "a\nB\n", "a\nb\n", true, "a\nB\n"},
		{"only theirs", "a\nb\n", "a\nb\n", "A\nb\n", true, "A\nb\n"},
		{"the same change", "a\nb\n", "a\nB\n", "a\nB\n", true, "a\nB\n"},
		{"neighbouring lines", "a\nb\nc\n", "A\nb\nc\n", "a\nB\nc\n", true, "A\nB\nc\n"},
		{"ours before a line of theirs", "a\nb\n", "a\nx\nb\n", "a\nB\n", true, "a\nx\nB\n"},
		{"ours after a line of theirs", "a\nb\n", "a\nx\nb\n", "A\nb\n", true, "A\nx\nb\n"},
		{"the same line", "a\nb\n", "a\nB\n", "a\nβ\n", false, "a\nβ\n"},
		{"the same line and another", "a\nb\nc\n", "A\nB\nc\n", "a\nβ\nC\n", false, "a\nβ\nC\n"},
		{"a conflict beside a clean change", "a\nb\nc\nd\n", "A\nb\nc\nD\n", "a\nb\nc\nδ\n", false, "A\nb\nc\nδ\n"},
		{"both add at one place", "a\n", "a\nx\n", "a\ny\n", false, "a\ny\n"},
		{"both add the same", "a\n", "a\nx\n", "a\nx\n", true, "a\nx\n"},
		{"deleted and changed", "a\nb\nc\n", "a\nc\n", "a\nB\nc\n", false, "a\nB\nc\n"},
		{"deleted by both", "a\nb\nc\n", "a\nc\n", "a\nc\n", true, "a\nc\n"},
		{"no base", "", "a\n", "b\n", false, "b\n"},
	} {
		m := mergeLines([]byte(c.base), []byte(c.ours), []byte(c.theirs))
		if m.clean != c.clean || string(m.text) != c.want {
			t.Errorf("%s: clean %v %q, want %v %q", c.name, m.clean, m.text, c.clean, c.want)
		}
	}
}

// FuzzMerge proves what every merge must hold to, whatever the texts: a side
// that changed nothing changes nothing, and two sides that agree never conflict.
func FuzzMerge(f *testing.F) {
	f.Add("a\nb\nc\n", "a\nB\nc\n", "a\nb\nC\n")
	f.Add("a\n", "", "b\n")
	f.Add("a", "a\n\n", "\na")
	f.Fuzz(func(t *testing.T, base, ours, theirs string) {
		b, o, h := []byte(base), []byte(ours), []byte(theirs)
		for _, c := range []struct {
			name string
			m    merged
			want string
		}{
			{"only ours", mergeLines(b, o, b), ours},
			{"only theirs", mergeLines(b, b, h), theirs},
			{"both the same", mergeLines(b, o, o), ours},
		} {
			if !c.m.clean || string(c.m.text) != c.want {
				t.Fatalf("%s: clean %v %q, want %q", c.name, c.m.clean, c.m.text, c.want)
			}
		}
		there, back := mergeLines(b, o, h), mergeLines(b, h, o)
		if there.clean != back.clean || there.clean && string(there.text) != string(back.text) {
			t.Fatalf("the sides are not equal: %+v, %+v", there, back)
		}
	})
}
