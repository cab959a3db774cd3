// Package markdown turns the body of a content file into blocks of HTML. It is
// goldmark, configured once for Chinese and for text nobody vouches for: HTML
// stands as text, links lead only where a policy page may lead, a line break
// inside Chinese leaves no space, and ** works next to 。」》.
//
// A block keeps its anchor, {#p31} at the end of a paragraph or {#goal} at the
// end of a heading, so that a page can be put together from both languages.
package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/yuin/goldmark"
)

// Kind classes blocks as far as a page treats them differently.
type Kind string

const (
	Paragraph Kind = "paragraph"
	Heading   Kind = "heading"
	Table     Kind = "table" // wide: its page makes it scroll
	Other     Kind = "other" // lists, quotations, rules
)

// Block is one top-level block of a body.
type Block struct {
	Kind  Kind
	ID    string   // its anchor, else the first one inside it, else ""
	IDs   []string // every anchor in it, in order
	Level int      // of a heading, 2 to 6; a page has its one h1 already
	Text  string   // of a heading, without marks
	HTML  string   // safe, without surrounding blank space
}

// Problem is something in the body that was not taken as written.
type Problem struct {
	Line int    // 1-based, within the body
	Kind Unsafe // what was refused
	Text string // as written
}

// Unsafe says what was refused.
type Unsafe string

const (
	UnsafeLink  Unsafe = "link"   // scheme not allowed: the text stays, the link goes
	UnsafeImage Unsafe = "image"  // from another site: its description stays
	RepeatedID  Unsafe = "anchor" // the same anchor twice: the first one keeps it
)

// Options says whose text it is.
type Options struct {
	Lang string // "zh" or "en": runs in the other language get their lang attribute
	// Link maps the address of a relative link to that of a finished page;
	// false leaves the address as it is. nil maps nothing.
	Link func(address string) (string, bool)
	// Mentions finds, in order, what becomes a link in a paragraph, given as it
	// is written. nil finds nothing.
	Mentions func(paragraph string) []Mention
	// Leaving is what a link to an address says at its end, such as that it
	// leads to a site of others; "" says nothing. nil says nothing anywhere.
	Leaving func(address string) string
}

// Converter is goldmark as configured here; it may be used from several
// goroutines at once.
type Converter struct{ md goldmark.Markdown }

// New configures goldmark. Code blocks, underlined headings, link definitions
// and raw HTML are left out: in a policy text they are only ever accidents (a
// pasted indent, a row of ===, a note "[1]: …", a stray <), and as text nothing
// of them is lost.
func New() *Converter {
	p := parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(paragraphParser{parser.NewParagraphParser()}, 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(emphasisParser{}, 500),
		),
		parser.WithASTTransformers(util.Prioritized(transformer{}, 100)),
	)
	r := renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(html.NewRenderer(), 1000),
		util.Prioritized(langRenderer{}, 500),
	))
	return &Converter{goldmark.New(
		goldmark.WithParser(p),
		goldmark.WithRenderer(r),
		goldmark.WithExtensions(
			extension.NewCJK(extension.WithEastAsianLineBreaks(extension.EastAsianLineBreaksCSS3Draft)),
			// An align attribute is obsolete HTML and a style attribute is
			// against the pages' content security policy.
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
		),
	)}
}

// paragraphParser takes an indented line, too, since there is no code block to
// take it.
type paragraphParser struct{ parser.BlockParser }

func (paragraphParser) CanAcceptIndentedLine() bool { return true }

// Convert turns a body into its blocks. Only a failure of goldmark itself is
// an error; what was not taken as written is a problem.
func (c *Converter) Convert(body string, o Options) ([]Block, []Problem, error) {
	if blocks, ok := plain(body, o); ok {
		return blocks, nil, nil
	}
	return c.parse(body, o)
}

// parse is Convert by goldmark.
func (c *Converter) parse(body string, o Options) ([]Block, []Problem, error) {
	// goldmark's handling of Chinese line breaks panics on what is not UTF-8.
	src := []byte(strings.ToValidUTF8(body, "\uFFFD"))
	pc := parser.NewContext()
	w := &walk{source: src, options: o, seen: map[string]bool{}}
	pc.Set(walkKey, w)
	doc := c.md.Parser().Parse(text.NewReader(src), parser.WithContext(pc))
	var blocks []Block
	var buf bytes.Buffer
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		buf.Reset()
		if err := c.md.Renderer().Render(&buf, src, n); err != nil {
			return nil, nil, fmt.Errorf("rendering markdown: %w", err)
		}
		blocks = append(blocks, describe(n, src, string(bytes.TrimSpace(buf.Bytes()))))
	}
	return blocks, w.problems, nil
}

// describe makes the block of a top-level node.
func describe(n ast.Node, src []byte, out string) Block {
	b := Block{Kind: Other, HTML: out}
	switch n := n.(type) {
	case *ast.Paragraph:
		b.Kind = Paragraph
	case *ast.Heading:
		b.Kind, b.Level, b.Text = Heading, n.Level, plainText(n, src)
	case *extast.Table:
		b.Kind = Table
	}
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if id, ok := n.AttributeString("id"); entering && ok {
			b.IDs = append(b.IDs, string(id.([]byte)))
		}
		return ast.WalkContinue, nil
	})
	if len(b.IDs) > 0 {
		b.ID = b.IDs[0]
	}
	return b
}

// plainText is the text of a node without any marks.
func plainText(n ast.Node, src []byte) string {
	var b bytes.Buffer
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(util.UnescapePunctuations(n.Segment.Value(src)))
		case *ast.String:
			b.Write(n.Value)
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
