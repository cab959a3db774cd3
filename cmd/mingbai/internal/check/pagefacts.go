package check

import (
	"slices"
)

// pageFacts looks at one page or picture.
func (c *Checker) pageFacts(kind fileKind, name string, data []byte) Facts {
	if kind == pageFile {
		if f, ok := c.scan(name, data); ok {
			return f
		}
	}
	return c.factsOf(kind, c.readPage(name, data))
}

// readPage reads a page with all its words, and finds out where its links lead.
func (c *Checker) readPage(name string, data []byte) *page {
	p := readPage(name, data)
	for i := range p.Links {
		p.Links[i].to = c.resolve(name, p.Links[i].Href)
	}
	return p
}

// factsOf holds a page against the rules that it can break by itself, and keeps
// of it what others must know. A picture has no rules of its own.
func (c *Checker) factsOf(kind fileKind, p *page) Facts {
	f := Facts{kind: kind}
	more := rare{}
	if kind == pageFile {
		r := report{c: c, origin: c.origin(p.Path)}
		for _, check := range pageChecks() {
			check.run(&r, p)
		}
		more.findings = r.findings
		f.flags = r.alternateFlags(p)
		more.column = c.columnOf(p)
		more.pubDates = p.Metas["PubDate"]
	}
	f.links = c.linksOf(p, &more)
	f.ids = c.idsOf(p)
	_, f.more = c.table.rare(nil, &more)
	return f
}

// linksOf numbers the places to which a page leads, and notes those that a list
// names and those that have sums.
func (c *Checker) linksOf(p *page, more *rare) packed {
	var links, listed []packable
	for _, l := range p.Links {
		if l.to.where != inside {
			continue
		}
		n := c.number(l.to)
		if l.Integrity != "" {
			more.sums = append(more.sums, sum{n, l.Integrity})
		}
		if more.column != "" && l.InMain {
			listed = append(listed, packable(n)<<1)
		}
		if l.to.Path != p.Path {
			follow := packable(0)
			if l.Tag == "a" {
				follow = 1
			}
			links = append(links, packable(n)<<1|follow)
		}
	}
	more.listed = packed(pack(nil, listed))
	return packed(pack(nil, links))
}

// number is the number of the place to which an address leads.
func (c *Checker) number(t target) uint32 {
	p := place{file: hash(t.Path)}
	if t.names() {
		p.fragment = hash(t.Fragment)
	}
	return c.table.number(p)
}

// idsOf keeps the ids of a page.
func (c *Checker) idsOf(p *page) *idSet {
	var main, other []uint64
	for id := range p.idCount {
		other = append(other, hash(id))
	}
	for _, id := range p.mainIDs {
		main = append(main, hash(id))
	}
	slices.Sort(main)
	main = slices.Compact(main)
	slices.Sort(other)
	other = slices.DeleteFunc(other, func(id uint64) bool { _, in := slices.BinarySearch(main, id); return in })
	_, s := c.table.idSet(nil, main, other)
	return s
}

// listFacts are those of a file that is but a list of addresses. One that leads
// out of the site is read again for its words.
func (c *Checker) listFacts(kind fileKind, name string, hrefs []string) Facts {
	f := Facts{kind: kind}
	var links []packable
	for _, href := range hrefs {
		if t := c.resolve(name, href); t.where == inside {
			t.Fragment = ""
			links = append(links, packable(c.number(t))<<1)
		} else {
			f.flags |= odd
		}
	}
	f.links = packed(pack(nil, links))
	return f
}

// siteMapFacts are those of a site map, which may have as many addresses as the
// site has pages. One that cannot be read is read again for the reason.
func (c *Checker) siteMapFacts(name string, data []byte) Facts {
	s := c.scanner()
	defer c.scratch.Put(s)
	s.begin(name, nil)
	plain := true
	ok := scanSiteMap(data, func(url []byte) {
		if to, known := s.plain(url); known {
			s.links = append(s.links, packable(c.table.number(place{file: to.file}))<<1)
		} else {
			plain = false
		}
	})
	if ok && plain {
		return Facts{kind: siteMapFile, links: packed(pack(nil, s.links))}
	}
	urls, err := sitemapURLs(data)
	f := c.listFacts(siteMapFile, name, urls)
	if err != nil {
		f.flags |= odd
	}
	return f
}
