package docx

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/source/pack"
)

// label gives the number that is printed before a paragraph, with the space
// after it, or "".
func (r *reader) label(props *pack.Node, text string) string {
	num, level, styles := r.listAt(props)
	u := r.lists.nums[num]
	if u == nil {
		return ""
	}
	at := number(level, -1, levels-1)
	if at < 0 {
		at = u.levelOf(styles)
	}
	label := u.next(at)
	if label == "" {
		return ""
	}
	r.counts.numbers++
	return label + space(u.level(at).suffix, label, text)
}

// levelOf is the level that one of the styles belongs to, else the first.
func (u *numbers) levelOf(styles []string) int {
	for _, style := range styles {
		for i := range levels {
			if u.level(i).style == style {
				return i
			}
		}
	}
	return 0
}

// next counts on at a level and gives the number as printed.
func (u *numbers) next(at int) string {
	l := u.list
	start, again := u.starts[at]
	switch {
	case again && !u.used[at]:
		l.counts[at] = start
	case l.started[at]:
		l.counts[at]++
	default:
		l.counts[at] = u.level(at).start
	}
	u.used[at], l.started[at] = true, true
	for i := at + 1; i < levels; i++ {
		if r := u.level(i).restart; r > at {
			l.started[i] = false
		}
	}
	return u.print(at)
}

// print fills the level's text with the numbers of the levels it names.
func (u *numbers) print(at int) string {
	lvl := u.level(at)
	if lvl.format == "none" {
		return strings.TrimSpace(placeholders.Replace(lvl.text))
	}
	if lvl.format == "bullet" {
		return bullet(lvl.text)
	}
	text := lvl.text
	for i := range at + 1 {
		mark := "%" + strconv.Itoa(i+1)
		if !strings.Contains(text, mark) {
			continue
		}
		from := u.level(i)
		n := from.start
		if u.list.started[i] {
			n = u.list.counts[i]
		}
		format := from.format
		if lvl.legal {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, mark, formatNumber(n, format))
	}
	return text
}

var placeholders = strings.NewReplacer("%1", "", "%2", "", "%3", "", "%4", "", "%5", "", "%6", "", "%7", "", "%8", "", "%9", "")

// bullet is a bullet that is a character of its own, such as a dash; those of
// symbol fonts are decoration.
func bullet(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Co, r) || unicode.IsLetter(r) }) {
		return ""
	}
	return strings.TrimSpace(s)
}

// space is what separates a number from its text: nothing in Chinese, where the
// number ends with a mark of its own, unless the two would run together.
func space(suffix, label, text string) string {
	if suffix == "nothing" {
		return ""
	}
	last, _ := utf8.DecodeLastRuneInString(label)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text, unicode.IsSpace))
	plain := func(r rune) bool { return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	if suffix == "space" && last < 0x80 || plain(last) || last < 0x80 && plain(first) {
		return " "
	}
	return ""
}
