package build

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/parse"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/source"
	"mingbai/cmd/mingbai/internal/topic"
)

// Read is one document, read and understood.
type Read struct {
	Document     *plan.Document
	Lines        []string // as the reader extracted them
	Findings     []diag.Finding
	registry     *glossary.Registry // nil where it lists the bodies of another region
	translations []Translation      // its catalogues, up to date with it
}

// readAll reads all documents, the registry and the lexicon; the error joins those of all
// documents, so that a person mends them in one go.
func readAll(ctx context.Context, o Options, fsys fs.FS, names []string) ([]Read, []diag.Finding, error) {
	reg, findings, err := glossary.LoadRegistry(fsys, path.Join(seedsDir, organizationsFile))
	if err != nil {
		return nil, findings, err
	}
	lexicon, more, err := glossary.LoadLexicon(fsys, path.Join(seedsDir, lexiconFile))
	findings = append(findings, more...)
	if err != nil {
		return nil, findings, err
	}
	var docs []Read
	var errs []error
	for i, name := range names {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		o.step(Step{Stage: Reading, Name: name, Done: i, Total: len(names)})
		doc, err := readOne(ctx, fsys, name, reg, lexicon)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		findings = append(findings, doc.Findings...)
		findings = append(findings, collision(docs, doc, name)...)
		docs = append(docs, doc)
	}
	return docs, findings, errors.Join(errs...)
}

// readOne reads and understands one document with what is known beside it.
func readOne(ctx context.Context, fsys fs.FS, name string, reg *glossary.Registry, lexicon *glossary.Lexicon) (Read, error) {
	data, err := readSeed(fsys, name)
	if err != nil {
		return Read{}, err
	}
	text, findings, err := source.ReadContext(ctx, name, data)
	if err != nil {
		return Read{}, err
	}
	names, err := glossary.LoadNames(fsys, namesFile(name))
	if err != nil {
		return Read{}, err
	}
	if !reg.AppliesTo(strings.Join(text.Lines, "\n")) {
		reg = nil
	}
	doc, more := parse.Parse(parse.Input{
		File: text.File, Path: name, SHA256: text.SHA256, Lines: text.Lines, Registry: reg, Names: names,
	})
	translations, err := translate(fsys, name, doc)
	if err != nil {
		return Read{}, err
	}
	topic.Mark(doc, lexicon) // last: it reads the translations, too
	return Read{Document: doc, Lines: text.Lines, Findings: append(findings, more...), registry: reg, translations: translations}, nil
}

// collision reports a document that would take the id or the folder of one
// read before.
func collision(docs []Read, doc Read, name string) []diag.Finding {
	pos := diag.Position{File: name}
	for _, other := range docs {
		file := path.Join(seedsDir, other.Document.Source.File)
		switch {
		case other.Document.ID == doc.Document.ID:
			return []diag.Finding{sameDocument.At(pos, "id", file, doc.Document.ID)}
		case other.Document.Slug == doc.Document.Slug:
			return []diag.Finding{sameDocument.At(pos, "slug", file, doc.Document.Slug)}
		}
	}
	return nil
}
