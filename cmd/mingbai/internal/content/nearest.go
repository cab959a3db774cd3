package content

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/diag"
)

// nearest is the known name that a mistyped one most likely means, or "". At
// most a third of the characters may differ, but two in any word of four: so
// much are two letters that changed places.
func nearest(name string, known []string) string {
	length := len([]rune(name))
	most := max(1, length/3)
	if length >= 4 {
		most = max(2, most)
	}
	best, bestDistance := "", most+1
	lower := []rune(strings.ToLower(name))
	for _, k := range known {
		if n := utf8.RuneCountInString(k); max(n-length, length-n) >= bestDistance && max(n, length) <= longName {
			continue // so many characters are missing, or too many
		}
		if d := distance(lower, []rune(strings.ToLower(k))); d < bestDistance {
			best, bestDistance = k, d
		}
	}
	return best
}

const longName = 200 // characters; such a name is no typing error of any

// distance counts the insertions, deletions and substitutions that turn a
// into b. Of a long name it is not looked for.
func distance(a, b []rune) int {
	if len(a) > longName || len(b) > longName {
		return longName
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}

// maxListed is how many known names a hint lists in full.
const maxListed = 18

// suggest adds to a finding which known name was probably meant, and which
// there are where they are few.
func suggest(f diag.Finding, name string, known []string) diag.Finding {
	near := nearest(name, known)
	switch {
	case near != "":
		f.Hint = diag.Text{En: "did you mean %q?", Zh: "是否应为 %q？"}.Sprintf(near)
	case len(known) > 0 && len(known) <= maxListed:
		list := slices.Clone(known)
		f.Hint = diag.Text{
			En: "known are: " + strings.Join(list, ", "),
			Zh: "可用的有：" + strings.Join(list, "、"),
		}
	}
	return f
}
