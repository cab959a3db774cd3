package markdown

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// plain is Convert for a body of paragraphs in which nothing has a meaning to
// Markdown but their anchors: nearly all of a policy text. It makes what
// goldmark makes, without a tree; ok is false for any other body.
func plain(body string, o Options) (blocks []Block, ok bool) {
	if !utf8.ValidString(body) {
		return nil, false
	}
	for len(body) > 0 {
		var paragraph string
		paragraph, body, _ = strings.Cut(body, "\n\n")
		if !isPlain(paragraph) {
			return nil, false
		}
		b := Block{Kind: Paragraph}
		id, end := anchorAtEnd(paragraph)
		if b.ID = id; id == "" {
			end = trimmedLength(paragraph)
		} else if b.IDs = []string{id}; end == 0 || repeated(blocks, id) {
			return nil, false
		}
		b.HTML = plainHTML(paragraph[:trimmedLength(paragraph)], end, id, o)
		blocks = append(blocks, b)
	}
	return blocks, true
}

func repeated(blocks []Block, id string) bool {
	for i := range blocks {
		if blocks[i].ID == id {
			return true
		}
	}
	return false
}

// isPlain reports whether a paragraph is one line without any sign that has a
// meaning to Markdown, or may have.
func isPlain(paragraph string) bool {
	for i := range len(paragraph) {
		if c := paragraph[i]; c < utf8.RuneSelf && isSpecial[c] {
			return false
		}
	}
	if paragraph == "" {
		return false
	}
	c := paragraph[0]
	if isDigit(c) { // not the number of a list
		rest := strings.TrimLeft(paragraph, "0123456789")
		return rest == "" || rest[0] != '.' && rest[0] != ')'
	}
	return isLetter(c) || c >= utf8.RuneSelf || c == '(' || c == '"'
}

// isSpecial is the signs that have a meaning to Markdown within a line, and
// the control characters.
var isSpecial = func() (special [utf8.RuneSelf]bool) {
	for c := range byte(' ') {
		special[c] = true
	}
	for _, c := range []byte("\\`*_[]<&!|") {
		special[c] = true
	}
	return special
}()

// plainHTML is a paragraph's element. Its text ends at end, before the anchor.
func plainHTML(paragraph string, end int, id string, o Options) string {
	w := plainWriters.Get().(*plainWriter)
	defer plainWriters.Put(w)
	w.Reset()
	w.lang = o.Lang
	if id == "" {
		w.WriteString("<p>")
	} else {
		w.WriteString(`<p id="`)
		w.WriteString(id)
		w.WriteString(`">`)
	}
	at := 0
	if o.Mentions != nil {
		for _, m := range o.Mentions(paragraph) {
			if m.Start < at || m.End > end || m.Start >= m.End {
				continue
			}
			w.text(paragraph[at:m.Start])
			w.link(m.Address, paragraph[m.Start:m.End])
			at = m.End
		}
	}
	w.text(paragraph[at:end])
	w.WriteString("</p>")
	return w.String()
}

// plainWriter writes text in a language.
type plainWriter struct {
	bytes.Buffer
	lang string
}

// plainWriters are used again: how long a text becomes is known at its end.
var plainWriters = sync.Pool{New: func() any { return new(plainWriter) }}

// text writes a text with its runs in the other language.
func (w *plainWriter) text(s string) {
	at := 0
	for _, run := range foreign(w.lang, s) {
		w.escaped(s[at:run[0]])
		w.WriteString(`<span lang="`)
		w.WriteString(HTMLLang(otherLang(w.lang)))
		w.WriteString(`">`)
		w.escaped(s[run[0]:run[1]])
		w.WriteString(`</span>`)
		at = run[1]
	}
	w.escaped(s[at:])
}

func (w *plainWriter) escaped(s string) {
	if strings.ContainsAny(s, `">`) {
		s = string(util.EscapeHTML([]byte(s)))
	}
	w.WriteString(s)
}

func (w *plainWriter) link(address, text string) {
	to := []byte(address)
	if html.IsDangerousURL(to) {
		to = nil
	}
	w.WriteString(`<a href="`)
	w.Write(util.EscapeHTML(util.URLEscape(to, true)))
	w.WriteString(`">`)
	w.text(text)
	w.WriteString(`</a>`)
}
