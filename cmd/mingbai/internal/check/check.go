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
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

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
	run   func(*sweep) error
}

// pageChecks lists what is looked for on every page, siteChecks what only the
// whole site shows.
func pageChecks() []pageCheck {
	return []pageCheck{
		linkCheck, externalCheck,
		idCheck, headingCheck, titleCheck, imageCheck, inlineCheck, blankCheck, textCheck,
		portalCheck, footerCheck,
		langCheck, alternateCheck, canonicalCheck, switchCheck,
	}
}

func siteChecks() []siteCheck {
	return []siteCheck{
		fileCheck, sitemapCheck, styleCheck, orphanCheck, freshnessCheck,
		destinationCheck, integrityCheck, publishedCheck, reciprocalCheck, twinCheck,
	}
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
	findings, err := New(s).all(ctx, files)
	if err != nil {
		return nil
	}
	return findings
}

// all checks files that are all in memory, on every core.
func (c *Checker) all(ctx context.Context, files map[string][]byte) ([]diag.Finding, error) {
	facts := make([]File, 0, len(files))
	for name := range files {
		facts = append(facts, File{Name: name})
	}
	slices.SortFunc(facts, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	err := inParallel(ctx, len(facts), func(i int) {
		facts[i].Facts = c.File(facts[i].Name, files[facts[i].Name])
	})
	if err != nil {
		return nil, err
	}
	return c.Site(ctx, facts, func(name string) ([]byte, error) { return files[name], nil })
}

// inParallel calls do(0) … do(n-1) on every core until the context ends.
func inParallel(ctx context.Context, n int, do func(int)) error {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}
