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
