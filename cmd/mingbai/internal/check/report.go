package check

import (
	"path"
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/diag"
)

// publicDir is where finished files stand in a project.
const publicDir = "public"

// report collects the findings of one check, in the order of the pages.
type report struct {
	w        *world
	findings []diag.Finding
}

// page reports that a page breaks a rule.
func (r *report) page(p *page, rule *diag.Rule, args ...any) {
	r.quoted(p, "", rule, args...)
}

// quoted reports it for a text or an address that may stand in the page's
// content file: where it does, the finding leads to that line.
func (r *report) quoted(p *page, needle string, rule *diag.Rule, args ...any) {
	f := rule.At(diag.Position{File: path.Join(publicDir, p.Path)}, args...)
	f.Cause = r.w.cause(p, needle)
	r.findings = append(r.findings, f)
}

// named reports it for something that each language has its own name for.
func (r *report) named(p *page, rule *diag.Rule, name diag.Text) {
	r.page(p, rule, "")
	f := &r.findings[len(r.findings)-1]
	f.Message = diag.Text{
		En: rule.Message.Sprintf(name.En).En,
		Zh: rule.Message.Sprintf(name.Zh).Zh,
	}
}

// file reports a finding about a file that is no page.
func (r *report) file(name string, rule *diag.Rule, args ...any) {
	r.findings = append(r.findings, rule.At(diag.Position{File: path.Join(publicDir, name)}, args...))
}

// cause is the place in a content file that needle on the page comes from; the
// file alone where needle does not stand in it as it is on the page.
func (w *world) cause(p *page, needle string) diag.Position {
	sources := w.Origins[p.Path].Sources
	if len(sources) == 0 {
		return diag.Position{}
	}
	for _, src := range sources {
		at := strings.Index(src.Body, needle)
		if needle == "" || at < 0 {
			continue
		}
		before := src.Body[:at]
		return diag.Position{
			File:   src.File,
			Line:   src.BodyLine + strings.Count(before, "\n"),
			Column: 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]),
		}
	}
	return diag.Position{File: sources[0].File}
}

// maxAlike is how many findings with one message are shown one by one.
const maxAlike = 3

// fold keeps the first findings of those that differ in their page alone: a
// mistake in a layout stands on every page of the site, and a thousand lines
// that say the same hide all others. One more finding tells of the rest.
func fold(findings []diag.Finding) []diag.Finding {
	type key struct{ code, message string }
	count := map[key]int{}
	for _, f := range findings {
		count[key{f.Code, f.Message.En}]++
	}
	seen := map[key]int{}
	kept := findings[:0:0]
	for _, f := range findings {
		k := key{f.Code, f.Message.En}
		seen[k]++
		rest := count[k] - maxAlike
		switch {
		case seen[k] <= maxAlike || rest == 1:
			kept = append(kept, f)
		case seen[k] == maxAlike+1:
			more := diag.Text{En: "%s (the same on %d more pages)", Zh: "%s（另有 %d 个页面相同）"}
			f.Message = diag.Text{
				En: diag.Text{En: more.En}.Sprintf(f.Message.En, rest-1).En,
				Zh: diag.Text{Zh: more.Zh}.Sprintf(f.Message.Zh, rest-1).Zh,
			}
			kept = append(kept, f)
		}
	}
	return kept
}
