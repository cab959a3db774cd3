package content

import (
	"fmt"
	"iter"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// Block is a paragraph, heading, list, table or the like of a body.
type Block struct {
	Anchor string // "p31", "goal"; "" when it has none
	Level  int    // of a heading; 0 for everything else
	Text   string // Markdown, without anchor and without the marks of a heading
	Line   int    // of the file
}

// Blocks takes the body apart at its empty lines and after its headings. There
// is no code in a policy text, so that no fence can hold an empty line.
func (l *Localized) Blocks() []Block {
	var blocks []Block
	for b := range l.EachBlock() {
		if blocks == nil {
			blocks = make([]Block, 0, 1+strings.Count(l.Body, "\n\n"))
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// EachBlock ranges over Blocks. Their texts are parts of the body: it is read
// for every page that shows it, and nothing is copied.
func (l *Localized) EachBlock() iter.Seq[Block] {
	return func(yield func(Block) bool) {
		var open bool // a block has begun
		var start, first int
		for at, line := 0, l.BodyLine; at <= len(l.Body); line++ {
			end := len(l.Body)
			if i := strings.IndexByte(l.Body[at:], '\n'); i >= 0 {
				end = at + i
			}
			text := l.Body[at:end]
			heading, empty := headingLevel(text) > 0, isBlank(text)
			if open && (heading || empty) {
				if !yield(makeBlock(l.Body[start:at-1], first)) {
					return
				}
				open = false
			}
			if heading && !yield(makeBlock(text, line)) {
				return
			}
			if !open && !heading && !empty {
				open, start, first = true, at, line
			}
			at = end + 1
		}
		if open {
			yield(makeBlock(l.Body[start:], first))
		}
	}
}

// isBlank reports whether a line has nothing but blanks.
func isBlank(line string) bool {
	return line == "" || (line[0] == ' ' || line[0] == '\t') && strings.Trim(line, " \t") == ""
}

// headingLevel is the number of # that begin a heading, or 0.
func headingLevel(line string) int {
	level := len(line) - len(strings.TrimLeft(line, "#"))
	if level > 6 || level < len(line) && line[level] != ' ' {
		return 0
	}
	return level
}

func makeBlock(text string, line int) Block {
	b := Block{Text: text, Line: line}
	if before, anchor, ok := cutAnchor(text); ok {
		b.Text, b.Anchor = before, anchor
	}
	if !strings.Contains(b.Text, "\n") {
		b.Level = headingLevel(b.Text)
		b.Text = strings.Trim(b.Text[b.Level:], " \t")
	}
	return b
}

// cutAnchor takes an anchor off the end of a block: {#p31}, at the beginning
// or after a blank. One that belongs to the text is escaped there.
func cutAnchor(text string) (before, anchor string, ok bool) {
	rest, ok := strings.CutSuffix(strings.TrimRight(text, " \t"), "}")
	if !ok {
		return text, "", false
	}
	at := len(rest)
	for at > 0 && isAnchorByte(rest[at-1]) {
		at--
	}
	anchor = rest[at:]
	all, ok := strings.CutSuffix(rest[:at], "{#")
	before = strings.TrimRight(all, " \t")
	if !ok || anchor == "" || !isLetter(anchor[0]) || before == all && all != "" {
		return text, "", false
	}
	return before, anchor, true
}

func isAnchorByte(c byte) bool {
	return isLetter(c) || '0' <= c && c <= '9' || c == '_' || c == '-'
}

// Blocks are the blocks of one of the plan's sections in a language, without
// its heading. What stands before the first section is the preamble.
func (p *Plan) Blocks(lang plan.Lang, section string) []Block {
	var blocks []Block
	current := p.preamble()
	for b := range p.In(lang).EachBlock() {
		if b.Level > 0 && p.section(b.Anchor) != nil {
			current = b.Anchor
		} else if current == section {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// preamble is the id of the section that stands before the first heading.
func (p *Plan) preamble() string {
	for _, s := range p.Sections {
		if s.Kind == plan.Preamble {
			return s.ID
		}
	}
	return string(plan.Preamble)
}

func (p *Plan) section(id string) *Section {
	for i := range p.Sections {
		if p.Sections[i].ID == id {
			return &p.Sections[i]
		}
	}
	return nil
}

// bodyWriter writes the body of one language's file.
type bodyWriter struct {
	lang    plan.Lang
	blocks  []string
	anchors map[string]int // how often each was used
}

func newBody(lang plan.Lang) *bodyWriter {
	return &bodyWriter{lang: lang, anchors: map[string]int{}}
}

// add writes those of the paragraphs that are in the file's language, and
// reports whether there were any. Lines are counted over all paragraphs, so
// that twins have the same anchors.
func (w *bodyWriter) add(paragraphs []plan.Paragraph) bool {
	any := false
	for _, p := range paragraphs {
		anchor := fmt.Sprintf("p%d", p.Line)
		w.anchors[anchor]++
		if n := w.anchors[anchor]; n > 1 {
			anchor = fmt.Sprintf("%s-%d", anchor, n)
		}
		if shown, ok := p.In(w.lang); ok {
			w.blocks = append(w.blocks, escape(shown)+" {#"+anchor+"}")
			any = true
		}
	}
	return any
}

// section writes a section with its heading, or nothing where it has no
// paragraph in the language.
func (w *bodyWriter) section(s plan.Section) {
	at := len(w.blocks)
	if !w.add(s.Paragraphs) || s.Kind == plan.Preamble {
		return
	}
	heading := "## " + escape(sectionTitle(s, w.lang)) + " {#" + s.ID + "}"
	w.blocks = append(w.blocks[:at], append([]string{heading}, w.blocks[at:]...)...)
}

func (w *bodyWriter) String() string { return strings.Join(w.blocks, "\n\n") }

// sectionWords head a section in the file of a language in which the document
// prints no title for it. They are a help for editors; the title that pages
// show stands in the front matter.
var sectionWords = map[plan.SectionKind]plan.Text{
	plan.Goal:       {Zh: "工作目标", En: "Goal"},
	plan.Measures:   {Zh: "工作措施", En: "Measures"},
	plan.Safeguards: {Zh: "组织保障", En: "Safeguards"},
	plan.OtherKind:  {Zh: "其他", En: "Other"},
}

func sectionTitle(s plan.Section, lang plan.Lang) string {
	if title, ok := s.Title.In(lang); ok {
		return title
	}
	title, _ := sectionWords[s.Kind].In(lang)
	return title
}
