package layout

import "reflect"

// writeMinified writes a value of a place where the minifier has something to
// say about it.
type writeMinified struct {
	write
	state lexState // of the place
}

func (n *writeMinified) run(x *run, dot reflect.Value) flow {
	v := indirectInterface(n.value.eval(x, dot))
	facts := n.last.of(v)
	switch {
	case n.escaper.in == inNone:
	case n.state.mode == insideValue:
		n.attribute(x, v, facts)
	case n.state.mode == insideCode:
		n.code(x, v, facts)
	default:
		n.text(x, v, facts)
	}
	return next
}

// code writes a value into a script or style.
func (n *writeMinified) code(x *run, v reflect.Value, facts *typeFacts) {
	if n.escaper.data && v.Kind() == reflect.Map {
		if out, ok := appendData(x.w.buf, v); ok {
			if len(x.w.buf) == x.w.codeAt {
				x.w.dataTo = len(out)
			}
			x.w.buf = out
			return
		}
	}
	x.w.buf = n.escaper.append(x.w.buf, v, facts)
}

// attribute writes a value in quotes. What html/template escapes, but the
// minifier writes as it is, is written as it is.
func (n *writeMinified) attribute(x *run, v reflect.Value, facts *typeFacts) {
	s, is, ok := facts.text(v)
	if ok && is == plainText && n.escaper.raw && !needsEntity(s, n.state.quote) {
		x.w.buf = append(x.w.buf, s...)
		return
	}
	at := len(x.w.buf)
	x.w.buf = n.escaper.append(x.w.buf, v, facts)
	for _, c := range x.w.buf[at:] {
		if c == '&' {
			x.w.dirty = true
			return
		}
	}
}

func needsEntity(s string, quote byte) bool {
	for i := range len(s) {
		if c := s[i]; c == '&' || c == quote || c == 0 {
			return true
		}
	}
	return false
}

// text writes a value between tags.
func (n *writeMinified) text(x *run, v reflect.Value, facts *typeFacts) {
	s, is, ok := facts.text(v)
	if ok && is == plainText && !n.state.pre {
		x.w.plain(s)
		return
	}
	if ok && is == htmlText && n.escaper.in == inText {
		x.markup(s, n.state)
		return
	}
	x.tmp = n.escaper.append(x.tmp[:0], v, facts)
	x.markup(string(x.tmp), n.state)
}

// plain writes text that is no HTML.
func (w *writer) plain(s string) {
	if s == "" {
		return
	}
	if !isPlain(s) {
		w.text(text(appendEscaped(nil, s, false), false))
		return
	}
	w.empty = -1
	if isSpace(s[0]) {
		w.white(s[0])
		s = s[1:]
	}
	if s != "" {
		w.buf = append(w.buf, s...)
		w.wordsEnd()
	}
}

// isPlain reports whether text has nothing in it that is written differently.
func isPlain(s string) bool {
	var before byte
	for i := range len(s) {
		c := s[i]
		if c <= '<' && (c == '&' || c == '<' || c == 0 || c == '\t' || c == '\r' || c == '\f' || (c == ' ' || c == '\n') && (before == ' ' || before == '\n')) {
			return false
		}
		before = c
	}
	return true
}
