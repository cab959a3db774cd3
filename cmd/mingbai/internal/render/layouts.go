package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// Layouts that are no kind of page: the page at the root that leads to a
// language, and the root's page for missing addresses.
const (
	choiceLayout site.Kind = "choice"
	frame                  = "base.html"
)

// layouts are the parsed templates by kind of page and language.
type layouts map[layoutKey]*template.Template

type layoutKey struct {
	kind site.Kind
	lang plan.Lang
}

// readLayouts parses all layouts, once for each kind and language: words are
// those of the language, and every kind has its own "main".
func readLayouts(fsys fs.FS, words *glossary.Words) (layouts, []diag.Finding, error) {
	names, err := fs.Glob(fsys, "*.html")
	if err != nil {
		return nil, nil, fmt.Errorf("layouts: %w", err)
	}
	texts := map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, nil, fmt.Errorf("layouts: %w", err)
		}
		texts[name] = string(data)
	}
	all := layouts{}
	var findings []diag.Finding
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		shared, wrong := parseShared(names, texts, wordsFunc(words, lang))
		findings = append(findings, wrong...)
		for _, kind := range append(site.Kinds(), choiceLayout) {
			t, wrong := parseKind(shared, kind, texts)
			findings = append(findings, wrong...)
			if t != nil {
				all[layoutKey{kind, lang}] = t
			}
		}
	}
	diag.Sort(findings)
	return all, slices.Compact(findings), nil
}

// wordsFunc is the function that layouts call as t.
func wordsFunc(words *glossary.Words, lang plan.Lang) template.FuncMap {
	return template.FuncMap{
		"t": func(key string, args ...any) (string, error) { return words.Text(lang, key, args...) },
	}
}

// parseShared parses the frame and the parts.
func parseShared(names []string, texts map[string]string, funcs template.FuncMap) (*template.Template, []diag.Finding) {
	shared := template.New("").Funcs(funcs).Option("missingkey=error")
	var findings []diag.Finding
	for _, name := range names {
		if name != frame && !strings.HasPrefix(name, "_") {
			continue
		}
		if _, err := shared.New(name).Parse(texts[name]); err != nil {
			findings = append(findings, layoutError(err, name, texts[name]))
		}
	}
	return shared, findings
}

// parseKind adds a kind's own layout to the shared ones.
func parseKind(shared *template.Template, kind site.Kind, texts map[string]string) (*template.Template, []diag.Finding) {
	name := string(kind) + ".html"
	text, ok := texts[name]
	if !ok {
		return nil, []diag.Finding{noLayout.At(diag.Position{File: "layouts/" + name}, name)}
	}
	t, err := shared.Clone()
	if err == nil {
		_, err = t.New(name).Parse(text)
	}
	if err != nil {
		return nil, []diag.Finding{layoutError(err, name, text)}
	}
	return t, nil
}

// execute runs the layout of a kind of page. Where it was not parsed there is
// a finding already.
func (l layouts) execute(kind site.Kind, lang plan.Lang, view any) ([]byte, []diag.Finding) {
	return l.run(kind, lang, frame, view)
}

// run runs one template of a kind's layouts.
func (l layouts) run(kind site.Kind, lang plan.Lang, name string, view any) ([]byte, []diag.Finding) {
	t := l[layoutKey{kind, lang}]
	if t == nil {
		return nil, nil
	}
	var buf bytes.Buffer
	if err := t.ExecuteTemplate(&buf, name, view); err != nil {
		return nil, []diag.Finding{layoutError(err, path.Base(name), "")}
	}
	return buf.Bytes(), nil
}
