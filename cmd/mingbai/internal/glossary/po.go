package glossary

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// This file reads and writes GNU gettext PO files as far as catalogues need
// them. The Go library that keeps comments loops for ever on some broken files
// and writes a form of "#| msgid" that no other tool reads; catalogues come
// from other people's tools, so that neither will do.

// message is one entry of a PO file.
type message struct {
	line       int // of its first line
	translator []string
	extracted  []string
	reference  string // the first one, FILE:LINE
	flags      []string
	previous   string
	context    string
	id, str    string
}

// poFile is a PO file: the first message is its header.
type poFile struct {
	messages []message
	obsolete []string // "#~" lines, what other tools have set aside
}

// parsePO reads a PO file. Errors begin with the line.
func parsePO(data []byte) (poFile, error) {
	if !utf8.Valid(data) {
		return poFile{}, errors.New("1: not UTF-8 (hint: save the catalogue as UTF-8)")
	}
	var f poFile
	p := poParser{file: &f}
	text := strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n")
	for i, line := range strings.Split(text, "\n") {
		p.no = i + 1
		if err := p.read(strings.TrimSpace(line)); err != nil {
			return poFile{}, fmt.Errorf("%d: %w", p.no, err)
		}
	}
	return f, p.end()
}

type poParser struct {
	file  *poFile
	no    int
	cur   *message
	field *string // that a continuation line goes on with
	done  bool    // msgstr has been read: the next comment or msgctxt begins an entry
}

// read reads one line.
func (p *poParser) read(line string) error {
	switch {
	case line == "":
		p.field = nil
		return nil
	case strings.HasPrefix(line, "#~"):
		p.file.obsolete = append(p.file.obsolete, line)
		return nil
	case strings.HasPrefix(line, "#"):
		p.begin()
		return p.comment(line[1:])
	case strings.HasPrefix(line, `"`):
		return p.text(line)
	}
	keyword, rest, _ := strings.Cut(line, " ")
	return p.keyword(keyword, strings.TrimSpace(rest))
}

// begin opens an entry where none is open.
func (p *poParser) begin() {
	if p.cur == nil || p.done {
		p.file.messages = append(p.file.messages, message{line: p.no})
		p.cur, p.done = &p.file.messages[len(p.file.messages)-1], false
	}
}

func (p *poParser) comment(s string) error {
	p.field = nil
	mark, text := "", strings.TrimSpace(s)
	if s != "" && strings.ContainsRune(".:,|", rune(s[0])) {
		mark, text = s[:1], strings.TrimSpace(s[1:])
	}
	switch mark {
	case ".":
		p.cur.extracted = append(p.cur.extracted, text)
	case ":":
		if p.cur.reference == "" {
			p.cur.reference, _, _ = strings.Cut(text, " ")
		}
	case ",":
		for flag := range strings.SplitSeq(text, ",") {
			p.cur.flags = append(p.cur.flags, strings.TrimSpace(flag))
		}
	case "|":
		return p.previousLine(text)
	default:
		p.cur.translator = append(p.cur.translator, text)
	}
	return nil
}

// previousLine reads `#| msgid "…"` and the lines that go on with it.
func (p *poParser) previousLine(text string) error {
	if strings.HasPrefix(text, "msgctxt") {
		return nil
	}
	s, err := unquote(strings.TrimSpace(strings.TrimPrefix(text, "msgid")))
	p.cur.previous += s
	return err
}

func (p *poParser) keyword(word, rest string) error {
	switch word {
	case "msgctxt":
		p.begin()
		p.field = &p.cur.context
	case "msgid":
		p.begin()
		p.field = &p.cur.id
	case "msgstr":
		if p.cur == nil || p.done {
			return errors.New("msgstr without msgid")
		}
		p.field, p.done = &p.cur.str, true
	default:
		return fmt.Errorf("%q: expected msgctxt, msgid or msgstr (texts of documents have no plurals)", word)
	}
	*p.field = ""
	return p.text(rest)
}

func (p *poParser) text(line string) error {
	if p.field == nil {
		return errors.New("a text that belongs to no keyword")
	}
	s, err := unquote(line)
	*p.field += s
	return err
}

func (p *poParser) end() error {
	if p.cur != nil && !p.done && (p.cur.id != "" || p.cur.context != "") {
		return fmt.Errorf("%d: msgid without msgstr", p.cur.line)
	}
	return nil
}

var poEscapes = map[byte]byte{'n': '\n', 't': '\t', 'r': '\r', '"': '"', '\\': '\\'}

// unquote reads a text in double quotes.
func unquote(s string) (string, error) {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return "", fmt.Errorf("%.40q: expected a text in double quotes", s)
	}
	s = s[1 : len(s)-1]
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			return "", errors.New("a quotation mark within the text (hint: write it as \\\")")
		case s[i] != '\\':
			b.WriteByte(s[i])
		case i+1 == len(s) || poEscapes[s[i+1]] == 0:
			return "", errors.New("a backslash that begins no escape (hint: write it twice)")
		default:
			i++
			b.WriteByte(poEscapes[s[i]])
		}
	}
	return b.String(), nil
}

var poQuoter = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\r", `\r`)

func quotePO(s string) string { return `"` + poQuoter.Replace(s) + `"` }

// write writes the message with an empty line before it.
func (m *message) write(b *strings.Builder) {
	b.WriteByte('\n')
	line := func(mark, text string) { b.WriteString(strings.TrimSpace(mark+text) + "\n") }
	for _, t := range m.translator {
		line("# ", t)
	}
	for _, t := range m.extracted {
		line("#. ", t)
	}
	if m.reference != "" {
		line("#: ", m.reference)
	}
	if len(m.flags) > 0 {
		line("#, ", strings.Join(m.flags, ", "))
	}
	if m.previous != "" {
		line("#| msgid ", quotePO(m.previous))
	}
	if m.context != "" {
		line("msgctxt ", quotePO(m.context))
	}
	line("msgid ", quotePO(m.id))
	line("msgstr ", quotePO(m.str))
}

// splitReference takes FILE:LINE apart.
func splitReference(s string) (file string, line int) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0
	}
	n, err := strconv.Atoi(s[i+1:])
	if err != nil {
		return s, 0
	}
	return s[:i], n
}
