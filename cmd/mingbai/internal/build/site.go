package build

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"mingbai/cmd/mingbai/internal/check"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/site"
)

// Result is a built site. Where Findings has one of severity error, Files is
// nil or not fit to be written.
type Result struct {
	Files    map[string][]byte // path below public/ → bytes
	Findings []diag.Finding    // sorted
	BaseURL  string            // where the site will stand; "" where that is not known
}

// Site makes the whole site from content/, in memory, and checks it. A stage
// whose findings include an error is the last. The error is for what cannot
// be read at all.
func Site(ctx context.Context, o Options) (Result, error) {
	p, err := open(o)
	if err != nil {
		return Result{}, err
	}
	defer p.close()
	files := &memory{files: map[string][]byte{}}
	w := &work{o: o, p: p, factory: &factory{target: files, jobs: o.jobs()}}
	err = w.run(ctx)
	diag.Sort(w.findings)
	return Result{Files: files.files, Findings: slices.Compact(w.findings), BaseURL: w.baseURL}, err
}

// load reads the content and lays out the pages. The options stand above the
// configuration from here on.
func (w *work) load(ctx context.Context) (*site.Site, error) {
	o, p := w.o, w.p
	dir, done, err := p.content()
	if err != nil {
		return nil, err
	}
	defer done()
	tree, findings, err := w.read(ctx, dir)
	w.findings = append(w.findings, findings...)
	if err != nil {
		return nil, fmt.Errorf("read the content: %w", err)
	}
	if o.BaseURL != "" {
		tree.Config.BaseURL = o.BaseURL
	}
	if o.Clock != "" {
		tree.Config.Clock = o.Clock
	}
	w.baseURL = tree.Config.BaseURL
	w.findings = append(w.findings, placeholders(tree.Config)...)
	w.findings = append(w.findings, withdrawnDocuments(p, tree)...)
	w.findings = append(w.findings, check.Departments(tree.Departments)...)
	lexicon, findings, err := glossary.LoadLexicon(p.fsys, path.Join(seedsDir, lexiconFile))
	w.findings = append(w.findings, findings...)
	if err != nil {
		return nil, err
	}
	w.findings = append(w.findings, tree.CheckTopics(glossary.IDs(lexicon.Audiences), glossary.IDs(lexicon.Benefits))...)
	w.begin(Arranging)
	w.factory.check = check.Prepare(tree.Config, tree.Config.Clock)
	var s *site.Site
	_ = together( // neither can fail
		func() error {
			options := []site.Option{site.WithLexicon(lexicon)}
			if w.only != nil {
				options = append(options, site.AsPart())
			}
			s, findings = site.New(tree, tree.Config.Clock, options...)
			return nil
		},
		func() error {
			if w.only == nil {
				w.factory.before = w.factory.before.prepare(w.factory.check)
			}
			return nil
		},
	)
	w.factory.check.Of(s)
	w.findings = append(w.findings, findings...)
	return s, nil
}

// read reads the content, of what was kept only what has changed. It lets go of
// what was kept: only the texts themselves are needed from here on.
func (w *work) read(ctx context.Context, dir fs.FS) (*content.Tree, []diag.Finding, error) {
	switch {
	case w.only != nil:
		return content.LoadSome(ctx, dir, w.only)
	case w.keep == nil:
		return content.Load(ctx, dir)
	}
	tree, findings, kept, err := content.Reload(ctx, dir, w.kept, w.stamps)
	w.kept = nil
	if err != nil {
		return nil, findings, err
	}
	return tree, findings, w.keep(ctx, kept)
}

// withdrawnDocuments tells of content whose document a person took away. A
// project that keeps no documents at all has none to miss.
func withdrawnDocuments(p *project, tree *content.Tree) (findings []diag.Finding) {
	if !p.has(seedsDir) {
		return nil
	}
	for _, doc := range tree.Documents {
		if file := path.Join(seedsDir, doc.Source.File); doc.Source.File != "" && !p.has(file) {
			findings = append(findings, withdrawn.At(diag.Position{File: path.Join(contentDir, doc.Zh.Path)}, file))
		}
	}
	return findings
}
