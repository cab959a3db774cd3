package zh

import "strconv"

// Count writes a number below 10,000 as documents number their parts: 十二,
// 一百零五. Others are written in digits.
func Count(n int) string {
	if n <= 0 || n >= 10000 {
		return strconv.Itoa(n)
	}
	if n < 100 {
		return Spell(n)
	}
	var out []rune
	gap := false
	for _, u := range []struct {
		value int
		word  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		d := n / u.value % 10
		if d == 0 {
			gap = gap || len(out) > 0
			continue
		}
		if gap {
			out = append(out, '零')
		}
		gap = false
		out = append(out, []rune(Spell(d)+u.word)...)
	}
	return string(out)
}
