package site

import (
	"slices"
	"strings"
	"testing"
)

// A text is divided into as few parts as its size wants, about equally long,
// and no line is in two or in none.
func TestDivide(t *testing.T) {
	line := strings.Repeat("x", 10)
	many := func(n int) []string { return slices.Repeat([]string{line}, n) }
	tests := []struct {
		name  string
		lines []string
		most  int
		want  []int // last line of each part
	}{
		{"nothing", nil, 100, []int{0}},
		{"little", many(10), 100, []int{10}},
		{"a little too much", many(11), 100, []int{6, 11}},
		{"three parts", many(21), 100, []int{7, 14, 21}},
		{"one long line", []string{strings.Repeat("x", 500)}, 100, []int{1}},
		{"a long line first", append([]string{strings.Repeat("x", 150)}, many(3)...), 100, []int{1, 4}},
		{"blank lines", append(make([]string, 5), many(10)...), 100, []int{15}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []int
			next := 1
			for i, p := range divide(tt.lines, tt.most) {
				if p.Number != i+1 || p.First != next {
					t.Errorf("part %d begins at line %d, want %d", p.Number, p.First, next)
				}
				got, next = append(got, p.Last), p.Last+1
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("parts end at %v, want %v", got, tt.want)
			}
		})
	}
}
