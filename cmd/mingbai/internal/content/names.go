package content

import (
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// isSlug reports whether a name may stand in an address: words of a-z and 0-9
// joined by hyphens mean the same on every system, embed and need no escaping.
func isSlug(name string) bool {
	if name == "" || name[0] == '-' || name[len(name)-1] == '-' {
		return false
	}
	for i := range len(name) {
		c := name[i]
		if !('a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' && name[i-1] != '-') {
			return false
		}
	}
	return true
}

// leadingNumber is the number that begins a folder's name, or 0.
func leadingNumber(name string) int {
	digits, _, _ := strings.Cut(name, "-")
	n, ok := parseInt(digits)
	if !ok {
		return 0
	}
	return int(n)
}

// splitName takes the name of a page's file apart: "m01.zh.md".
func splitName(base string) (stem string, lang plan.Lang, ok bool) {
	rest, ok := strings.CutSuffix(base, ".md")
	if !ok {
		return "", "", false
	}
	for _, l := range langs {
		if stem, ok := strings.CutSuffix(rest, "."+string(l)); ok && stem != "" {
			return stem, l, true
		}
	}
	return "", "", false
}
