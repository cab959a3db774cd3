package content

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/plan"
)

// scalar passes over a text, plain or in double quotes.
func (q *quick) scalar(inFlow bool) (s string, quoted, ok bool) {
	if q.at < len(q.text) && q.text[q.at] == '"' {
		s, ok = q.quoted()
		return s, true, ok
	}
	s, ok = q.plain(inFlow)
	return s, false, ok
}

// plain passes over a text without quotes: characters that have no meaning in
// YAML wherever they stand.
func (q *quick) plain(inFlow bool) (string, bool) {
	start := q.at
	for q.at < len(q.text) {
		c := q.text[q.at]
		if c >= utf8.RuneSelf {
			if !q.character() {
				return "", false
			}
		} else if isPlainByte[c] {
			q.at++
		} else {
			break
		}
	}
	s := q.text[start:q.at]
	if inFlow {
		s = strings.TrimRight(s, " ")
		q.at = start + len(s)
	}
	if s == "" || s[len(s)-1] == ' ' || strings.IndexByte(" -.%/'+", s[0]) >= 0 {
		return "", false
	}
	return s, true
}

// isPlainByte has the ASCII characters of isPlainASCII.
var isPlainByte = func() (table [utf8.RuneSelf]bool) {
	for c := range table {
		table[c] = isPlainASCII(rune(c))
	}
	return table
}()

// character passes over a character of several bytes, unless YAML takes it for
// the end of a line, for the mark of a byte order, or for none at all.
func (q *quick) character() bool {
	r, size := utf8.DecodeRuneInString(q.text[q.at:])
	switch {
	case r < 0xA0, r == '\u2028', r == '\u2029', r == '\uFEFF', r == '\uFFFE', r == '\uFFFF', r == utf8.RuneError:
		return false
	}
	q.at += size
	return true
}

// quoted passes over a text in double quotes.
func (q *quick) quoted() (string, bool) {
	q.at++
	start := q.at
	for q.at < len(q.text) {
		switch c := q.text[q.at]; {
		case c == '"':
			q.at++
			return q.text[start : q.at-1], true
		case c == '\\':
			return q.escaped(start)
		case c >= utf8.RuneSelf:
			if !q.character() {
				return "", false
			}
		case c < ' ' || c == 0x7F:
			return "", false
		default:
			q.at++
		}
	}
	return "", false
}

// escaped passes over the rest of a text in double quotes from its first
// backslash on.
func (q *quick) escaped(start int) (string, bool) {
	text := append([]byte(nil), q.text[start:q.at]...)
	for q.at < len(q.text) {
		c := q.text[q.at]
		switch {
		case c == '"':
			q.at++
			return string(text), true
		case c == '\\':
			r, ok := q.escape()
			if !ok {
				return "", false
			}
			text = utf8.AppendRune(text, r)
		case c >= utf8.RuneSelf:
			from := q.at
			if !q.character() {
				return "", false
			}
			text = append(text, q.text[from:q.at]...)
		case c < ' ' || c == 0x7F:
			return "", false
		default:
			q.at++
			text = append(text, c)
		}
	}
	return "", false
}

// escape passes over one of the escapes that quote writes.
func (q *quick) escape() (rune, bool) {
	rest := q.text[q.at+1:]
	if rest == "" {
		return 0, false
	}
	digits := 0
	switch rest[0] {
	case '"', '\\':
		q.at += 2
		return rune(rest[0]), true
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	}
	if digits == 0 || len(rest) < 1+digits {
		return 0, false
	}
	n, err := strconv.ParseUint(rest[1:1+digits], 16, 32)
	if err != nil || !utf8.ValidRune(rune(n)) {
		return 0, false
	}
	q.at += 2 + digits
	return rune(n), true
}

// set stores a text in v where it is beyond doubt what the form wants.
func (f *form) set(v reflect.Value, s string, quoted bool) bool {
	switch {
	case f.date:
		if !isDate(s) {
			return false
		}
		v.SetString(s)
	case f.kind == reflect.String:
		if f.words != nil {
			i := slices.Index(f.words, s)
			if i < 0 {
				return false
			}
			s = f.words[i]
		}
		if !quoted && !isText(s) {
			return false
		}
		v.SetString(s)
	case quoted:
		return false
	case f.kind == reflect.Bool:
		if s != "true" && s != "false" {
			return false
		}
		v.SetBool(s == "true")
	case f.kind == reflect.Int:
		if len(s) > 9 || !isDecimal(s) {
			return false
		}
		n, _ := parseInt(s)
		v.SetInt(n)
	case f.kind == reflect.Float64:
		whole, fraction, point := strings.Cut(s, ".")
		if len(s) > 15 || !isDecimal(whole) || point && !isDigits(fraction) {
			return false
		}
		n, _ := strconv.ParseFloat(s, 64)
		v.SetFloat(n)
	default:
		return false
	}
	return true
}

// isText reports whether YAML certainly takes a plain text for a text.
func isText(s string) bool {
	if s[0] >= '0' && s[0] <= '9' {
		return isNoNumber(s)
	}
	switch s {
	case "true", "True", "TRUE", "false", "False", "FALSE", "null", "Null", "NULL":
		return false
	}
	return true
}

// isNoNumber reports whether a text that begins with a digit holds a character
// that stands in no number and in no date of YAML, which leaves out underscores.
func isNoNumber(s string) bool {
	if strings.Contains(s, "_") || len(s) > 1 && strings.IndexByte("xXoObB", s[1]) >= 0 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || isLetter(c) && strings.IndexByte("eEtTzZ", c) < 0 || c == '(' || c == ')' || c == '/' || c == '%' {
			return true
		}
	}
	return false
}

// isDecimal reports whether s is a whole number without a leading zero.
func isDecimal(s string) bool { return isDigits(s) && (s[0] != '0' || len(s) == 1) }

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isDate reports whether s is a day of the calendar as plan.Date has it.
func isDate(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' || !isDigits(s[:4]) || !isDigits(s[5:7]) || !isDigits(s[8:]) {
		return false
	}
	year, month, day := number(s[:4]), number(s[5:7]), number(s[8:])
	if day >= 1 && day <= 28 && month >= 1 && month <= 12 {
		return true
	}
	_, err := plan.MakeDate(year, month, day)
	return err == nil
}

// number is the value of a few digits.
func number(digits string) (n int) {
	for i := range len(digits) {
		n = 10*n + int(digits[i]-'0')
	}
	return n
}
