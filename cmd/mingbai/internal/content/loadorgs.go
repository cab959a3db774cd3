package content

import "mingbai/cmd/mingbai/internal/diag"

// organizations calls do for every id of an organization that a file names,
// with its place in the front matter.
func (f *file) organizations(do func(id string, path ...any)) {
	switch front := f.front.(type) {
	case *documentFront:
		do(front.Issuer, "issuer")
	case *planFront:
		do(front.Author, "author")
	case *measureFront:
		if f.byHand != nil {
			for i, id := range f.byHand.orgs {
				do(id, "responsibilities", i, "org")
			}
			return
		}
		for i := range front.Responsibilities {
			do(front.Responsibilities[i].Org, "responsibilities", i, "org")
		}
	}
}

// unknownOrganizations reports every organization that a page names and that
// is not known; ids are those that are, in order.
func (m *made) unknownOrganizations(known map[string]bool, ids []string) []diag.Finding {
	var findings []diag.Finding
	var places places
	hints := map[string]diag.Text{}
	for _, f := range m.named {
		f.organizations(func(id string, path ...any) {
			if id == "" || known[id] {
				return
			}
			finding := find(unknownOrganization, places.at(f, path...), id)
			if hint, ok := hints[id]; ok {
				finding.Hint = hint
			} else {
				finding = suggest(finding, id, ids)
				hints[id] = finding.Hint
			}
			findings = append(findings, finding)
		})
	}
	return findings
}
