// Package check holds the rules that a site must keep before it may be
// published: over the content as loaded, over the finished files, and over
// what the two say about each other. It reads and reports, and changes nothing.
//
// Each rule is a value with its explanation and an example, in the file of the
// construct it is about. Findings on pages name the page and quote the link or
// text in question, because lines of minified HTML tell nobody anything; they
// add the content file behind the page as Finding.Cause.
//
// What content.Load reports already (front matter, unknown organizations,
// duplicate ids, states of translations) is not reported here again.
package check

import (
	"context"
	"path"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/site"
)

// pageCheck looks at one page for breaches of its rules.
type pageCheck struct {
	rules []*diag.Rule
	run   func(*report, *page)
}

// siteCheck looks at all pages and files together.
type siteCheck struct {
	rules []*diag.Rule
	run   func(*report)
}

// pageChecks lists what is looked for on every page, siteChecks what only the
// whole site shows.
func pageChecks() []pageCheck {
	return []pageCheck{
		linkCheck, externalCheck, integrityCheck,
		idCheck, headingCheck, titleCheck, imageCheck, inlineCheck, blankCheck, textCheck,
		portalCheck, footerCheck,
		langCheck, alternateCheck, canonicalCheck, switchCheck, twinCheck,
	}
}

func siteChecks() []siteCheck {
	return []siteCheck{fileCheck, sitemapCheck, styleCheck, orphanCheck, freshnessCheck}
}

// Rules lists every rule of this package, for a diag.Table.
func Rules() []*diag.Rule {
	var rules []*diag.Rule
	for _, c := range pageChecks() {
		rules = append(rules, c.rules...)
	}
	for _, c := range siteChecks() {
		rules = append(rules, c.rules...)
	}
	for _, c := range treeChecks() {
		rules = append(rules, c.rules...)
	}
	return append(append(rules, unregisteredBody), translationRules()...)
}

// Pages holds finished files, by path below the root of the site, against all
// rules. s is the site that they were made from. A context that ends before all
// is read leaves no findings.
func Pages(ctx context.Context, s *site.Site, files map[string][]byte) []diag.Finding {
	findings, err := subject{Config: s.Config, Clock: s.Clock, Origins: origins(s), Files: files}.check(ctx)
	if err != nil {
		return nil
	}
	return findings
}

// origins tells of every page what it is and which content files it shows.
func origins(s *site.Site) map[string]origin {
	all := make(map[string]origin, len(s.Pages))
	for _, p := range s.Pages {
		o := origin{Kind: p.Kind, Undated: p.Document != nil && p.Document.Published == ""}
		if other := p.Canonical(); other != p {
			o.Canonical = other.URL
		}
		if pair := p.Pair(); pair != nil {
			for _, l := range []*content.Localized{pair.In(p.Lang), pair.In(p.Lang.Other())} {
				if l.Path != "" {
					o.Sources = append(o.Sources, source{path.Join(contentDir, l.Path), l.Body, l.BodyLine})
				}
			}
		}
		all[p.URL] = o
	}
	return all
}

// check runs all checks over the finished files. The findings are in order of
// their files whatever order the work was done in.
func (s subject) check(ctx context.Context) ([]diag.Finding, error) {
	w, err := s.read(ctx)
	if err != nil {
		return nil, err
	}
	pages := w.html()
	reports := make([]report, len(pages))
	err = inParallel(ctx, len(pages), func(i int) {
		reports[i].w = w
		for _, c := range pageChecks() {
			c.run(&reports[i], pages[i])
		}
	})
	if err != nil {
		return nil, err
	}
	whole := report{w: w}
	for _, c := range siteChecks() {
		c.run(&whole)
	}
	findings := whole.findings
	for i := range reports {
		findings = append(findings, reports[i].findings...)
	}
	diag.Sort(findings)
	return fold(findings), nil
}
