package glossary

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"

	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/plan"
)

//go:embed words.yaml
var wordsFile []byte

// word is one word or sentence of the interface. Its texts are formats of
// package fmt where the layout gives arguments.
type word struct {
	Zh  string `yaml:"zh"`
	En  string `yaml:"en"`
	One string `yaml:"one"` // English, when the first argument is 1
}

// Words are the interface's words in both languages.
type Words struct{ words map[string]word }

// InterfaceWords reads the words that the binary carries.
func InterfaceWords() (*Words, error) {
	w := &Words{}
	if err := yaml.Unmarshal(wordsFile, &w.words); err != nil {
		return nil, fmt.Errorf("words.yaml: %w", err)
	}
	return w, nil
}

// Keys lists all keys, sorted.
func (w *Words) Keys() []string { return slices.Sorted(maps.Keys(w.words)) }

// Has reports whether there is a word for the key.
func (w *Words) Has(key string) bool {
	_, ok := w.words[key]
	return ok
}

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
			text = entry.One
		}
	}
	if len(args) == 0 {
		return text, nil
	}
	return fmt.Sprintf(text, args...), nil
}
