package check

import (
	"net/url"
	"path"
	"sync"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// Checker looks at the finished files of a site one at a time, in any order and
// from several goroutines, and keeps nothing of them but the facts that it gives
// back. What only all files together show is told by Site at the end:
//
//	c := check.New(s)
//	facts := c.File(name, data)             // for every file, once it is finished
//	findings, err := c.Site(ctx, all, read) // for all facts
//
// Facts outlive the process: AppendFacts writes those of a whole site,
// DecodeFacts reads them into another Checker, and a file whose bytes and Key
// are what they were need not be looked at again.
type Checker struct {
	config  content.Config
	clock   plan.Date // "today"
	base    *url.URL  // where the site will stand
	origin  func(name string) origin
	sources func(name string) []source
	footers map[plan.Lang][]footerField
	known
	digest  uint64 // of what all facts depend on
	table   *table
	scratch sync.Pool
}

// origin is what the site knows of a page and its HTML does not say.
type origin struct {
	Kind      site.Kind
	Canonical string   // the page under which search engines are to know it; "" for itself
	Undated   bool     // its document's time of publication is not recorded
	Sources   []source // the content files it shows, that of its language first
}

// source is the content file that a page was made of.
type source struct {
	File     string // with content/ before it
	Body     string // its Markdown
	BodyLine int    // line of the file where Body begins
}

// New prepares to check the finished files of a site.
func New(s *site.Site) *Checker {
	c := Prepare(s.Config, s.Clock)
	c.Of(s)
	return c
}

// Prepare prepares to check the finished files of a site that is not laid out
// yet: facts can be read before it is.
func Prepare(config content.Config, clock plan.Date) *Checker { return newChecker(config, clock) }

// Of tells which site it is, before the first file is looked at.
func (c *Checker) Of(s *site.Site) {
	c.origin = func(name string) origin { return originOf(s.Page(name)) }
	c.sources = func(name string) []source { return sourcesOf(s.Page(name)) }
}

func newChecker(config content.Config, clock plan.Date) *Checker {
	c := &Checker{config: config, clock: clock, table: newTable(), footers: map[plan.Lang][]footerField{}}
	var err error
	if c.base, err = url.Parse(config.BaseURL); err != nil {
		c.base = &url.URL{} // the configuration has a finding; all else can be checked
	}
	for _, lang := range []plan.Lang{"", plan.Zh, plan.En} {
		c.footers[lang] = footerFields(config, lang)
	}
	c.digest = digestOf(config)
	c.known = knownOf(config, c.footers[""])
	return c
}

// originOf tells of a page what it is; of a file that is no page, nothing.
func originOf(p *site.Page) origin {
	if p == nil {
		return origin{}
	}
	o := origin{Kind: p.Kind, Undated: p.Document != nil && p.Document.Published == ""}
	if other := p.Canonical(); other != p {
		o.Canonical = other.URL
	}
	return o
}

// sourcesOf are the content files that a page shows.
func sourcesOf(p *site.Page) []source {
	if p == nil || p.Pair() == nil {
		return nil
	}
	var all []source
	for _, l := range []*content.Localized{p.Pair().In(p.Lang), p.Pair().In(p.Lang.Other())} {
		if l.Path != "" {
			all = append(all, source{path.Join(contentDir, l.Path), l.Body, l.BodyLine})
		}
	}
	return all
}

// File gives the facts of a finished file, by its path below the root of the
// site. They depend on the bytes and on what Key stands for, on nothing else.
func (c *Checker) File(name string, data []byte) Facts {
	switch kind := kindOfFile(name, data); kind {
	case pageFile, pictureFile:
		return c.pageFacts(kind, name, data)
	case styleFile:
		return c.listFacts(kind, name, styleURLs(data))
	case siteMapFile:
		return c.siteMapFacts(name, data)
	}
	return Facts{}
}

// canonical is the page under which search engines are to know a page: itself,
// but for one that only shows another's text in another way.
func (c *Checker) canonical(name string) string {
	if other := c.origin(name).Canonical; other != "" {
		return other
	}
	return name
}

// resolve finds out where an address in a file leads.
func (c *Checker) resolve(name, href string) target { return resolve(name, href, c.base) }
