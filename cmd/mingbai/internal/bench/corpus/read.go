package corpus

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// front is what the pages of the Hugo site say in their front matter, as far as
// they show it.
type front struct {
	Title    string            `yaml:"title"`
	Type     string            `yaml:"type"`
	Weight   int               `yaml:"weight"`
	Date     string            `yaml:"date"`
	KindOf   string            `yaml:"kind_of"`
	Issuer   string            `yaml:"issuer"`
	Orgs     []string          `yaml:"orgs"`
	Roles    map[string]string `yaml:"roles"`
	Deadline string            `yaml:"deadline"`
}

// text is one file.
type text struct {
	front      front
	paragraphs []string
}

// both is a page in both languages.
type both struct{ zh, en text }

func (b both) kind() string { return b.zh.front.Type }

// reader reads the content of the Hugo site. Its first error is kept, and all
// that is read afterwards is empty.
type reader struct {
	root fs.FS
	err  error
}

// entries are the names in a folder of the Chinese side; the English one has the
// same, or reading it fails.
func (r *reader) entries(dir string) []fs.DirEntry {
	if r.err != nil {
		return nil
	}
	entries, err := fs.ReadDir(r.root, path.Join("zh", dir))
	r.err = err
	return entries
}

// folders are the folders in a folder, by name.
func (r *reader) folders(dir string) []string {
	var names []string
	for _, e := range r.entries(dir) {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}

// pages are the pages in a folder that are none of their own, by name.
func (r *reader) pages(dir string) []string {
	var names []string
	for _, e := range r.entries(dir) {
		if name, ok := strings.CutSuffix(e.Name(), ".md"); ok && name != "_index" {
			names = append(names, name)
		}
	}
	return names
}

// page reads NAME.md, or NAME/_index.md, in both languages.
func (r *reader) page(name string) both {
	var b both
	for lang, to := range map[string]*text{"zh": &b.zh, "en": &b.en} {
		file := path.Join(lang, name, "_index.md")
		if _, err := fs.Stat(r.root, file); err != nil {
			file = path.Join(lang, name+".md")
		}
		data, err := fs.ReadFile(r.root, file)
		if err == nil {
			*to, err = parse(data)
		}
		if err != nil && r.err == nil {
			r.err = fmt.Errorf("%s: %w", file, err)
		}
	}
	return b
}

// parse reads a file.
func parse(data []byte) (text, error) {
	parts := bytes.SplitN(data, []byte("---\n"), 3)
	if len(parts) != 3 || len(parts[0]) > 0 {
		return text{}, fmt.Errorf("no front matter between two lines ---")
	}
	var t text
	if err := yaml.Unmarshal(parts[1], &t.front); err != nil {
		return text{}, fmt.Errorf("front matter: %w", err)
	}
	for _, p := range strings.Split(string(parts[2]), "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			t.paragraphs = append(t.paragraphs, p)
		}
	}
	return t, nil
}

// sameText reports whether both languages have one text: the document has it in
// one alone.
func (b both) sameText() bool { return slices.Equal(b.zh.paragraphs, b.en.paragraphs) }
