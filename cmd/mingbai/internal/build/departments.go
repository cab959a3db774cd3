package build

import (
	"context"
	"maps"
	"slices"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// departmentsOf lists, by id, every body that a document in seeds/ names, with
// what the registry knows of it, and every body that content of other
// documents still needs: their seeds may be gone, their pages are not.
func departmentsOf(ctx context.Context, p *project, docs []Read) ([]content.Department, error) {
	byID, err := departmentsInUse(ctx, p, docs)
	if err != nil {
		return nil, err
	}
	for _, doc := range docs {
		for _, org := range doc.Document.Organizations {
			byID[org.ID] = department(org, doc.registry)
		}
	}
	var list []content.Department
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		list = append(list, byID[id])
	}
	return list, nil
}

func department(org plan.Organization, reg *glossary.Registry) content.Department {
	d := content.Department{ID: org.ID, Kind: org.Kind}
	d.Zh.Title, d.En.Title = org.Zh, org.En
	d.Short, d.Aliases = org.Short, org.Aliases
	if known, ok := reg.ByID(org.ID); ok {
		d.Short, d.Aliases = known.Short, known.Aliases
	}
	return d
}

// departmentsInUse gives those that documents under content/ name that are not
// among docs.
func departmentsInUse(ctx context.Context, p *project, docs []Read) (map[string]content.Department, error) {
	found := map[string]content.Department{}
	if !p.has(contentDir) {
		return found, nil
	}
	dir, err := p.sub(contentDir)
	if err != nil {
		return nil, err
	}
	tree, _, err := content.Load(ctx, dir) // what is wrong with it is for build to tell
	if err != nil {
		return nil, err
	}
	used := map[string]bool{}
	for _, d := range tree.Documents {
		if !slices.ContainsFunc(docs, func(r Read) bool { return r.Document.ID == d.ID }) {
			namedIn(d, used)
		}
	}
	for _, d := range tree.Departments {
		if used[d.ID] {
			found[d.ID] = *d
		}
	}
	return found, nil
}

// namedIn collects the ids of the bodies that a document's content names.
func namedIn(d *content.Document, ids map[string]bool) {
	ids[d.Issuer] = true
	plans := slices.Clone(d.Plans)
	for _, a := range d.Actions {
		plans = append(plans, a.Plans...)
	}
	for _, p := range plans {
		ids[p.Author] = true
		for _, m := range p.Measures {
			for _, r := range m.Responsibilities {
				ids[r.Org] = true
			}
		}
	}
}
