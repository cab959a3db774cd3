package check

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/diag"
)

// publicDir is where finished files stand in a project.
const publicDir = "public"

// finding is a breach of a rule as it is kept with the facts of a page: what it
// takes to tell it again, in any version of the texts.
type finding struct {
	rule   *diag.Rule
	needle string // a text or an address that may stand in the page's content file
	args   []any  // of the rule's message: string, int, or diag.Text for what each language has its own name for
}

// report collects the findings of one page, in the order of the rules.
type report struct {
	c        *Checker
	origin   origin
	findings []finding
}

// page reports that a page breaks a rule.
func (r *report) page(rule *diag.Rule, args ...any) { r.quoted("", rule, args...) }

// quoted reports it for a text or an address that may stand in the page's
// content file: where it does, the finding leads to that line.
func (r *report) quoted(needle string, rule *diag.Rule, args ...any) {
	r.findings = append(r.findings, finding{rule, needle, args})
}

// canonical is the page under which search engines are to know this one.
func (r *report) canonical(p *page) string {
	if r.origin.Canonical != "" {
		return r.origin.Canonical
	}
	return p.Path
}

// message is the finding's message.
func (f finding) message() diag.Text {
	if !slices.ContainsFunc(f.args, func(arg any) bool { _, named := arg.(diag.Text); return named }) {
		return f.rule.Message.Sprintf(f.args...)
	}
	return diag.Text{En: fmt.Sprintf(f.rule.Message.En, argsIn("en", f.args)...), Zh: fmt.Sprintf(f.rule.Message.Zh, argsIn("zh", f.args)...)}
}

// of is the finding in full, for the page that it is about.
func (f finding) of(c *Checker, name string, message diag.Text) diag.Finding {
	return diag.Finding{
		Code: f.rule.Code, Severity: f.rule.Severity, Position: diag.Position{File: path.Join(publicDir, name)},
		Message: message, Hint: f.rule.Hint, Cause: cause(c.sources(name), f.needle),
	}
}

// argsIn are the arguments with names in one language.
func argsIn(lang string, args []any) []any {
	out := slices.Clone(args)
	for i, arg := range out {
		if name, ok := arg.(diag.Text); ok {
			out[i] = name.In(lang)
		}
	}
	return out
}

// cause is the place in a content file that needle on the page comes from; the
// file alone where needle does not stand in it as it is on the page.
func cause(sources []source, needle string) diag.Position {
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
