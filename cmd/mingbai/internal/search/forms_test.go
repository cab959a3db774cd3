package search

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	gopinyin "github.com/mozillazg/go-pinyin"
	"golang.org/x/text/unicode/norm"

	"mingbai/cmd/mingbai/internal/zh"
)

// What is told by a short way is told as by the long one, for every character.
func TestShortWays(t *testing.T) {
	args := gopinyin.NewArgs()
	args.Heteronym = true
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if got, want := isHan(r), zh.IsHan(r); got != want {
			t.Fatalf("%U is Chinese: %v, want %v", r, got, want)
		}
		if got, want := isLetter(r), unicode.In(r, unicode.L, unicode.M) && !zh.IsHan(r); got != want {
			t.Fatalf("%U is a letter: %v, want %v", r, got, want)
		}
		if plain := strings.ToLower(norm.NFKC.String(string(r))); isPlainSign(r) && plain != string(r) {
			t.Fatalf("%U is %q in its plain form", r, plain)
		}
	}
	for r := range gopinyin.PinyinDict {
		want := gopinyin.SinglePinyin(rune(r), args)
		for i, s := range want {
			want[i] = strings.ReplaceAll(s, "ü", "v")
		}
		slices.Sort(want)
		if got := readingsOf(rune(r)); !slices.Equal(got, slices.Compact(want)) {
			t.Fatalf("%c is read %q, want %q", r, got, want)
		}
	}
}

func FuzzCompareUnits(f *testing.F) {
	for _, seed := range [][2]string{{"a", "ab"}, {"中", "国"}, {"\uff01", "𠀀"}, {"𠀀", "𠀁"}, {"\ue000", "\ud7ff"}, {"a𠀀", "a"}, {"", ""}} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = strings.ToValidUTF8(a, ""), strings.ToValidUTF8(b, "")
		if got, want := compareUnits(a, b), slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b))); got != want {
			t.Errorf("%q and %q: %d, want %d", a, b, got, want)
		}
	})
}
