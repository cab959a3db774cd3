package plan

// Texts lists every text of the document that is translated, in document order:
// the covering letter, and of each plan its paragraphs, the names of its
// measures and their paragraphs.
func (d *Document) Texts() []*Paragraph {
	var out []*Paragraph
	add := func(ps []Paragraph) {
		for i := range ps {
			out = append(out, &ps[i])
		}
	}
	add(d.Covering)
	for i := range d.Plans {
		p := &d.Plans[i]
		for j := range p.Sections {
			add(p.Sections[j].Paragraphs)
			for k := range p.Measures {
				if m := &p.Measures[k]; m.Section == p.Sections[j].ID {
					if m.Name.Text != "" {
						out = append(out, &m.Name)
					}
					add(m.Paragraphs)
				}
			}
		}
	}
	return out
}
