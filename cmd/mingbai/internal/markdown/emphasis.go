package markdown

import (
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// emphasisParser is goldmark's parser of * and _ with other rules about what
// stands beside a mark. CommonMark wants a space or punctuation outside a mark
// whose inside is punctuation; Chinese has no spaces, so **加强领导。**各部门
// would stay asterisks. Here a Chinese character on the outside, or Chinese
// punctuation on the inside, counts like a letter would in English.
type emphasisParser struct{}

func (emphasisParser) Trigger() []byte { return []byte{'*', '_'} }

func (emphasisParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, emphasisProcessor{})
	if d == nil {
		return nil
	}
	if d.Char == '*' {
		after := ' '
		if d.OriginalLength < len(line) {
			after = util.ToRune(line, d.OriginalLength)
		}
		d.CanOpen, d.CanClose = flanking(before, after), flanking(after, before)
	}
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

// flanking tells whether a mark between outside and inside may enclose inside.
func flanking(outside, inside rune) bool {
	if util.IsSpaceRune(inside) {
		return false
	}
	return !util.IsPunctRune(inside) || isCJK(inside) ||
		util.IsSpaceRune(outside) || util.IsPunctRune(outside) || isCJK(outside)
}

// isCJK tells Chinese (Japanese, Korean) characters and full-width signs.
func isCJK(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo) ||
		(r >= 0x3000 && r <= 0x303F) || (r >= 0xFF00 && r <= 0xFFEF)
}

// emphasisProcessor makes the node of a matched pair.
type emphasisProcessor struct{}

func (emphasisProcessor) IsDelimiter(b byte) bool { return b == '*' || b == '_' }

func (emphasisProcessor) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (emphasisProcessor) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }
