package layout

import "fmt"

// minifying follows the text of a template while it is compiled: where in a
// page each node stands. Without a minifier it knows nothing and allows all.
type minifying struct {
	lex  *lexer // nil without a minifier
	rec  recorder
	dead bool     // behind a jump
	loop lexState // where the body of the loop begins
}

func newMinifying(m *Minifier, at lexState) *minifying {
	p := &minifying{}
	if m != nil {
		p.lex = &lexer{lexState: at, m: m, to: &p.rec}
	}
	return p
}

func (p *minifying) on() bool { return p.lex != nil }

func (p *minifying) feed(text []byte) { p.lex.feed(text) }

// flush puts the text so far behind other nodes.
func (p *minifying) flush(all nodes) nodes {
	if steps := p.rec.take(); len(steps) > 0 {
		all = append(all, steps)
	}
	return all
}

func (p *minifying) state() lexState {
	if p.lex == nil {
		return lexState{}
	}
	return p.lex.lexState
}

func (p *minifying) set(s lexState) {
	if p.lex != nil {
		p.lex.lexState, p.lex.skip = s, false
	}
}

// ending is where a way through a template leads to.
type ending struct {
	lexState
	dead bool
}

// fork is before a branch.
func (p *minifying) fork() ending {
	if p.lex != nil {
		p.lex.skip = false
	}
	return ending{p.state(), p.dead}
}

// turn goes back to where another way begins, and gives where the one led to.
func (p *minifying) turn(to ending) ending {
	was := ending{p.state(), p.dead}
	p.set(to.lexState)
	p.dead = to.dead
	return was
}

// join brings two ways together.
func (p *minifying) join(other ending) error {
	here := ending{p.state(), p.dead}
	switch {
	case other.dead:
	case here.dead:
		p.set(other.lexState)
		p.dead = false
	case here.lexState != other.lexState:
		maybe := here.lexState
		maybe.mode = behindName // one way ends in a name that may go on
		one := other.lexState
		one.mode = behindName
		if maybe != one || !here.inTag() || !other.inTag() {
			return fmt.Errorf("%w: branches end in different places", errUnknown)
		}
		p.set(maybe)
	default:
		p.set(here.lexState)
	}
	return nil
}

func (s lexState) inTag() bool { return s.mode == insideTag || s.mode == behindName }

// enterLoop remembers where the body of a loop begins.
func (p *minifying) enterLoop() (outer lexState) {
	outer, p.loop = p.loop, p.state()
	return outer
}

// mayJump allows to leave the body of a loop where it began.
func (p *minifying) mayJump() error {
	if p.state() != p.loop {
		return fmt.Errorf("%w: a jump to another place", errUnknown)
	}
	return nil
}

// mayWrite allows a value where html/template and we agree on the place.
func (p *minifying) mayWrite(in place) error {
	s := p.state()
	ok := false
	switch in {
	case inText:
		ok = s.mode == betweenTags && !s.title
	case inTitle:
		ok = s.mode == betweenTags && (s.title || s.svg > 0) || s.mode == insideCode && s.tag == "textarea"
	case inAttr:
		ok = s.mode == insideValue
	case inCode:
		ok = s.mode == insideCode && s.tag != "textarea"
	case inNone:
		ok = true
	}
	if !ok {
		return fmt.Errorf("%w: a value in a strange place", errUnknown)
	}
	p.lex.skip = false
	return nil
}
