package site

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
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
	for i, block := range p.Blocks {
		if i > 0 {
			b.WriteString("\n\n")
		}
		if block.Level > 0 {
			b.WriteString(strings.Repeat("#", block.Level) + " ")
		}
		b.WriteString(block.Text)
		if block.Anchor != "" {
			b.WriteString(" {#" + block.Anchor + "}")
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
// twin's those that the own language lacks, each in its place. A block is known
// by its anchor, and the anchors p31, p33 are the order of the source; a block
// without one, written by an editor, belongs after the one before it.
func merge(p *content.Pair, lang plan.Lang, own, twin []content.Block) []Passage {
	var all []block
	for _, b := range own {
		all = append(all, block{b, lang})
	}
	at := 0 // where the next missing block goes
	for _, b := range twin {
		if i := indexOf(all, b.Anchor); i >= 0 {
			at = i + 1
			continue
		}
		if b.Anchor == "" && at < len(all) && all[at].Anchor == "" && all[at].lang == lang {
			at++ // an editor's paragraph in both languages
			continue
		}
		at = placeFor(all, at, sourcePlace(b.Anchor))
		all = slices.Insert(all, at, block{b, lang.Other()})
		at++
	}
	return passages(p, all)
}

// indexOf is the place of an anchor, or -1.
func indexOf(all []block, anchor string) int {
	return slices.IndexFunc(all, func(b block) bool { return anchor != "" && b.Anchor == anchor })
}

// placeFor moves on from at over what stands earlier in the source.
func placeFor(all []block, at int, place sourceLine) int {
	if place.line == 0 {
		return at
	}
	for i := at; i < len(all); i++ {
		other := sourcePlace(all[i].Anchor)
		if other.line == 0 {
			continue
		}
		if !other.before(place) {
			break
		}
		at = i + 1
	}
	return at
}

// sourceLine is the place of a paragraph in the source: the line, and which
// paragraph of it.
type sourceLine struct{ line, part int }

func (a sourceLine) before(b sourceLine) bool {
	return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.part, b.part)) < 0
}

// lineAnchor is the anchor of a paragraph that comes from the source.
var lineAnchor = regexp.MustCompile(`^p([0-9]{1,9})(?:-([0-9]{1,9}))?$`)

// sourcePlace reads p31 and p31-2; zero for every other anchor.
func sourcePlace(anchor string) sourceLine {
	m := lineAnchor.FindStringSubmatch(anchor)
	if m == nil {
		return sourceLine{}
	}
	line, _ := strconv.Atoi(m[1])
	part, _ := strconv.Atoi(m[2])
	return sourceLine{line, part}
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
