package check

import "mingbai/cmd/mingbai/internal/diag"

var destinationCheck = siteCheck{
	rules: []*diag.Rule{brokenLink, brokenAnchor, wrongCase},
	run: func(s *sweep) error {
		for i := range s.files {
			f := &s.files[i]
			if f.kind != pageFile || !s.leadsAstray(f) {
				continue
			}
			p, err := s.read(f.Name)
			if err != nil {
				return err
			}
			for _, l := range p.Links {
				if l.to.where == inside && l.to.Path != p.Path {
					s.destination(p, l)
				}
			}
		}
		return nil
	},
}

// destination looks whether the place that a link names is there. Places of the
// page itself are looked for with the page.
func (s *sweep) destination(p *page, l link) {
	t := l.to
	at := s.find(hash(t.Path))
	if at < 0 {
		if name := s.otherCase(t.Path); name != "" {
			s.quoted(p, l.Href, wrongCase, l.name(), t.Path, name)
			return
		}
		s.quoted(p, l.Href, brokenLink, l.name(), t.Path)
		return
	}
	if to := &s.files[at]; to.isPage() && t.names() && !to.ids.has(hash(t.Fragment)) {
		s.quoted(p, l.Href, brokenAnchor, l.name(), t.Path, t.Fragment)
	}
}

// quoted reports that a page breaks a rule, for an address that may stand in
// its content file.
func (s *sweep) quoted(p *page, needle string, rule *diag.Rule, args ...any) {
	s.findings = append(s.findings, finding{rule, needle, args}.of(s.c, p.Path))
}
