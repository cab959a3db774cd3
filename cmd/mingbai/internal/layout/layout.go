// Package layout runs templates of html/template several times faster than
// html/template does, and gives the same bytes.
//
// html/template parses a template and puts an escaper behind every value, by
// the value's place in the page. This package takes the trees that it leaves
// and compiles them to small programs, which know where a field of a type is
// found and write common values through escapers of their own. What a program
// does not know, at compile time or when it runs, is not done differently but
// not at all: html/template then runs the template itself. So a project may
// write any layout, errors are html/template's own, and nothing is escaped less.
//
// A set with a minifier also minifies: text that stands in the template once,
// when it is compiled, and values while they are written.
package layout

import (
	"bytes"
	"errors"
	"html/template"
	"reflect"
	"sync"
	"time"
)

// Options say how a set is compiled.
type Options struct {
	// Funcs are the functions that the templates were parsed with.
	Funcs template.FuncMap
	// Pure are the names of those whose result depends on their arguments
	// alone. A call with constants is made once, when a template is compiled.
	Pure []string
	// Minify minifies the output; nil leaves it as html/template writes it.
	Minify *Minifier
	// Trees are shared by sets of the same templates, whose functions have the
	// same names; nil where there is one set alone.
	Trees *Trees
	// Stats counts what templates cost; nil for no counting. See Set.Count.
	Stats *Stats
	// Label is how Stats calls a template that is executed; nil for its name.
	Label func(name string) string
}

// Set is templates that may call each other, compiled when they are first used.
// It may be used by several goroutines.
type Set struct {
	options Options
	funcs   map[string]reflect.Value
	parse   func() (*template.Template, error)

	mu       sync.Mutex
	trees    *Trees
	original *template.Template  // runs what no program does; nil as long as there is nothing
	programs map[string]*program // by name of the template; nil for one that html/template has to run
}

// New makes a set of the templates associated with what parse gives: the same
// every time that it is called, and used by nobody else. It is called when the
// set is first used, and again where html/template has to run one of them.
func New(parse func() (*template.Template, error), options Options) *Set {
	s := &Set{options: options, parse: parse, programs: map[string]*program{}, funcs: map[string]reflect.Value{}, trees: options.Trees}
	if s.trees == nil {
		s.trees = &Trees{}
	}
	for name, f := range options.Funcs {
		s.funcs[name] = reflect.ValueOf(f)
	}
	return s
}

// Count counts what the templates cost from now on; it must be called before
// the set is used.
func (s *Set) Count(stats *Stats) { s.options.Stats = stats }

// Execute appends to dst what the template of the name makes of data. Its
// methods and functions may be called twice. The error is html/template's (or
// the minifier's), and then what is appended is of no use.
func (s *Set) Execute(dst []byte, name string, data any) ([]byte, error) {
	p := s.program(name)
	if s.options.Stats == nil {
		out, _, err := s.execute(p, dst, name, data)
		return out, err
	}
	start := time.Now()
	out, compiled, err := s.execute(p, dst, name, data)
	if s.options.Label != nil {
		name = s.options.Label(name)
	}
	s.options.Stats.add(name, time.Since(start), len(out)-len(dst), compiled)
	return out, err
}

// execute also reports whether the program did it.
func (s *Set) execute(p *program, dst []byte, name string, data any) (out []byte, compiled bool, err error) {
	if p != nil {
		if out, ok := p.execute(dst, s.options.Minify, data); ok {
			return out, true, nil
		}
	}
	out, err = s.fallBack(dst, name, data)
	return out, false, err
}

// fallBack lets html/template run a template.
func (s *Set) fallBack(dst []byte, name string, data any) ([]byte, error) {
	t, err := s.plain()
	if err != nil {
		return dst, err
	}
	var buf bytes.Buffer
	if err := t.ExecuteTemplate(&buf, name, data); err != nil {
		return dst, err
	}
	if s.options.Minify == nil {
		return append(dst, buf.Bytes()...), nil
	}
	out, err := s.options.Minify.whole(buf.Bytes())
	if err != nil {
		return append(dst, buf.Bytes()...), &MinifyError{err}
	}
	return append(dst, out...), nil
}

// plain is the templates for html/template.
func (s *Set) plain() (*template.Template, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.original == nil {
		t, err := s.parse()
		if err != nil {
			return nil, err
		}
		s.original = t
	}
	return s.original, nil
}

// MinifyError is that a page could not be minified. What was appended is the
// page as it was written.
type MinifyError struct{ Err error }

func (e *MinifyError) Error() string { return e.Err.Error() }
func (e *MinifyError) Unwrap() error { return e.Err }

// program is the compiled template of a name, nil where there is none.
func (s *Set) program(name string) *program {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok := s.programs[name]
	if !ok {
		p, _ = s.compile(name)
		s.programs[name] = p
	}
	return p
}

// errUnknown is that a template has something in it that no program does.
var errUnknown = errors.New("not to be compiled")
