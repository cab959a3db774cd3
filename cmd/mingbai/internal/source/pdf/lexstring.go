package pdf

import "bytes"

// hex reads a string of hexadecimal digits.
func (l *lexer) hex() stringOp {
	l.pos++
	var out []byte
	high := -1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		v := hexDigit(c)
		switch {
		case v < 0:
		case high < 0:
			high = v
		default:
			out, high = append(out, byte(high<<4|v)), -1
		}
	}
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	return out
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// literal reads a string in brackets, which may nest.
func (l *lexer) literal() stringOp {
	l.pos++
	var out []byte
	for depth := 1; l.pos < len(l.data); {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return out
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func (l *lexer) escape(out []byte) []byte {
	c := l.at(0)
	l.pos++
	switch {
	case c == '\r':
		if l.at(0) == '\n' {
			l.pos++
		}
		return out
	case c == '\n':
		return out
	case c >= '0' && c <= '7':
		v := int(c - '0')
		for range 2 {
			d := l.at(0)
			if d < '0' || d > '7' {
				break
			}
			v = v*8 + int(d-'0')
			l.pos++
		}
		return append(out, byte(v))
	}
	if e, ok := escapes[c]; ok {
		c = e
	}
	return append(out, c)
}

// skipImage passes over the data of an image that stands in the content.
func (l *lexer) skipImage() {
	for l.pos < len(l.data) {
		i := bytes.Index(l.data[l.pos:], []byte("EI"))
		if i < 0 {
			l.pos = len(l.data)
			return
		}
		end := l.pos + i
		l.pos = end + 2
		if end > 0 && isSpace(l.data[end-1]) && (l.pos >= len(l.data) || isSpace(l.data[l.pos])) {
			return
		}
	}
}
