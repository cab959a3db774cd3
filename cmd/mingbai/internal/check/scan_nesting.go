package check

import (
	"bytes"

	"golang.org/x/net/html/atom"
)

// The scanner's stack of open elements follows that of the reader; see nesting.

func (s *scanner) top() *scanned {
	if len(s.open) == 0 {
		return nil
	}
	return &s.open[len(s.open)-1]
}

// push opens an element, which may be an item of a list around it.
func (s *scanner) push(e scanned) {
	if e.kind.item {
		for i := len(s.open) - 1; i >= 0; i-- {
			if s.open[i].kind.list {
				s.open[i].items++
				break
			}
		}
	}
	s.open = append(s.open, e)
}

// popP closes the paragraphs that stand innermost.
func (s *scanner) popP() {
	for len(s.open) > 0 && s.top().kind.atom == atom.P {
		s.close()
	}
}

// pop closes the innermost element of that name with all inside it.
func (s *scanner) pop(kind *tagKind, name []byte) {
	for i := len(s.open) - 1; i >= 0; i-- {
		if s.open[i].kind != kind || (kind == unknownTag && !bytes.Equal(s.open[i].name, name)) {
			continue
		}
		for len(s.open) > i {
			s.close()
		}
		return
	}
}

// close closes the innermost element and notes what is known only then.
func (s *scanner) close() {
	e := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	if e.kind.list && e.items == 0 && e.in&(inHidden|inPicture) == 0 {
		s.give = true // an empty list
	}
	switch e.kind.atom {
	case atom.A:
		s.inAnchor = false
	case atom.Title:
		if e.in&inPicture == 0 {
			s.title.end(s)
		}
	case atom.H1:
		if e.in&inPicture == 0 {
			s.heading.end(s)
		}
	case atom.Footer:
		if e.in&inPicture == 0 && s.inFooterText {
			s.inFooterText = false
			s.footerText = append(s.footerText, ' ')
		}
	}
}

// capture is an element of which a page must have one, with text.
type capture struct {
	open, said bool
	times      int
}

func (c *capture) begin(s *scanner) {
	if c.open || c.times > 0 {
		s.give = true // a second one
	}
	c.open = true
}

func (c *capture) end(s *scanner) {
	if !c.open {
		return
	}
	c.open = false
	c.times++
	if !c.said {
		s.give = true // without text
	}
}
