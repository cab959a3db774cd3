package site

import (
	"cmp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// Passage is a run of blocks in one language.
type Passage struct {
	Lang   plan.Lang
	Path   string // of the content file
	Blocks []content.Block
}

// Markdown is the passage as it stands in its file. The number of the line at
// which a part of it begins in the file is found with FileLine.
func (p Passage) Markdown() string {
	var b strings.Builder
	size := 0
	for _, block := range p.Blocks {
		size += len(block.Text) + block.Level + len(block.Anchor) + len("\n\n  {#}")
	}
	b.Grow(size)
	for i, block := range p.Blocks {
		if i > 0 {
			b.WriteString("\n\n")
		}
		if block.Level > 0 {
			b.WriteString(strings.Repeat("#", block.Level) + " ")
		}
		b.WriteString(block.Text)
		if block.Anchor != "" {
			b.WriteString(" {#")
			b.WriteString(block.Anchor)
			b.WriteString("}")
		}
	}
	return b.String()
}

// FileLine is the line of the file that a line of Markdown comes from.
func (p Passage) FileLine(line int) int {
	at := 1
	for _, b := range p.Blocks {
		height := strings.Count(b.Text, "\n") + 2 // and an empty line
		if line < at+height {
			return b.Line + line - at
		}
		at += height
	}
	return 0
}

// Body is the whole body of a pair for a page in lang.
func Body(p *content.Pair, lang plan.Lang) []Passage {
	return merge(p, lang, p.In(lang).Blocks(), p.In(lang.Other()).Blocks())
}

// Body is the paragraphs of one section of the plan for a page in lang.
func (p *Plan) Body(section string, lang plan.Lang) []Passage {
	return merge(&p.Pair, lang, p.Blocks(lang, section), p.Blocks(lang.Other(), section))
}

// block is a block in its language.
type block struct {
	content.Block
	lang plan.Lang
}

// merge puts a body together from both languages: the own blocks, and of the
// twin's those that the own language lacks, each in its place.
func merge(p *content.Pair, lang plan.Lang, own, twin []content.Block) []Passage {
	switch {
	case len(own) > 0 && covers(own, twin):
		return []Passage{{Lang: lang, Path: p.In(lang).Path, Blocks: own}}
	case len(own) == 0 && len(twin) == 1:
		return []Passage{{Lang: lang.Other(), Path: p.In(lang.Other()).Path, Blocks: twin}}
	}
	var all []block
	for _, b := range align(own, twin) {
		if b.own != nil {
			all = append(all, block{*b.own, lang})
		} else {
			all = append(all, block{*b.twin, lang.Other()})
		}
	}
	return passages(p, all)
}

// covers reports whether every block of the twin is in the own language, too, by
// its anchor.
func covers(own, twin []content.Block) bool {
	for i := range twin {
		anchor := twin[i].Anchor
		if anchor == "" || !slices.ContainsFunc(own, func(b content.Block) bool { return b.Anchor == anchor }) {
			return false
		}
	}
	return true
}

// sourceLine is the place of a paragraph in the source: the line, and which
// paragraph of it.
type sourceLine struct{ line, part int }

func (a sourceLine) before(b sourceLine) bool {
	return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.part, b.part)) < 0
}

// sourcePlace reads p31 and p31-2, the anchors of paragraphs that come from the
// source; zero for every other anchor.
func sourcePlace(anchor string) sourceLine {
	rest, ok := strings.CutPrefix(anchor, "p")
	if !ok {
		return sourceLine{}
	}
	line, part, numbered := strings.Cut(rest, "-")
	at := sourceLine{placeNumber(line), 0}
	if numbered {
		at.part = placeNumber(part)
	}
	if at.line < 0 || at.part < 0 {
		return sourceLine{}
	}
	return at
}

// placeNumber reads one to nine digits; -1 for anything else.
func placeNumber(digits string) int {
	if len(digits) == 0 || len(digits) > 9 {
		return -1
	}
	n := 0
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return -1
		}
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

// passages joins neighbours of one language.
func passages(p *content.Pair, all []block) []Passage {
	var out []Passage
	for _, b := range all {
		if n := len(out); n == 0 || out[n-1].Lang != b.lang {
			out = append(out, Passage{Lang: b.lang, Path: p.In(b.lang).Path})
		}
		last := &out[len(out)-1]
		last.Blocks = append(last.Blocks, b.Block)
	}
	return out
}
