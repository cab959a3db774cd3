package main

import (
	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/check"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/parse"
	"mingbai/cmd/mingbai/internal/publish"
	"mingbai/cmd/mingbai/internal/render"
	"mingbai/cmd/mingbai/internal/serve"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/source"
)

// ruleTable joins the rules of all packages: everything that mingbai can find.
// A code that stands twice is an error, which a test would show first.
func ruleTable() (diag.Table, error) {
	return diag.NewTable(source.Rules(), glossary.Rules(), parse.Rules(), content.Rules(), site.Rules(),
		render.Rules(), check.Rules(), publish.Rules(), serve.Rules(), build.Rules())
}
