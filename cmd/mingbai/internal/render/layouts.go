package render

import (
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

// layoutSet is the parsed templates by kind of page and language.
type layoutSet struct {
	templates map[layoutKey]*layout.Set
	texts     map[string]string // of all layouts, by name
}

type layoutKey struct {
	kind site.Kind
	lang plan.Lang
}

// readLayouts parses all layouts, once for each kind and language: words are
// those of the language, and every kind has its own "main".
func readLayouts(fsys fs.FS, words *glossary.Words) (layoutSet, []diag.Finding, error) {
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
	all := layoutSet{templates: map[layoutKey]*layout.Set{}, texts: texts}
	var findings []diag.Finding
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		funcs := wordsFunc(words, lang)
		shared, wrong := all.parseShared(names, funcs)
		if len(wrong) > 0 { // no page can be made: what else is wrong shows when it is mended
			return all, wrong, nil
		}
		for _, kind := range append(site.Kinds(), choiceLayout) {
			t, wrong := all.parseKind(shared, kind)
			findings = append(findings, wrong...)
			if t != nil {
				all.templates[layoutKey{kind, lang}] = layout.New(t, layout.Options{Funcs: funcs, Pure: pureFuncs})
			}
		}
	}
	diag.Sort(findings)
	return all, slices.Compact(findings), nil
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

// parseShared parses the frame and the parts.
func (l layoutSet) parseShared(names []string, funcs template.FuncMap) (*template.Template, []diag.Finding) {
	shared := template.New("").Funcs(funcs).Option("missingkey=error")
	var findings []diag.Finding
	for _, name := range names {
		if name != frame && !strings.HasPrefix(name, "_") {
			continue
		}
		if _, err := shared.New(name).Parse(l.texts[name]); err != nil {
			findings = append(findings, l.failure(err, name))
		}
	}
	return shared, findings
}

// parseKind adds a kind's own layout to the shared ones.
func (l layoutSet) parseKind(shared *template.Template, kind site.Kind) (*template.Template, []diag.Finding) {
	name := string(kind) + ".html"
	text, ok := l.texts[name]
	if !ok {
		return nil, []diag.Finding{noLayout.At(diag.Position{File: "layouts/" + name}, name)}
	}
	t, err := shared.Clone()
	if err == nil {
		_, err = t.New(name).Parse(text)
	}
	if err != nil {
		return nil, []diag.Finding{l.failure(err, name)}
	}
	return t, nil
}

// execute runs the layout of a kind of page. Where it was not parsed there is
// a finding already.
func (l layoutSet) execute(kind site.Kind, lang plan.Lang, view any) ([]byte, []diag.Finding) {
	return l.run(kind, lang, frame, view)
}

// run runs one template of a kind's layouts.
func (l layoutSet) run(kind site.Kind, lang plan.Lang, name string, view any) ([]byte, []diag.Finding) {
	t := l.templates[layoutKey{kind, lang}]
	if t == nil {
		return nil, nil
	}
	html, err := t.Execute(nil, name, view)
	if err != nil {
		return nil, []diag.Finding{l.failure(err, name)}
	}
	return html, nil
}
