package pdf

import (
	"bytes"
	"strconv"
)

// What operands of content are, beside float64 and bool.
type (
	nameOp   string
	stringOp []byte
	arrayOp  []any
	dictOp   map[string]any
	operator string
)

// maxNesting bounds arrays within arrays of content.
const maxNesting = 32

// lexer reads the operands and operators of content, and of the maps of fonts.
type lexer struct {
	data []byte
	pos  int
}

// next gives the next operand or operator, or nil at the end.
func (l *lexer) next() any { return l.object(0) }

func (l *lexer) object(depth int) any {
	l.skipSpace()
	if l.pos >= len(l.data) || depth > maxNesting {
		l.pos = len(l.data)
		return nil
	}
	switch c := l.data[l.pos]; c {
	case '/':
		l.pos++
		return nameOp(l.name())
	case '(':
		return l.literal()
	case '<':
		if l.at(1) == '<' {
			l.pos += 2
			return l.dict(depth)
		}
		return l.hex()
	case '[':
		l.pos++
		return l.array(depth)
	case ']', '{', '}', ')':
		l.pos++
		return operator(c)
	case '>':
		l.pos++
		if l.at(0) == '>' {
			l.pos++
		}
		return operator(">>")
	}
	return l.word()
}

func (l *lexer) at(i int) byte {
	if l.pos+i < len(l.data) {
		return l.data[l.pos+i]
	}
	return 0
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		case isSpace(c):
			l.pos++
		default:
			return
		}
	}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// regular reads characters up to the next space or delimiter.
func (l *lexer) regular() []byte {
	start := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		l.pos++
	}
	return l.data[start:l.pos]
}

func (l *lexer) name() string {
	raw := l.regular()
	if bytes.IndexByte(raw, '#') < 0 {
		return string(raw)
	}
	var out []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if v, err := strconv.ParseUint(string(raw[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(v))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return string(out)
}

// word reads a number, a boolean or an operator.
func (l *lexer) word() any {
	raw := string(l.regular())
	if raw == "" { // a delimiter that begins nothing
		l.pos++
		return operator("")
	}
	switch raw {
	case "true":
		return true
	case "false":
		return false
	}
	if c := raw[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if v, err := strconv.ParseFloat(raw, 64); err == nil {
			return v
		}
	}
	return operator(raw)
}

func (l *lexer) array(depth int) arrayOp {
	out := arrayOp{}
	for {
		o := l.object(depth + 1)
		if o == nil || o == operator("]") {
			return out
		}
		out = append(out, o)
	}
}

func (l *lexer) dict(depth int) dictOp {
	out := dictOp{}
	for {
		key := l.object(depth + 1)
		if key == nil || key == operator(">>") {
			return out
		}
		name, ok := key.(nameOp)
		if !ok {
			continue
		}
		value := l.object(depth + 1)
		if value == nil || value == operator(">>") {
			return out
		}
		out[string(name)] = value
	}
}

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
