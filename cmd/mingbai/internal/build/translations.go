package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// translationsDir holds the translation catalogues.
const translationsDir = seedsDir + "/translations"

// Translation is the catalogue of one document in one direction, brought up to
// date with the document.
type Translation struct {
	Document  string // path of the seed, below the project
	File      string // path of the catalogue, below the project
	Catalogue *glossary.Catalogue
	stored    []byte // as it stands on disk; nil where there is none
}

// Changed reports whether the catalogue differs from its file.
func (t *Translation) Changed() bool { return !bytes.Equal(t.Catalogue.Bytes(), t.stored) }

// catalogueFile is where the translations of a document into a language stand.
func catalogueFile(document string, to plan.Lang) string {
	stem := strings.TrimSuffix(path.Base(document), path.Ext(document))
	return fmt.Sprintf("%s/%s.%s-%s.po", translationsDir, stem, to.Other(), to)
}

// translate brings the document's catalogues up to date with its text and gives
// their translations to it. Chinese comes first, for English translates the
// Chinese that was put back.
func translate(fsys fs.FS, document string, doc *plan.Document) ([]Translation, error) {
	var out []Translation
	for _, to := range []plan.Lang{plan.Zh, plan.En} {
		t, err := readTranslation(fsys, document, doc.ID, to)
		if err != nil {
			return nil, err
		}
		t.Catalogue.Sync(document, glossary.TextsFor(doc, to))
		t.Catalogue.Apply(doc.Texts())
		if len(t.Catalogue.Entries) > 0 {
			out = append(out, t)
		}
	}
	return out, nil
}

func readTranslation(fsys fs.FS, document, id string, to plan.Lang) (Translation, error) {
	t := Translation{
		Document: document, File: catalogueFile(document, to),
		Catalogue: &glossary.Catalogue{Document: id, From: to.Other(), To: to},
	}
	if _, err := fs.Stat(fsys, t.File); errors.Is(err, fs.ErrNotExist) {
		return t, nil
	}
	data, err := readSeed(fsys, t.File)
	if err != nil {
		return t, err
	}
	if t.Catalogue, err = glossary.ReadCatalogue(t.File, data); err != nil {
		return t, err
	}
	if t.Catalogue.To != to {
		return t, fmt.Errorf("%s: the header says that it translates into %q, the file's name %q", t.File, t.Catalogue.To, to)
	}
	t.stored = data
	return t, nil
}

// Translations reads every document with its catalogues, and writes nothing.
func Translations(ctx context.Context, o Options) ([]Translation, []diag.Finding, error) {
	p, err := open(o)
	if err != nil {
		return nil, nil, err
	}
	defer p.close()
	names, findings, err := listSeeds(p.fsys)
	if err != nil {
		return nil, nil, err
	}
	docs, more, err := readAll(ctx, o, p.fsys, names)
	if err != nil {
		return nil, append(findings, more...), err
	}
	out, err := translationsOf(p.fsys, docs)
	return out, append(findings, more...), err
}

// translationsOf lists the catalogues of documents, and that of names last.
func translationsOf(fsys fs.FS, docs []Read) ([]Translation, error) {
	var out []Translation
	for _, doc := range docs {
		out = append(out, doc.translations...)
	}
	ofNames, err := nameTranslation(fsys, docs)
	return append(out, ofNames), err
}

// nameTranslation is the catalogue of names, made anew.
func nameTranslation(fsys fs.FS, docs []Read) (Translation, error) {
	t := Translation{File: translationsDir + "/" + glossary.NamesDocument + ".zh-en.po"}
	registry := path.Join(seedsDir, organizationsFile)
	reg, _, err := glossary.LoadRegistry(fsys, registry)
	if err != nil {
		return t, err
	}
	words, err := glossary.InterfaceWords()
	if err != nil {
		return t, err
	}
	var documents []*plan.Document
	for _, doc := range docs {
		documents = append(documents, doc.Document)
	}
	if t.Catalogue, err = glossary.NameCatalogue(registry, reg, documents, words); err != nil {
		return t, err
	}
	if _, err := fs.Stat(fsys, t.File); err == nil {
		t.stored, err = readSeed(fsys, t.File)
		return t, err
	}
	return t, nil
}

// StoreTranslations writes the catalogues that differ from their files, each
// file whole, and gives the paths of those it wrote.
func StoreTranslations(o Options, ts []Translation) ([]string, error) {
	p, err := open(o)
	if err != nil {
		return nil, err
	}
	defer p.close()
	var written []string
	for i := range ts {
		if !ts[i].Changed() {
			continue
		}
		if err := p.replace(ts[i].File, ts[i].Catalogue.Bytes()); err != nil {
			return written, err
		}
		written = append(written, ts[i].File)
	}
	return written, nil
}

// replace writes a file of the project whole: what was there stays until the
// new one is complete.
func (p *project) replace(name string, data []byte) error {
	if err := p.root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	scratch := path.Join(path.Dir(name), ".mingbai-"+path.Base(name))
	if err := p.root.WriteFile(scratch, data, 0o644); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", name, err), remove(p.root, scratch))
	}
	if err := p.root.Rename(scratch, name); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", name, err), remove(p.root, scratch))
	}
	return nil
}

func remove(root *os.Root, name string) error {
	if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// ReadWork reads a catalogue that translators worked on: PO, or XLIFF 2 by the
// endings .xlf and .xliff.
func ReadWork(file string) (*glossary.Catalogue, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	switch ext := strings.ToLower(filepath.Ext(file)); ext {
	case ".xlf", ".xliff":
		return glossary.ReadXLIFF(file, f)
	case ".po":
		fsys, name := beside(file)
		data, err := readSeed(fsys, name)
		if err != nil {
			return nil, err
		}
		return glossary.ReadCatalogue(file, data)
	default:
		return nil, fmt.Errorf("%s: format %q is not read; expected .po, .xlf or .xliff", file, ext)
	}
}
