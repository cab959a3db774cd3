package glossary

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/plan"
)

// wordFiles hold everything that pages say themselves, a file for each part of
// the site:
//
//	key: {zh: …, en: …, one: …}
//
// Texts are formats of package fmt where a layout gives arguments (%d, %s;
// %[2]s where the languages differ in order). "one" is the English for exactly
// one thing. Longer texts (about, accessibility) stand in the layouts.
//
//go:embed words/*.yaml
var wordFiles embed.FS

// word is one word or sentence of the interface. Its texts are formats of
// package fmt where the layout gives arguments.
type word struct {
	Zh  string `yaml:"zh"`
	En  string `yaml:"en"`
	One string `yaml:"one"` // English, when the first argument is 1

	file string // in which it stands
}

// Words are the interface's words in both languages.
type Words struct{ words map[string]word }

// InterfaceWords are the words that the binary carries. A key that stands in
// two files is an error: one of its texts would be lost.
func InterfaceWords() (*Words, error) { return carriedWords() }

var carriedWords = sync.OnceValues(readInterfaceWords)

func readInterfaceWords() (*Words, error) {
	files, err := wordFiles.ReadDir("words")
	if err != nil {
		return nil, fmt.Errorf("interface words: %w", err)
	}
	w := &Words{words: map[string]word{}}
	for _, f := range files {
		if err := w.read("words/" + f.Name()); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func (w *Words) read(name string) error {
	data, err := wordFiles.ReadFile(name)
	if err != nil {
		return fmt.Errorf("interface words: %w", err)
	}
	var words map[string]word
	if err := yaml.Unmarshal(data, &words); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for key, entry := range words {
		if other, ok := w.words[key]; ok {
			return fmt.Errorf("%s: the key %q stands in %s, too", name, key, other.file)
		}
		entry.file = name
		w.words[key] = entry
	}
	return nil
}

// Keys lists all keys, sorted.
func (w *Words) Keys() []string { return slices.Sorted(maps.Keys(w.words)) }

// Has reports whether there is a word for the key.
func (w *Words) Has(key string) bool {
	_, ok := w.words[key]
	return ok
}

// File is the file in which a key stands, or "".
func (w *Words) File(key string) string { return w.words[key].file }

// Text is the word for a key in a language, formatted with args. An unknown
// key is an error, so that a layout that asks for one is found.
func (w *Words) Text(lang plan.Lang, key string, args ...any) (string, error) {
	entry, ok := w.words[key]
	if !ok {
		return "", fmt.Errorf("no interface word has the key %q", key)
	}
	text := entry.Zh
	if lang == plan.En {
		text = entry.En
		if len(args) > 0 && entry.One != "" && args[0] == 1 {
			if text = entry.One; !strings.Contains(text, "%") {
				return text, nil // it says one in words
			}
		}
	}
	if len(args) == 0 {
		return text, nil
	}
	return fmt.Sprintf(text, args...), nil
}
