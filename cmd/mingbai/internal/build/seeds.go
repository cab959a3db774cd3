package build

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/source"
)

// Data files below seeds/: the registry of bodies, the agreed terms, and the
// words by which measures are found.
const (
	organizationsFile = "organizations.yaml"
	termsFile         = "glossary.yaml"
	lexiconFile       = "lexicon.yaml"
)

// dataNames are files and folders below seeds/ that hold knowledge, not
// documents.
var dataNames = []string{organizationsFile, termsFile, lexiconFile, "translations", "README.md"}

// listSeeds gives the paths of the documents in seeds/, sorted, with a finding
// for everything else that is there. Names that begin with "." or "~" are
// scratch of editors and are passed over.
func listSeeds(fsys fs.FS) (names []string, findings []diag.Finding, err error) {
	entries, err := fs.ReadDir(fsys, seedsDir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("read the folder of documents: %w", err)
	}
	var tables []string
	for _, e := range entries {
		name, ext := path.Join(seedsDir, e.Name()), strings.ToLower(path.Ext(e.Name()))
		switch {
		case strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~"):
		case slices.Contains(dataNames, e.Name()), e.IsDir() && companion(e.Name(), entries):
		case stemOf(e.Name()) == glossary.NamesDocument && ext != ".yaml":
			findings = append(findings, reservedName.At(diag.Position{File: name}, glossary.NamesDocument))
		case ext == ".yaml" && !e.IsDir():
			tables = append(tables, name)
		case !e.IsDir() && (slices.Contains(source.Extensions(), ext) || misnamed(fsys, name)):
			names = append(names, name)
		default:
			findings = append(findings, unknownFormat.At(diag.Position{File: name}, strings.Join(source.Extensions(), " ")))
		}
	}
	if len(names) == 0 {
		findings = append(findings, noDocuments.At(diag.Position{File: seedsDir}))
	}
	names, twice := oneOfEach(names)
	return names, slices.Concat(findings, twice, orphans(names, tables)), nil
}

// companion reports whether a folder holds the pictures and scripts that a
// browser saved beside a web page.
func companion(name string, entries []fs.DirEntry) bool {
	for _, suffix := range []string{"_files", ".files"} {
		stem, ok := strings.CutSuffix(name, suffix)
		if ok && slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
			ext := strings.ToLower(path.Ext(e.Name()))
			return stemOf(e.Name()) == stem && (ext == ".html" || ext == ".htm")
		}) {
			return true
		}
	}
	return false
}

// misnamed reports whether a file is a document under another ending than its
// own: some systems export web pages as .doc.
func misnamed(fsys fs.FS, name string) bool {
	data, err := readSeed(fsys, name)
	return err == nil && source.Recognized(data)
}

// oneOfEach keeps the first of documents that have one name with different
// endings: they would share an id, a table of names and translations.
func oneOfEach(names []string) (kept []string, findings []diag.Finding) {
	first := map[string]string{}
	for _, name := range names {
		if other, ok := first[stemOf(name)]; ok {
			findings = append(findings, sameStem.At(diag.Position{File: name}, other))
			continue
		}
		first[stemOf(name)] = name
		kept = append(kept, name)
	}
	return kept, findings
}

// stemOf is a file's name without its ending.
func stemOf(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// orphans are tables of names whose document is not there.
func orphans(documents, tables []string) (findings []diag.Finding) {
	for _, table := range tables {
		if !slices.ContainsFunc(documents, func(doc string) bool { return namesFile(doc) == table }) {
			stem := strings.TrimSuffix(path.Base(table), path.Ext(table))
			findings = append(findings, orphanNames.At(diag.Position{File: table}, stem+source.Extensions()[0]))
		}
	}
	return findings
}

// namesFile is where what is known of a document beside its text stands.
func namesFile(document string) string {
	return strings.TrimSuffix(document, path.Ext(document)) + ".yaml"
}

// readSeed gives the bytes of a document, at most one more than a document may
// have: source.Read refuses it then.
func readSeed(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read, or leads out of the project: %w", name, err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: want a file, found %s", name, info.Mode().Type())
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, source.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}
