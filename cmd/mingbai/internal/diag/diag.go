// Package diag holds findings: what mingbai tells a person about a document,
// a content file or a finished page. A finding has a stable code, a position
// and a text in both languages; whoever finds something returns it as a value,
// and only the command decides how it is shown and whether it stops anything.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says what a finding means for the build.
type Severity string

const (
	Error   Severity = "error"   // stops a build; exit status 1
	Warning Severity = "warning" // a person should look
	Info    Severity = "info"    // worth knowing, nothing to do
)

// rank orders severities, the gravest first.
func (s Severity) rank() int {
	switch s {
	case Error:
		return 0
	case Warning:
		return 1
	}
	return 2
}

// Text is one message in both languages.
type Text struct{ En, Zh string }

// In gives the text in lang ("zh" or "en"), or in the other language where
// that one is empty.
func (t Text) In(lang string) string {
	if (lang == "zh" && t.Zh != "") || t.En == "" {
		return t.Zh
	}
	return t.En
}

// Sprintf formats both languages with the same arguments.
func (t Text) Sprintf(args ...any) Text {
	if len(args) == 0 {
		return t
	}
	return Text{En: fmt.Sprintf(t.En, args...), Zh: fmt.Sprintf(t.Zh, args...)}
}

// Position is a place in a file. Line and Column are 1-based, Column counts
// characters, and zero means unknown.
type Position struct {
	File         string
	Line, Column int
}

// String is file:line:column as far as it is known.
func (p Position) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	}
	return b.String()
}

// Finding is one diagnostic.
type Finding struct {
	Code     string // stable, e.g. "P101"; see Rule
	Severity Severity
	Position
	Message Text
	Hint    Text     // how to mend it; may be empty
	Cause   Position // the content file behind a finished page, where it is known; else zero
}

// String is the finding in English, one line, without the hint.
func (f Finding) String() string {
	return fmt.Sprintf("%s: %s: %s [%s]", f.Position, f.Severity, f.Message.En, f.Code)
}

// Rule is the standing part of a kind of finding. Packages keep their rules in
// tables; `mingbai check --explain CODE` prints one.
type Rule struct {
	Code     string // a letter for the package and three digits: P101
	Severity Severity
	Title    Text   // a few words
	Message  Text   // printf format of Finding.Message
	Hint     Text   // printf-free hint; may be empty
	Explain  Text   // what it means, why it matters, how to mend it
	Example  string // the shortest input that breaks the rule; may be empty
}

// At makes a finding of the rule at a position; args fill Message.
func (r *Rule) At(pos Position, args ...any) Finding {
	return Finding{
		Code: r.Code, Severity: r.Severity, Position: pos,
		Message: r.Message.Sprintf(args...), Hint: r.Hint,
	}
}

// Sort orders findings by file, line, column, severity and code, so that the
// same input gives the same report whatever order the work was done in.
func Sort(fs []Finding) {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(
			strings.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Severity.rank(), b.Severity.rank()),
			strings.Compare(a.Code, b.Code),
			strings.Compare(a.Message.En, b.Message.En),
			strings.Compare(a.Cause.File, b.Cause.File),
		)
	})
}

// HasErrors reports whether any finding stops a build.
func HasErrors(fs []Finding) bool {
	return slices.ContainsFunc(fs, func(f Finding) bool { return f.Severity == Error })
}

// Count gives the number of findings of a severity.
func Count(fs []Finding, s Severity) int {
	n := 0
	for _, f := range fs {
		if f.Severity == s {
			n++
		}
	}
	return n
}
