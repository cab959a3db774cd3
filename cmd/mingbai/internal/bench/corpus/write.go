package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

// writer writes a project. Its first error is kept, and nothing is written
// afterwards.
type writer struct {
	to     string
	counts Counts
	err    error
}

// entry is a key of front matter with its value as YAML, or with a list of them.
type entry struct {
	key   string
	value any // string or []string
}

// fact is an entry of one value.
func fact(key string, value any) entry { return entry{key, quote(value)} }

// plainForm is what front matter has without quotes, as import writes it: text of
// letters and of marks that mean nothing to YAML.
var plainForm = regexp.MustCompile(`^[\p{L}][\p{L}\p{N}（）“”《》〔〕、，。 _./()+-]*$`)

// quote writes a value as it is where YAML reads it as the same, and else as
// JSON, which is YAML.
func quote(value any) string {
	if s, ok := value.(string); ok && plainForm.MatchString(s) && isText(s) && !strings.HasSuffix(s, " ") {
		return s
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return `""` // strings and whole numbers always encode
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// isText reports whether YAML reads s as that text, not as a word of its own.
func isText(s string) bool {
	var node yaml.Node
	err := yaml.Unmarshal([]byte(s), &node)
	return err == nil && len(node.Content) == 1 && node.Content[0].ShortTag() == "!!str" && node.Content[0].Value == s
}

// write writes a file of the project.
func (w *writer) write(name string, data []byte) {
	if w.err != nil {
		return
	}
	file := filepath.Join(w.to, filepath.FromSlash(name))
	if w.err = os.MkdirAll(filepath.Dir(file), 0o777); w.err == nil {
		w.err = os.WriteFile(file, data, 0o666)
	}
}

// pair writes the two files of a page. The facts stand in the Chinese one.
func (w *writer) pair(name string, page both, facts ...entry) {
	zh, en := side{lang: "zh", title: page.zh.front.Title}, side{lang: "en", title: page.en.front.Title}
	if zh.title == en.title {
		if isChinese(zh.title) {
			en.title = ""
		} else {
			zh.title = ""
		}
	}
	if page.sameText() {
		zh.body, en.body = divide(page.zh.paragraphs)
	} else {
		zh.body, en.body = page.zh.paragraphs, page.en.paragraphs
	}
	w.write(name+".zh.md", zh.file(en, facts))
	w.write(name+".en.md", en.file(zh, nil))
}

// isChinese tells the language of a text by its characters, as a reader does.
func isChinese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// divide gives each paragraph to its language. Where both have some, anchors
// keep the order.
func divide(paragraphs []string) (zh, en []string) {
	for i, p := range paragraphs {
		p = fmt.Sprintf("%s {#p%d}", p, i+1)
		if isChinese(p) {
			zh = append(zh, p)
		} else {
			en = append(en, p)
		}
	}
	switch {
	case len(zh) == 0:
		return nil, paragraphs
	case len(en) == 0:
		return paragraphs, nil
	}
	return zh, en
}

// side is one language's file.
type side struct {
	lang, title string
	body        []string
}

// file is the file's bytes; twin is the other language's.
func (s side) file(twin side, facts []entry) []byte {
	var b bytes.Buffer
	b.WriteString("---\n")
	if s.title != "" {
		at := min(1, len(facts)) // behind the id
		facts = slices.Insert(slices.Clone(facts), at, fact("title", s.title))
	}
	if state := s.state(twin); state != "" {
		facts = append(facts, entry{"translation", fmt.Sprintf("{ from: %s, state: %s }", twin.lang, state)})
	}
	for _, f := range facts {
		switch v := f.value.(type) {
		case string:
			fmt.Fprintf(&b, "%s: %s\n", f.key, v)
		case []string:
			fmt.Fprintf(&b, "%s:\n", f.key)
			for _, item := range v {
				fmt.Fprintf(&b, "  - %s\n", item)
			}
		}
	}
	b.WriteString("---\n")
	for _, p := range s.body {
		b.WriteString("\n" + p + "\n")
	}
	return b.Bytes()
}

// state is what the file's text is: nothing, the text as issued (the Chinese
// file alone), or one that the document has in this language.
func (s side) state(twin side) string {
	switch {
	case len(s.body) == 0 && (len(twin.body) > 0 || s.title == ""):
		return "missing"
	case s.lang == "zh":
		return ""
	}
	return "found"
}
