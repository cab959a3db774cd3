package check

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

var destinationCheck = siteCheck{
	rules: []*diag.Rule{brokenLink, brokenAnchor, wrongCase},
	run: func(s *sweep) error {
		var astray []*File
		for i := range s.files {
			if f := &s.files[i]; f.kind == pageFile && s.leadsAstray(f) {
				astray = append(astray, f)
			}
		}
		// A mistake in a layout leads all pages astray: they are read in parts,
		// on every core.
		for part := range slices.Chunk(astray, 1024) {
			if err := s.destinations(part); err != nil {
				return err
			}
		}
		return nil
	},
}

// destinations tells which links of some pages lead to nothing.
func (s *sweep) destinations(files []*File) error {
	s.foldNames()
	found, failed := make([][]finding, len(files)), make([]error, len(files))
	err := inParallel(s.ctx, len(files), func(i int) {
		p, err := s.read(files[i].Name)
		if err != nil {
			failed[i] = err
			return
		}
		for _, l := range p.Links {
			if l.to.where == inside && l.to.Path != p.Path {
				found[i] = s.destination(found[i], l)
			}
		}
	})
	if err = cmp.Or(err, errors.Join(failed...)); err != nil {
		return err
	}
	for i, f := range files {
		for _, one := range found[i] {
			s.tell(f.Name, one)
		}
	}
	return nil
}

// destination looks whether the place that a link names is there. Places of the
// page itself are looked for with the page.
func (s *sweep) destination(found []finding, l link) []finding {
	t := l.to
	at := s.find(hash(t.Path))
	if at < 0 {
		if name := s.folded[strings.ToLower(t.Path)]; name != "" {
			return append(found, finding{wrongCase, l.Href, []any{l.name(), t.Path, name}})
		}
		return append(found, finding{brokenLink, l.Href, []any{l.name(), t.Path}})
	}
	if to := &s.files[at]; to.isPage() && t.names() && !to.ids.has(hash(t.Fragment)) {
		return append(found, finding{brokenAnchor, l.Href, []any{l.name(), t.Path, t.Fragment}})
	}
	return found
}
