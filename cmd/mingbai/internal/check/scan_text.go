package check

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// baseLang is a language as far as the rule for foreign text tells them apart.
type baseLang uint8

const (
	noneLang baseLang = iota // no lang attribute, or an empty one
	zhLang
	enLang
	otherLang
)

// baseLangOf is the base of a language tag such as zh-CN.
func baseLangOf(tag []byte) baseLang {
	base, _, _ := bytes.Cut(tag, []byte("-"))
	switch {
	case len(base) == 0:
		return noneLang
	case bytes.EqualFold(base, []byte("zh")):
		return zhLang
	case bytes.EqualFold(base, []byte("en")):
		return enLang
	}
	return otherLang
}

// characters takes in a run of text, as reader.characters does; coded text may
// have references to characters.
func (s *scanner) characters(t []byte, coded bool) {
	top := s.top()
	if top != nil && (top.kind.atom == atom.Script || top.kind.atom == atom.Style) {
		return
	}
	if coded {
		s.text = s.text[:0]
		if t = s.decode(t); s.give {
			return
		}
	}
	look := lookAt(t)
	if look&lookOdd != 0 {
		s.give = true
		return
	}
	if s.inFooterText {
		s.footerText = append(s.footerText, t...)
	}
	if look&lookWords == 0 {
		return // white space alone
	}
	s.title.said = s.title.said || s.title.open
	s.heading.said = s.heading.said || s.heading.open
	if top == nil {
		return
	}
	if top.in&inMain != 0 && top.in&(inHeading|inNav|inHidden) == 0 && !(s.inAnchor && s.leaving) {
		s.mainText = true
	}
	if top.in&inCode != 0 {
		return
	}
	if look&lookMark != 0 || (top.in&(inMain|inHeading) != 0 && isForeign(t, look, top.lang)) {
		s.give = true
	}
}

// isForeign is foreign for a text that was looked at.
func isForeign(t []byte, look look, lang baseLang) bool {
	switch lang {
	case enLang:
		return look&lookHan != 0
	case zhLang:
		// The shortest such text has words of two letters between spaces.
		return look&lookHan == 0 && len(t) >= 3*minForeign-1 && latinWords(string(t)) >= minForeign
	}
	return false
}

// look is what a text has.
type look uint8

const (
	lookWords look = 1 << iota // anything but white space
	lookHan                    // Chinese characters
	lookMark                   // perhaps a mark of textMarks
	lookOdd                    // bytes that are not UTF-8
)

// Classes of ASCII characters.
const (
	plainByte = iota
	spaceByte
	markByte // with which a mark may begin
	oddByte  // which HTML reads as another
)

var byteClass = [utf8.RuneSelf]uint8{
	' ': spaceByte, '\t': spaceByte, '\n': spaceByte, '\v': spaceByte, '\f': spaceByte, '\r': oddByte, 0: oddByte,
	'*': markByte, '<': markByte, '>': markByte, '{': markByte, '%': markByte, 'Z': markByte,
}

// lookAt goes over a text once.
func lookAt(t []byte) (l look) {
	for i := 0; i < len(t); {
		b := t[i]
		if b < utf8.RuneSelf {
			switch byteClass[b] {
			case plainByte:
				l |= lookWords
			case markByte:
				l |= lookWords
				if beginsMark(t[i:]) {
					l |= lookMark
				}
			case oddByte:
				return l | lookOdd
			}
			i++
			continue
		}
		if 0xE5 <= b && b <= 0xE8 && i+2 < len(t) && t[i+1]&0xC0 == 0x80 && t[i+2]&0xC0 == 0x80 {
			l |= lookWords | lookHan // U+5000 to U+8FFF, which mostly come together
			for i += 3; i+2 < len(t) && 0xE5 <= t[i] && t[i] <= 0xE8 && t[i+1]&0xC0 == 0x80 && t[i+2]&0xC0 == 0x80; {
				i += 3
			}
			continue
		}
		r, size := utf8.DecodeRune(t[i:])
		i += size
		switch {
		case r == utf8.RuneError && size == 1:
			return l | lookOdd
		case r == utf8.RuneError:
			l |= lookWords | lookMark
		case isHanFast(r):
			l |= lookWords | lookHan
		case l&lookWords == 0 && !unicode.IsSpace(r):
			l |= lookWords
		}
	}
	return l
}

// isHanFast is isHan, quick for what is frequent in Chinese text.
func isHanFast(r rune) bool {
	switch {
	case r < 0x2E80:
		return false
	case r < 0x3021:
		return (r < 0x3000 || r == 0x3005 || r == 0x3007) && isHan(r)
	case 0x5000 <= r && r < 0x9000:
		return true
	case 0xFF00 <= r && r < 0x10000:
		return false
	}
	return isHan(r)
}

// firstMarks are the strings by which textMarks are ruled out.
var firstMarks = func() (all [][]byte) {
	for _, m := range textMarks {
		all = append(all, []byte(m.first))
	}
	return all
}()

// beginsMark reports whether a text begins as a mark does.
func beginsMark(t []byte) bool {
	for _, m := range firstMarks {
		if bytes.HasPrefix(t, m) {
			return true
		}
	}
	return false
}
