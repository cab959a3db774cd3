package content

import "mingbai/cmd/mingbai/internal/diag"

// organizations ranges over the ids of organizations that a file names, each
// with its place in the front matter.
func (f *file) organizations(yield func(id string, path ...any)) {
	switch front := f.front.(type) {
	case *documentFront:
		yield(front.Issuer, "issuer")
	case *planFront:
		yield(front.Author, "author")
	case *measureFront:
		if f.byHand != nil {
			for i, id := range f.byHand.orgs {
				yield(id, "responsibilities", i, "org")
			}
			return
		}
		for i := range front.Responsibilities {
			yield(front.Responsibilities[i].Org, "responsibilities", i, "org")
		}
	}
}

// checkOrganizations reports every organization that a page names and that is
// not known.
func (p *part) checkOrganizations(known map[string]bool) {
	ids := sortedKeys(known)
	hints := map[string]diag.Text{}
	for _, f := range p.named {
		f.organizations(func(id string, path ...any) {
			if id == "" || known[id] {
				return
			}
			finding := find(unknownOrganization, p.at(f, path...), id)
			if hint, ok := hints[id]; ok {
				finding.Hint = hint
			} else {
				finding = suggest(finding, id, ids)
				hints[id] = finding.Hint
			}
			p.findings = append(p.findings, finding)
		})
	}
}
