package build

import (
	"context"
	"fmt"
	"maps"
	"path"
	"path/filepath"

	"mingbai/assets"
	"mingbai/cmd/mingbai/internal/check"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/export"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/publish"
	"mingbai/cmd/mingbai/internal/render"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/layouts"
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
	var r Result
	err = r.make(ctx, o, p)
	diag.Sort(r.Findings)
	return r, err
}

func (r *Result) make(ctx context.Context, o Options, p *project) error {
	o.step(Step{Stage: Loading, Done: 0, Total: 3})
	s, err := r.load(ctx, o, p)
	if err != nil || diag.HasErrors(r.Findings) {
		return err
	}
	layoutFiles, err := p.over(layoutsDir, layouts.FS)
	if err != nil {
		return err
	}
	assetFiles, err := p.over(assetsDir, assets.FS)
	if err != nil {
		return err
	}
	o.step(Step{Stage: Rendering, Done: 1, Total: 3})
	programs, err := export.Files(ctx, s)
	if err != nil {
		return fmt.Errorf("make the files for programs: %w", err)
	}
	files, findings, err := render.Render(ctx, s, layoutFiles, assetFiles, render.WithFiles(programs))
	r.Findings = append(r.Findings, findings...)
	if err != nil || diag.HasErrors(findings) {
		return err
	}
	index, findings, err := searchFiles(ctx, p, s)
	r.Findings = append(r.Findings, findings...)
	if err != nil || diag.HasErrors(findings) {
		return err
	}
	maps.Copy(files, index)
	maps.Copy(files, programs)
	r.Files = files
	o.step(Step{Stage: Checking, Done: 2, Total: 3})
	r.Findings = append(r.Findings, check.Pages(ctx, s, files)...)
	return ctx.Err()
}

// load reads the content and lays out the pages. The options stand above the
// configuration from here on.
func (r *Result) load(ctx context.Context, o Options, p *project) (*site.Site, error) {
	dir, err := p.sub(contentDir)
	if err != nil {
		return nil, err
	}
	tree, findings, err := content.Load(ctx, dir)
	r.Findings = append(r.Findings, findings...)
	if err != nil {
		return nil, fmt.Errorf("read the content: %w", err)
	}
	if o.BaseURL != "" {
		tree.Config.BaseURL = o.BaseURL
	}
	if o.Clock != "" {
		tree.Config.Clock = o.Clock
	}
	r.BaseURL = tree.Config.BaseURL
	r.Findings = append(r.Findings, placeholders(tree.Config)...)
	r.Findings = append(r.Findings, withdrawnDocuments(p, tree)...)
	r.Findings = append(r.Findings, check.Content(tree)...)
	if err := r.checkTranslations(p, tree); err != nil {
		return nil, err
	}
	lexicon, findings, err := glossary.LoadLexicon(p.fsys, path.Join(seedsDir, lexiconFile))
	r.Findings = append(r.Findings, findings...)
	if err != nil {
		return nil, err
	}
	r.Findings = append(r.Findings, tree.CheckTopics(glossary.IDs(lexicon.Audiences), glossary.IDs(lexicon.Benefits))...)
	s, findings := site.New(tree, tree.Config.Clock, site.WithLexicon(lexicon))
	r.Findings = append(r.Findings, findings...)
	return s, nil
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

// checkTranslations compares the texts of both languages, with the terms that
// translators agreed on and the findings that they explained.
func (r *Result) checkTranslations(p *project, tree *content.Tree) error {
	terms, findings, err := glossary.LoadTerms(p.fsys, path.Join(seedsDir, termsFile))
	r.Findings = append(r.Findings, findings...)
	if err != nil {
		return err
	}
	suppressions, findings, err := glossary.LoadSuppressions(p.fsys, translationsDir+"/suppressions.yaml")
	r.Findings = append(r.Findings, findings...)
	if err != nil {
		return err
	}
	r.Findings = append(r.Findings, check.Translations(tree, terms, suppressions)...)
	return nil
}

// Write exchanges public/ for the files, as a whole.
func Write(ctx context.Context, o Options, files map[string][]byte) error {
	p, err := open(o)
	if err != nil {
		return err
	}
	defer p.close()
	o.step(Step{Stage: Writing, Done: 0, Total: 1})
	return publish.Swap(ctx, filepath.Join(o.Root, publicDir), files)
}
