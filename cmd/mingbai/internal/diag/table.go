package diag

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// codeForm is what every code looks like.
var codeForm = regexp.MustCompile(`^[A-Z][0-9]{3}$`)

// Table is a set of rules in order of their codes, each code once. The command
// joins the tables of all packages into one.
type Table struct{ rules []*Rule }

// NewTable joins groups of rules. Every rule must have a well-formed code of
// its own, a severity, and a title, message and explanation in both languages;
// what is wrong with any of them is reported together.
func NewTable(groups ...[]*Rule) (Table, error) {
	rules := slices.Concat(groups...)
	slices.SortStableFunc(rules, func(a, b *Rule) int { return strings.Compare(a.Code, b.Code) })
	var errs []error
	for i, r := range rules {
		if i > 0 && rules[i-1].Code == r.Code {
			errs = append(errs, fmt.Errorf("rule %s stands twice: %q and %q", r.Code, rules[i-1].Title.En, r.Title.En))
		}
		errs = append(errs, r.validate())
	}
	if err := errors.Join(errs...); err != nil {
		return Table{}, err
	}
	return Table{rules: rules}, nil
}

// validate says what a rule lacks.
func (r *Rule) validate() error {
	if !codeForm.MatchString(r.Code) {
		return fmt.Errorf("rule %q: a code is a capital letter and three digits", r.Code)
	}
	switch r.Severity {
	case Error, Warning, Info:
	default:
		return fmt.Errorf("rule %s: unknown severity %q", r.Code, r.Severity)
	}
	for _, part := range []struct {
		name string
		Text
	}{{"title", r.Title}, {"message", r.Message}, {"explanation", r.Explain}} {
		if part.En == "" || part.Zh == "" {
			return fmt.Errorf("rule %s: the %s is not there in both languages", r.Code, part.name)
		}
	}
	if (r.Hint.En == "") != (r.Hint.Zh == "") {
		return fmt.Errorf("rule %s: the hint is there in one language only", r.Code)
	}
	return nil
}

// Rules gives all rules in order of their codes.
func (t Table) Rules() []*Rule { return slices.Clone(t.rules) }

// Lookup finds a rule by its code, in capitals or not.
func (t Table) Lookup(code string) (*Rule, bool) {
	i, ok := t.index(strings.ToUpper(strings.TrimSpace(code)))
	if !ok {
		return nil, false
	}
	return t.rules[i], true
}

func (t Table) index(code string) (int, bool) {
	return slices.BinarySearchFunc(t.rules, code, func(r *Rule, c string) int { return strings.Compare(r.Code, c) })
}

// UnknownCodeError is returned for a code that no rule has.
type UnknownCodeError struct {
	Code string
	Near []string // the nearest codes that exist, at most three
	Lang string
}

func (e *UnknownCodeError) Error() string {
	msg := Text{En: "no rule has the code %q", Zh: "没有代码为 %q 的规则"}.Sprintf(e.Code).In(e.Lang)
	if len(e.Near) == 0 {
		return msg
	}
	near := strings.Join(e.Near, Text{En: ", ", Zh: "、"}.In(e.Lang))
	return msg + Text{En: "; did you mean %s?", Zh: "；您是否要查 %s？"}.Sprintf(near).In(e.Lang)
}

// near lists the codes that differ least from a mistyped one. All codes have
// one form, so comparing character by character is enough.
func (t Table) near(code string) []string {
	const most, atMost = 3, 2 // codes shown, characters that may differ
	type candidate struct {
		code string
		diff int
	}
	code = strings.ToUpper(strings.TrimSpace(code))
	if code == "" {
		return nil
	}
	var found []candidate
	for _, r := range t.rules {
		if d := min(differing(code, r.Code), differing(r.Code[:1]+code, r.Code)); d <= atMost {
			found = append(found, candidate{r.Code, d})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.diff, b.diff), cmp.Compare(differing(code[:1], a.code[:1]), differing(code[:1], b.code[:1])))
	})
	var codes []string
	for _, c := range found[:min(most, len(found))] {
		codes = append(codes, c.code)
	}
	return codes
}

// differing counts the places in which two strings are not the same.
func differing(a, b string) int {
	n := max(len(a), len(b)) - min(len(a), len(b))
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}
