package jsonld

import (
	"slices"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// bodyType is the type of a department; companies, banks and mass
// organizations are no part of the government.
func bodyType(d *site.Department) string {
	if slices.Contains([]plan.OrgKind{plan.Company, plan.MassOrg, plan.BankSector, plan.Collective}, d.Kind) {
		return "Organization"
	}
	return "GovernmentOrganization"
}

// body names a department.
func (w *writer) body(d *site.Department) Thing {
	return Thing{
		"@type": bodyType(d), "@id": w.address(d.Page(w.lang).URL) + bodyMark, "name": site.TitleOf(&d.Pair, w.lang).Text,
	}
}

// department is a department with its names and how to reach it.
func (w *writer) department(d *site.Department) Thing {
	t := w.body(d)
	t["mainEntityOfPage"] = w.address(d.Page(w.lang).URL)
	var names []string
	for _, name := range append([]string{d.Zh.Title, d.En.Title, d.Short.Zh, d.Short.En}, d.Aliases...) {
		if name != "" && name != t["name"] && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		t["alternateName"] = names
	}
	var contacts []Thing
	for _, c := range d.Contacts {
		contact := Thing{"@type": "ContactPoint"}
		contact.set("name", site.NameOf(c.Name, w.lang).Text).set("telephone", c.Phone).set("url", c.URL)
		if address := site.NameOf(c.Address, w.lang).Text; address != "" {
			t["address"] = address
		}
		if len(contact) > 1 {
			contacts = append(contacts, contact)
		}
	}
	return t.list("contactPoint", contacts)
}
