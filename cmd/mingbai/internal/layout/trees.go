package layout

import (
	"html/template"
	"io"
	"sync"
)

// Trees are templates as html/template escapes them, to be compiled. A site's
// languages differ in their words alone, so that one serves the sets of all of
// them. The zero value is ready for use.
type Trees struct {
	mu      sync.Mutex         // also held while a program is made of them
	all     *template.Template // nil before the first use
	escaped map[string]bool    // by name
}

// escape has html/template escape a template with all that it calls, which it
// only does by executing it: without data, into nothing.
func (t *Trees) escape(s *Set, name string) error {
	if t.all == nil {
		all, err := s.parse()
		if err != nil {
			return err
		}
		t.all, t.escaped = all, map[string]bool{}
		s.inline()
	}
	if !t.escaped[name] {
		t.escaped[name] = true
		_ = t.all.ExecuteTemplate(io.Discard, name, nil) // it fails where it meets a value
	}
	return nil
}
