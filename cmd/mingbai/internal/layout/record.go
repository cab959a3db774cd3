package layout

import (
	"bytes"
	"reflect"
)

// op is a step of writing text of a template, minified as far as that does not
// depend on what is written before it.
type op struct {
	kind  opKind
	text  []byte
	white byte // white space before the text; 0 for none
	element
	end   bool
	attr  attr
	quote byte
	tag   string
	media string

	// How the writer is left behind opSettled; places are in text.
	omit         bool
	space, empty int
}

type opKind uint8

const (
	opSettled    opKind = iota // begins with words or a tag, behind which all is known
	opWhite                    // nothing but white space
	opTag                      // a tag behind which something depends on what was before
	opOpened                   // behind a start tag
	opRaw                      // inside of a tag
	opOther                    // no text and no tag
	opOpenValue                // see sink
	opValue                    //
	opCloseValue               //
	opOpenCode                 //
	opCloseCode                //
)

// ops is text of a template as steps.
type ops []op

func (l ops) run(x *run, _ reflect.Value) flow {
	l.write(&x.w)
	return next
}

func (l ops) write(w *writer) {
	for i := range l {
		l[i].write(w)
	}
}

func (o *op) write(w *writer) {
	switch o.kind {
	case opSettled:
		o.settle(w)
	case opWhite:
		w.white(o.white)
	case opTag:
		w.tag(o.text, o.element, o.end)
	case opOpened:
		w.opened(o.element)
	case opRaw:
		w.raw(o.text)
	case opOther:
		w.other(o.text)
	case opOpenValue:
		w.openValue(o.text)
	case opValue:
		w.value(o.text)
	case opCloseValue:
		w.closeValue(o.attr, o.quote)
	case opOpenCode:
		w.openCode()
	case opCloseCode:
		w.closeCode(o.tag, o.media)
	}
}

// settle writes text that leaves the writer in a state that is known.
func (o *op) settle(w *writer) {
	if o.white != 0 {
		w.white(o.white)
	}
	if o.block {
		w.dropSpace()
	}
	base := len(w.buf)
	w.buf = append(w.buf, o.text...)
	w.omit, w.space, w.empty = o.omit, -1, -1
	if o.space >= 0 {
		w.space = base + o.space
	}
	if o.empty >= 0 {
		w.empty = base + o.empty
	}
}

// recorder makes steps of what it is told.
type recorder struct {
	done ops
	// last is the step that goes on in w, nil for none.
	last *op
	w    writer
}

// take gives the steps since the last time.
func (r *recorder) take() ops {
	r.settled()
	done := r.done
	r.done = nil
	return done
}

// settled ends the step that goes on.
func (r *recorder) settled() {
	if r.last == nil {
		return
	}
	o := *r.last
	o.text = bytes.Clone(r.w.buf)
	o.omit, o.space, o.empty = r.w.omit, r.w.space, r.w.empty
	r.done = append(r.done, o)
	r.last = nil
}

// begin begins a step that goes on.
func (r *recorder) begin(o op) {
	r.last = &o
	r.w = writer{buf: r.w.buf[:0], space: -1, empty: -1}
}

// add adds a step that stands alone.
func (r *recorder) add(o op) {
	r.settled()
	o.text = bytes.Clone(o.text)
	r.done = append(r.done, o)
}

func (r *recorder) text(b []byte) {
	switch {
	case len(b) == 0:
	case r.last != nil:
		r.w.text(b)
	case len(b) == 1 && isSpace(b[0]):
		r.add(op{kind: opWhite, white: b[0]})
	default:
		o := op{kind: opSettled}
		if isSpace(b[0]) {
			o.white, b = b[0], b[1:]
		}
		r.begin(o)
		r.w.words(b)
	}
}

func (r *recorder) tag(b []byte, e element, end bool) {
	switch {
	case r.last != nil:
		r.w.tag(b, e, end)
	case e.block || e.object && !end:
		r.begin(op{kind: opSettled, element: e})
		r.w.tag(b, e, end)
	default:
		r.add(op{kind: opTag, text: b, element: e, end: end})
	}
}

func (r *recorder) opened(e element) {
	if r.last != nil {
		r.w.opened(e)
	} else if e.phrase {
		r.add(op{kind: opOpened, element: e})
	}
}

func (r *recorder) raw(b []byte) {
	if r.last != nil {
		r.w.raw(b)
	} else {
		r.add(op{kind: opRaw, text: b})
	}
}

func (r *recorder) other(b []byte) {
	if r.last != nil {
		r.w.other(b)
	} else {
		r.add(op{kind: opOther, text: b})
	}
}

func (r *recorder) openValue(b []byte) { r.add(op{kind: opOpenValue, text: b}) }
func (r *recorder) value(b []byte)     { r.add(op{kind: opValue, text: b}) }

func (r *recorder) closeValue(a attr, quote byte) {
	r.add(op{kind: opCloseValue, attr: a, quote: quote})
}

func (r *recorder) openCode() { r.add(op{kind: opOpenCode}) }

func (r *recorder) closeCode(tag, media string) {
	r.add(op{kind: opCloseCode, tag: tag, media: media})
}
