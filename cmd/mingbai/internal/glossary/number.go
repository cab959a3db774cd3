package glossary

import (
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/zh"
)

// EnglishNumber gives the number of an item as English text prints it: (3) for
// （三）, 3. for 三、; other numbers stay.
func EnglishNumber(s string) string {
	switch inner, bracket := strings.CutPrefix(s, "（"); {
	case bracket:
		if n, ok := zh.Numeral(strings.TrimSuffix(inner, "）")); ok {
			return "(" + strconv.Itoa(n) + ")"
		}
	case strings.HasSuffix(s, "、"):
		if n, ok := zh.Numeral(strings.TrimSuffix(s, "、")); ok {
			return strconv.Itoa(n) + "."
		}
	}
	return s
}
