package fragment

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/andybalholm/cascadia"
	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
	"golang.org/x/net/html"
)

// defaultSheet holds rules of plain selectors and values only: what stands at an
// element knows neither variables nor the width of the window.
//
//go:embed fragment.css
var defaultSheet []byte

// Sheet is a style sheet as a list of rules, the weakest first. Selectors are
// matched by cascadia, the one that Go's HTML tools use; at-rules are left out.
type Sheet struct{ rules []rule }

type rule struct {
	selector     cascadia.Sel
	declarations []declaration
}

type declaration struct{ property, value string }

// DefaultSheet is the style sheet that mingbai carries.
func DefaultSheet() (*Sheet, error) { return ParseSheet(defaultSheet) }

// ParseSheet reads a style sheet. The error names the selector or the line that
// cannot be read.
func ParseSheet(data []byte) (*Sheet, error) {
	s := &Sheet{}
	p := css.NewParser(parse.NewInputBytes(data), false)
	var selectors string
	var body []declaration
	depth := 0 // of at-rules
	for {
		grammar, _, data := p.Next()
		switch grammar {
		case css.ErrorGrammar:
			if err := p.Err(); !errors.Is(err, io.EOF) {
				return nil, fmt.Errorf("style sheet: %w", err)
			}
			s.sort()
			return s, nil
		case css.BeginAtRuleGrammar:
			depth++
		case css.EndAtRuleGrammar:
			depth--
		case css.BeginRulesetGrammar:
			selectors, body = join(p.Values()), nil
		case css.DeclarationGrammar:
			body = append(body, declaration{string(data), join(p.Values())})
		case css.EndRulesetGrammar:
			if depth == 0 {
				if err := s.add(selectors, body); err != nil {
					return nil, err
				}
			}
		}
	}
}

func join(tokens []css.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.Write(t.Data)
	}
	return strings.TrimSpace(b.String())
}

func (s *Sheet) add(selectors string, body []declaration) error {
	group, err := cascadia.ParseGroup(selectors)
	if err != nil {
		return fmt.Errorf("style sheet: the selector %q: %w", selectors, err)
	}
	for _, selector := range group {
		s.rules = append(s.rules, rule{selector, body})
	}
	return nil
}

// sort puts the rules in the order of the cascade: the more specific wins, then
// the later.
func (s *Sheet) sort() {
	slices.SortStableFunc(s.rules, func(a, b rule) int {
		x, y := a.selector.Specificity(), b.selector.Specificity()
		switch {
		case x.Less(y):
			return -1
		case y.Less(x):
			return 1
		}
		return 0
	})
}

// apply gives every element its styles as the value of a style attribute.
func (s *Sheet) apply(root *html.Node) map[*html.Node]string {
	found := map[*html.Node][]declaration{}
	for _, r := range s.rules {
		for _, n := range cascadia.QueryAll(root, r.selector) {
			found[n] = override(found[n], r.declarations)
		}
		if r.selector.Match(root) {
			found[root] = override(found[root], r.declarations)
		}
	}
	out := make(map[*html.Node]string, len(found))
	for n, all := range found {
		parts := make([]string, len(all))
		for i, d := range all {
			parts[i] = d.property + ":" + d.value
		}
		out[n] = strings.Join(parts, ";")
	}
	return out
}

// override puts declarations after others, of which those of the same property
// go.
func override(old, with []declaration) []declaration {
	out := slices.DeleteFunc(slices.Clone(old), func(d declaration) bool {
		return slices.ContainsFunc(with, func(w declaration) bool { return w.property == d.property })
	})
	return append(out, with...)
}
