package check

import (
	"context"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// subject is a site for tests: finished files, and what the rules must know of
// the project to judge them.
type subject struct {
	Config  content.Config
	Clock   plan.Date         // "today"
	Origins map[string]origin // by path of the page
	Files   map[string][]byte // by path below the root of the site
}

// checker is one that knows of the pages what the subject says.
func (s subject) checker() *Checker {
	c := newChecker(s.Config, s.Clock)
	c.origin = func(name string) origin { return s.Origins[name] }
	c.sources = func(name string) []source { return s.Origins[name].Sources }
	return c
}

func (s subject) check(ctx context.Context) ([]diag.Finding, error) {
	return s.checker().all(ctx, s.Files)
}
