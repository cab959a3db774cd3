package check

import (
	"bytes"
	"unicode/utf8"
)

// attributes reads the attributes of the tag at hand into s.attrs, and the end
// of the tag. It tells whether the tag closes itself.
func (s *scanner) attributes() (selfClosing bool) {
	s.attrs = s.attrs[:0]
	s.text = s.text[:0]
	for {
		for s.at < len(s.data) && isSpace(s.data[s.at]) {
			s.at++
		}
		if s.at+1 >= len(s.data) && (s.at >= len(s.data) || s.data[s.at] != '>') {
			s.give = true
			return false
		}
		switch s.data[s.at] {
		case '>':
			s.at++
			return false
		case '/':
			if s.data[s.at+1] != '>' {
				s.give = true
				return false
			}
			s.at += 2
			return true
		}
		key := s.attributeName()
		val := s.value()
		if s.give {
			return false
		}
		for i := range s.attrs {
			if bytes.Equal(s.attrs[i].key, key) {
				s.give = true
				return false
			}
		}
		s.attrs = append(s.attrs, attr{key, val})
	}
}

// attributeName reads a name, which may be followed by a value at once.
func (s *scanner) attributeName() []byte {
	begin, upper := s.at, false
	for ; s.at < len(s.data); s.at++ {
		switch c := s.data[s.at]; {
		case c == '=' || c == '>' || c == '/' || isSpace(c):
			if s.at == begin {
				s.give = true
			}
			if upper {
				return bytes.ToLower(s.data[begin:s.at])
			}
			return s.data[begin:s.at]
		case 'A' <= c && c <= 'Z':
			upper = true
		case c == '"' || c == '\'' || c == '<' || c < ' ' || c >= utf8.RuneSelf:
			s.give = true
			return nil
		}
	}
	s.give = true
	return nil
}

// value reads the value that may follow a name, and decodes it.
func (s *scanner) value() []byte {
	if s.give || s.at >= len(s.data) {
		s.give = true
		return nil
	}
	if s.data[s.at] != '=' {
		if isSpace(s.data[s.at]) && s.equalsAhead() {
			s.give = true
		}
		return nil
	}
	s.at++
	if s.at >= len(s.data) {
		s.give = true
		return nil
	}
	var val []byte
	switch quote := s.data[s.at]; quote {
	case '"', '\'':
		end := bytes.IndexByte(s.data[s.at+1:], quote)
		if end < 0 || s.at+end+2 >= len(s.data) {
			s.give = true
			return nil
		}
		val = s.data[s.at+1 : s.at+1+end]
		s.at += end + 2
		if c := s.data[s.at]; c != '>' && c != '/' && !isSpace(c) {
			s.give = true
			return nil
		}
	default:
		begin := s.at
		for s.at < len(s.data) && s.data[s.at] != '>' && !isSpace(s.data[s.at]) {
			s.give = s.give || s.data[s.at] < ' '
			s.at++
		}
		if val = s.data[begin:s.at]; len(val) == 0 {
			s.give = true // white space or nothing after the equals sign
			return nil
		}
	}
	return s.decode(val)
}

// equalsAhead looks for an equals sign after white space.
func (s *scanner) equalsAhead() bool {
	rest := bytes.TrimLeft(s.data[s.at:], " \n\t\f")
	return len(rest) > 0 && rest[0] == '='
}

// decode resolves the references to characters in a text that are written in
// the plain way: with a semicolon, by number or one of the five names that XML
// has. A bare & that begins none is itself. The result holds until the next tag.
func (s *scanner) decode(raw []byte) []byte {
	amp := bytes.IndexByte(raw, '&')
	if amp < 0 {
		return raw
	}
	begin := len(s.text)
	for amp >= 0 {
		s.text = append(s.text, raw[:amp]...)
		raw = raw[amp:]
		size := s.reference(raw)
		if s.give {
			return nil
		}
		raw = raw[size:]
		amp = bytes.IndexByte(raw, '&')
	}
	s.text = append(s.text, raw...)
	return s.text[begin:len(s.text):len(s.text)]
}

// reference appends what the reference at the beginning of raw stands for, and
// gives its length.
func (s *scanner) reference(raw []byte) int {
	end := 1
	for end < len(raw) && (isLetter(raw[end]) || isDigit(raw[end]) || (end == 1 && raw[end] == '#')) {
		end++
	}
	name := raw[1:end]
	if end >= len(raw) || raw[end] != ';' {
		if len(name) > 1 || (len(name) == 1 && name[0] == '#') {
			s.give = true // perhaps one without a semicolon
			return 0
		}
		s.text = append(s.text, raw[:end]...)
		return end
	}
	r := named(name)
	if r == 0 && len(name) > 1 && name[0] == '#' && len(name) < 8 {
		r = numbered(name[1:])
	}
	if r == 0 {
		s.give = true
		return 0
	}
	s.text = utf8.AppendRune(s.text, r)
	return end + 1
}

// named are the characters that XML has names for.
func named(name []byte) rune {
	switch string(name) {
	case "amp":
		return '&'
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "quot":
		return '"'
	case "apos":
		return '\''
	case "nbsp":
		return '\u00A0'
	}
	return 0
}

// numbered is the character with a decimal number, 0 for those that HTML reads
// otherwise.
func numbered(digits []byte) (r rune) {
	for _, c := range digits {
		if !isDigit(c) {
			return 0
		}
		r = 10*r + rune(c-'0')
	}
	if r < ' ' || (r >= 0x7f && r < 0xa0) || !utf8.ValidRune(r) {
		return 0
	}
	return r
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
