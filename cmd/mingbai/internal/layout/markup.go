package layout

import (
	"hash/maphash"
	"sync"
)

// markup writes HTML that a value holds. What is the same on many pages is made
// a program of its own.
func (x *run) markup(s string, state lexState) {
	if s == "" {
		return
	}
	if state.svg > 0 || state.title || state.mode != betweenTags {
		panic(giveUp{})
	}
	key := markupKey{s, state.pre}
	steps, again := x.w.m.seen.look(key)
	switch {
	case steps != nil:
		steps.write(&x.w)
	case again:
		r := &recorder{}
		read(s, state, x.w.m, r, x)
		steps = r.take()
		x.w.m.seen.keep(key, steps)
		steps.write(&x.w)
	default:
		read(s, state, x.w.m, &x.w, x)
	}
}

// read gives HTML to a sink. It has to end in the state that it begins in.
func read(s string, state lexState, m *Minifier, to sink, x *run) {
	l := lexer{lexState: state, m: m, to: to, tmp: x.words}
	x.html = append(x.html[:0], s...)
	l.feed(x.html)
	x.words = l.tmp[:0]
	if l.lexState != state {
		panic(giveUp{})
	}
}

// seen remembers HTML that comes again.
type seen struct {
	mu    sync.RWMutex
	steps map[markupKey]ops
	size  int
	once  [4096]uint64 // hashes of what came once
}

type markupKey struct {
	html string
	pre  bool
}

var markupSeed = maphash.MakeSeed()

// mostMarkup bounds the HTML that is remembered, in bytes.
const mostMarkup = 8 << 20

// look gives the steps of HTML, or reports whether it came before.
func (s *seen) look(key markupKey) (steps ops, again bool) {
	s.mu.RLock()
	steps, ok := s.steps[key]
	s.mu.RUnlock()
	if ok {
		return steps, true
	}
	hash := maphash.String(markupSeed, key.html)
	s.mu.Lock()
	defer s.mu.Unlock()
	place := &s.once[hash%uint64(len(s.once))]
	again = *place == hash && s.size+len(key.html) < mostMarkup
	*place = hash
	return nil, again
}

func (s *seen) keep(key markupKey, steps ops) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.steps == nil {
		s.steps = map[markupKey]ops{}
	}
	if _, ok := s.steps[key]; !ok {
		s.steps[key] = steps
		s.size += len(key.html)
	}
}
