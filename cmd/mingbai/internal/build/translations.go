package build

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// translationsDir holds the translation catalogues.
const translationsDir = seedsDir + "/translations"

// catalogueFile is a catalogue as import leaves it.
type catalogueFile struct {
	name    string // below the project
	data    []byte
	changed bool
}

// catalogueName is where the translations of a document into a language stand.
func catalogueName(document string, to plan.Lang) string {
	stem := strings.TrimSuffix(path.Base(document), path.Ext(document))
	return fmt.Sprintf("%s/%s.%s-%s.po", translationsDir, stem, to.Other(), to)
}

// translate brings the document's catalogues up to date with its text and gives
// their translations to it. Chinese comes first, for English translates the
// Chinese that was put back. A document without catalogues has no translations.
func translate(fsys fs.FS, document string, doc *plan.Document) ([]catalogueFile, error) {
	var out []catalogueFile
	for _, to := range []plan.Lang{plan.Zh, plan.En} {
		name := catalogueName(document, to)
		data, err := readSeed(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		c, err := glossary.ReadCatalogue(name, data)
		if err != nil {
			return nil, err
		}
		if c.To != to {
			return nil, fmt.Errorf("%s: the file translates into %q, its name says %q", name, c.To, to)
		}
		c.Sync(document, glossary.TextsFor(doc, to))
		c.Apply(doc.Texts())
		synced := c.Bytes()
		out = append(out, catalogueFile{name: name, data: synced, changed: !bytes.Equal(synced, data)})
	}
	return out, nil
}

// writeCatalogues writes the catalogues that import changed. Each file is
// exchanged whole.
func (p *project) writeCatalogues(docs []Read) error {
	for _, doc := range docs {
		for _, c := range doc.catalogues {
			if !c.changed {
				continue
			}
			scratch := path.Join(translationsDir, ".mingbai-"+path.Base(c.name))
			if err := p.root.WriteFile(scratch, c.data, 0o644); err != nil {
				return fmt.Errorf("write %s: %w", c.name, err)
			}
			if err := p.root.Rename(scratch, c.name); err != nil {
				return errors.Join(fmt.Errorf("write %s: %w", c.name, err), p.root.Remove(scratch))
			}
		}
	}
	return nil
}
