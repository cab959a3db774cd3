package render

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/layout"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// choiceLayout shows the pages at the root: the one that leads to a language,
// and the one for missing addresses.
const choiceLayout site.Kind = "choice"

// frame is the layout that all pages of a language share.
const frame = "base.html"

// layoutSet is the compiled layouts.
type layoutSet struct {
	pages map[layoutKey]*layout.Set // what they write is minified
	parts map[plan.Lang]*layout.Set // what they write becomes a value of a page
	texts map[string]string         // of all layouts, by name
	// shared is the frame and the parts as they were parsed. Both languages copy
	// from it what they use; nothing of it is executed.
	shared *template.Template
}

type layoutKey struct {
	kind site.Kind
	lang plan.Lang
}

// readLayouts parses all layouts, once for each kind and language: words are
// those of the language, and every kind has its own "main".
func readLayouts(fsys fs.FS, words *glossary.Words, min *minifier) (layoutSet, []diag.Finding, error) {
	names, err := fs.Glob(fsys, "*.html")
	if err != nil {
		return layoutSet{}, nil, fmt.Errorf("layouts: %w", err)
	}
	texts := map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return layoutSet{}, nil, fmt.Errorf("layouts: %w", err)
		}
		texts[name] = string(data)
	}
	all := layoutSet{pages: map[layoutKey]*layout.Set{}, parts: map[plan.Lang]*layout.Set{}, texts: texts}
	findings := all.parseShared(names, words)
	if len(findings) > 0 { // no page can be made: what else is wrong shows when it is mended
		return all, findings, nil
	}
	pageMinifier := layout.NewMinifier(min.m)
	for _, kind := range append(site.Kinds(), choiceLayout) {
		if wrong := all.checkKind(kind, words); len(wrong) > 0 {
			findings = append(findings, wrong...)
			continue
		}
		trees := &layout.Trees{}
		for _, lang := range []plan.Lang{plan.Zh, plan.En} {
			all.pages[layoutKey{kind, lang}] = all.set(words, lang, trees, pageMinifier, string(kind)+".html", frame)
		}
	}
	parts := slices.DeleteFunc(names, func(name string) bool { return name[0] != '_' })
	trees := &layout.Trees{}
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		all.parts[lang] = all.set(words, lang, trees, nil, parts...)
	}
	diag.Sort(findings)
	return all, findings, nil
}

// set compiles the layouts of the names when they are used.
func (l layoutSet) set(words *glossary.Words, lang plan.Lang, trees *layout.Trees, min *layout.Minifier, names ...string) *layout.Set {
	funcs := wordsFunc(words, lang)
	parse := func() (*template.Template, error) { return l.parse(funcs, names...) }
	label := func(name string) string {
		if name == frame {
			return names[0] // the kind's own says more
		}
		return name
	}
	return layout.New(parse, layout.Options{Funcs: funcs, Pure: pureFuncs, Minify: min, Trees: trees, Label: label})
}

// WithLayoutStats counts what each layout costs: those of kinds of pages, and
// those of the parts that become values of a page.
func WithLayoutStats(stats *layout.Stats) Option {
	return func(r *renderer) {
		for _, s := range r.layouts.pages {
			s.Count(stats)
		}
		for _, s := range r.layouts.parts {
			s.Count(stats)
		}
	}
}

// pureFuncs are the functions of layouts whose result depends on their
// arguments alone.
var pureFuncs = []string{"t"}

// wordsFunc is the function that layouts call as t.
func wordsFunc(words *glossary.Words, lang plan.Lang) template.FuncMap {
	return template.FuncMap{
		"t": func(key string, args ...any) (string, error) { return words.Text(lang, key, args...) },
	}
}

// newTemplates is a set that knows the functions.
func newTemplates(funcs template.FuncMap) *template.Template {
	return template.New("").Funcs(funcs).Option("missingkey=error")
}

// parseShared parses the frame and the parts.
func (l *layoutSet) parseShared(names []string, words *glossary.Words) []diag.Finding {
	l.shared = newTemplates(wordsFunc(words, plan.Zh))
	var findings []diag.Finding
	for _, name := range names {
		if name != frame && !strings.HasPrefix(name, "_") {
			continue
		}
		if _, err := l.shared.New(name).Parse(l.texts[name]); err != nil {
			findings = append(findings, l.failure(err, name))
		}
	}
	return findings
}

// checkKind parses a kind's own layout to see whether it can be.
func (l layoutSet) checkKind(kind site.Kind, words *glossary.Words) []diag.Finding {
	name := string(kind) + ".html"
	text, ok := l.texts[name]
	if !ok {
		return []diag.Finding{noLayout.At(diag.Position{File: "layouts/" + name}, name)}
	}
	if _, err := newTemplates(wordsFunc(words, plan.Zh)).New(name).Parse(text); err != nil {
		return []diag.Finding{l.failure(err, name)}
	}
	return nil
}

// parse gives the layouts of the names with all that they use. A kind's own
// comes first: what it defines goes before what is shared.
func (l layoutSet) parse(funcs template.FuncMap, names ...string) (*template.Template, error) {
	t := newTemplates(funcs)
	for _, name := range names {
		if name != frame && name[0] != '_' {
			if _, err := t.New(name).Parse(l.texts[name]); err != nil {
				return nil, err
			}
		}
		if err := layout.Pick(t, l.shared, name); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// page runs the layout of a kind of page and minifies what it writes, into room
// as far as that reaches. Where it was not parsed there is a finding already.
func (l layoutSet) page(room []byte, kind site.Kind, lang plan.Lang, name, url string, view any) ([]byte, []diag.Finding) {
	t := l.pages[layoutKey{kind, lang}]
	if t == nil {
		return nil, nil
	}
	out, err := t.Execute(room[:0], name, view)
	var large *layout.MinifyError
	switch {
	case errors.As(err, &large):
		return out, []diag.Finding{notMinified.At(diag.Position{File: "layouts/" + string(kind) + ".html"}, url, large)}
	case err != nil:
		return nil, []diag.Finding{l.failure(err, name)}
	}
	return out, nil
}

// part runs one of the layouts that others use.
func (l layoutSet) part(lang plan.Lang, name string, view any) ([]byte, []diag.Finding) {
	t := l.parts[lang]
	if t == nil {
		return nil, nil
	}
	html, err := t.Execute(nil, name, view)
	if err != nil {
		return nil, []diag.Finding{l.failure(err, name)}
	}
	return html, nil
}
