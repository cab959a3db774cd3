package build

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
)

// Imported is what Import did.
type Imported struct {
	Documents []string        // paths of the documents, below the project
	Changes   content.Changes // files of content/
	Findings  []diag.Finding
}

// Import reads every document in seeds/ and brings content/ up to date with
// it, keeping what people edited. All documents are read before anything is
// written: where one cannot be read (an error), or has a finding of severity
// error, content/ stays as it is.
func Import(ctx context.Context, o Options) (Imported, error) {
	p, err := open(o)
	if err != nil {
		return Imported{}, err
	}
	defer p.close()
	names, findings, err := listSeeds(p.fsys)
	if err != nil {
		return Imported{}, err
	}
	out := Imported{Documents: names, Findings: findings}
	docs, findings, err := readAll(ctx, o, p.fsys, names)
	out.Findings = append(out.Findings, findings...)
	if err == nil && !diag.HasErrors(out.Findings) {
		err = importAll(ctx, o, p, docs, &out)
	}
	diag.Sort(out.Findings)
	return out, err
}

// importAll writes the documents' content files one after the other, then the
// departments.
func importAll(ctx context.Context, o Options, p *project, docs []Read, out *Imported) error {
	departments, err := departmentsOf(ctx, p, docs)
	if err != nil {
		return err
	}
	for i, doc := range docs {
		o.step(Step{Stage: Importing, Name: doc.Document.Slug, Done: i, Total: len(docs)})
		in := content.Import{Document: doc.Document, Lines: doc.Lines}
		if err := importOne(ctx, o, in, out); err != nil {
			return fmt.Errorf("import %s: %w", doc.Document.Source.File, err)
		}
	}
	if err := importOne(ctx, o, content.Import{Departments: departments}, out); err != nil {
		return fmt.Errorf("import the departments: %w", err)
	}
	return keepTranslations(o, p.fsys, docs)
}

func importOne(ctx context.Context, o Options, in content.Import, out *Imported) error {
	changes, findings, err := content.ImportDocument(ctx, filepath.Join(o.Root, contentDir), in)
	out.Changes = out.Changes.Join(changes)
	out.Findings = append(out.Findings, findings...)
	return err
}

// keepTranslations notes in the catalogues what has become of their texts and
// names. A catalogue that nobody made is not made here.
func keepTranslations(o Options, fsys fs.FS, docs []Read) error {
	all, err := translationsOf(fsys, docs)
	if err != nil {
		return err
	}
	made := slices.DeleteFunc(all, func(t Translation) bool { return t.stored == nil })
	_, err = StoreTranslations(o, made)
	return err
}
