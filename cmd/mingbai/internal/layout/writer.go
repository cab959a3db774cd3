package layout

// writer collects the output and, where it minifies, leaves out white space
// that no browser shows: beside blocks, and behind other white space.
type writer struct {
	buf []byte
	m   *Minifier // nil where nothing is minified

	omit  bool // white space that comes next is left out
	space int  // where white space was written that goes if a block follows; -1 for none
	empty int  // the end of a phrase's start tag, as long as nothing follows; -1 for none

	// The attribute that is being written.
	nameAt, valueAt int
	dirty           bool // the value has entities
	codeAt          int  // where the text of a script or style begins
	dataTo          int  // the end of data that it begins with and that has no shorter form
}

func (w *writer) start(dst []byte, m *Minifier) {
	*w = writer{buf: dst, m: m, omit: true, space: -1, empty: -1}
}

func (w *writer) finish() []byte {
	if w.m != nil {
		w.dropSpace()
	}
	return w.buf
}

// dropSpace takes white space back before a block.
func (w *writer) dropSpace() {
	if at := w.space; at >= 0 {
		w.buf = append(w.buf[:at], w.buf[at+1:]...)
		w.space = -1
	}
}

// raw writes what is no text: attributes, comments, scripts.
func (w *writer) raw(b []byte) { w.buf = append(w.buf, b...) }

// text writes text between tags, whose white space is collapsed.
func (w *writer) text(b []byte) {
	if len(b) == 0 {
		return
	}
	w.empty = -1
	if isSpace(b[0]) {
		w.white(b[0])
		b = b[1:]
	}
	if len(b) > 0 {
		w.words(b)
	}
}

// white writes white space, a space or a line's end.
func (w *writer) white(c byte) {
	if !w.omit {
		w.space = len(w.buf)
		w.buf = append(w.buf, c)
		w.omit = true
	} else if c == '\n' && w.space >= 0 && w.space == len(w.buf)-1 {
		w.buf[w.space] = c // all of it stands together
	}
	w.empty = -1
}

// words writes text that does not begin with white space.
func (w *writer) words(b []byte) {
	w.buf = append(w.buf, b...)
	w.wordsEnd()
}

// wordsEnd is after text that does not begin with white space.
func (w *writer) wordsEnd() {
	w.space, w.empty = -1, -1
	w.omit = isSpace(w.buf[len(w.buf)-1])
	if w.omit {
		w.space = len(w.buf) - 1
	}
}

// tag writes a tag of an element, or the beginning of one.
func (w *writer) tag(b []byte, e element, end bool) {
	if e.block {
		w.dropSpace()
		w.omit = true
	}
	if e.object || end && e.phrase && w.empty == len(w.buf) {
		w.omit = false
	}
	if !end {
		w.space = -1
	}
	w.empty = -1
	w.buf = append(w.buf, b...)
}

// opened is behind a start tag.
func (w *writer) opened(e element) {
	if e.phrase {
		w.empty = len(w.buf)
	}
}

// other writes what is neither text nor an element, such as a comment.
func (w *writer) other(b []byte) {
	w.empty = -1
	w.buf = append(w.buf, b...)
}
