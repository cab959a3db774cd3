package markdown

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The forms that the package reads by hand.
var (
	englishRun = regexp.MustCompile(`[A-Za-z][A-Za-z0-9'’&./-]*(?:,? +[A-Za-z0-9(&'’][A-Za-z0-9'’&./)-]*)+`)
	chineseRun = regexp.MustCompile(`[“‘（《〔「]?\p{Han}(?:[\p{Han}0-9，、。；：“”‘’（）《》〔〕「」—]*[\p{Han}”’）》〕」])?`)
	anchorForm = regexp.MustCompile(`(?:^|[ \t]+)\{#([a-zA-Z][a-zA-Z0-9_-]*)\}[ \t]*$`)
)

// places are matches as places.
func places(matches [][]int) [][2]int {
	var all [][2]int
	for _, m := range matches {
		all = append(all, [2]int{m[0], m[1]})
	}
	return all
}

func FuzzForms(f *testing.F) {
	for _, seed := range []string{
		"支持 small and medium-sized enterprises, COVID-19 发展", "A B, C ’d e’s (f) g) h  ,i , j", "9a b 'c d", "a, b,c d&e & f’",
		"the “十大”专项行动（2022年）, and《办法》〔1号〕— 1名", "（（甲）12", "〇々㐀豈𠀀", "a甲b乙—", "\xff甲\xe2\x80", "a \xe2\x80\x99",
		"落实。 {#p31}", "{#p1} ", "a{#p1}", "a \t{#p-1_A}\t ", " {#p1}", "{{#a}", "a {#1}", "a {#}", "a {#b} {#c}", "a {#b}}",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if diff := cmp.Diff(places(englishRun.FindAllStringIndex(text, -1)), foreign("zh", text)); diff != "" {
			t.Errorf("English in %q:\n%s", text, diff)
		}
		if diff := cmp.Diff(places(chineseRun.FindAllStringIndex(text, -1)), foreign("en", []byte(text))); diff != "" {
			t.Errorf("Chinese in %q:\n%s", text, diff)
		}
		id, before := anchorAtEnd(text)
		want, wantBefore := "", 0
		if m := anchorForm.FindStringSubmatchIndex(text); m != nil {
			want, wantBefore = text[m[2]:m[3]], m[0]
		}
		if id != want || before != wantBefore {
			t.Errorf("anchor of %q: %q at %d, want %q at %d", text, id, before, want, wantBefore)
		}
	})
}
