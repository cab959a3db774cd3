package site

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// Row is a block of a text with its twin; one of the two may be missing.
type Row struct {
	Anchor string // of both; "" for what an editor wrote
	zh, en *Passage
}

// In is the row's block in a language, without its anchor, which is the row's;
// nil where the language lacks it.
func (r Row) In(lang plan.Lang) *Passage {
	if lang == plan.Zh {
		return r.zh
	}
	return r.en
}

// Rows is the whole body of a pair, block by block in both languages.
func Rows(p *Pair) []Row { return rows(p, p.Zh.Blocks(), p.En.Blocks()) }

// Rows is the paragraphs of one section of the plan in both languages.
func (p *Plan) Rows(section string) []Row {
	return rows(&p.Pair, p.Blocks(plan.Zh, section), p.Blocks(plan.En, section))
}

func rows(p *Pair, zh, en []content.Block) []Row {
	var out []Row
	for _, pair := range align(zh, en) {
		out = append(out, Row{
			Anchor: pair.anchor(),
			zh:     single(&p.Zh, plan.Zh, pair.own),
			en:     single(&p.En, plan.En, pair.twin),
		})
	}
	return out
}

// single is the passage of one block.
func single(l *content.Localized, lang plan.Lang, b *content.Block) *Passage {
	if b == nil {
		return nil
	}
	alone := *b
	alone.Anchor = ""
	return &Passage{Lang: lang, Path: l.Path, Blocks: []content.Block{alone}}
}

// blocks is a block with its twin; one of the two may be missing.
type blocks struct{ own, twin *content.Block }

func (b blocks) anchor() string {
	if b.own != nil {
		return b.own.Anchor
	}
	return b.twin.Anchor
}

// align pairs the blocks of both languages: the own ones in their order, and
// those that only the twin has, each in its place. A block is known by its
// anchor, and the anchors p31, p33 are the order of the source; a block without
// one, written by an editor, belongs after the one before it.
func align(own, twin []content.Block) []blocks {
	var all []blocks
	for i := range own {
		all = append(all, blocks{own: &own[i]})
	}
	at := 0 // where the next missing block goes
	for i := range twin {
		b := &twin[i]
		if found := indexOf(all, b.Anchor); found >= 0 {
			all[found].twin = b
			at = found + 1
			continue
		}
		if b.Anchor == "" && at < len(all) && all[at].anchor() == "" && all[at].own != nil {
			all[at].twin = b // an editor's paragraph in both languages
			at++
			continue
		}
		at = placeFor(all, at, sourcePlace(b.Anchor))
		all = slices.Insert(all, at, blocks{twin: b})
		at++
	}
	return all
}

// indexOf is the place of an anchor, or -1.
func indexOf(all []blocks, anchor string) int {
	return slices.IndexFunc(all, func(b blocks) bool { return anchor != "" && b.anchor() == anchor })
}

// placeFor moves on from at over what stands earlier in the source.
func placeFor(all []blocks, at int, place sourceLine) int {
	if place.line == 0 {
		return at
	}
	for i := at; i < len(all); i++ {
		other := sourcePlace(all[i].anchor())
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

// addParallel makes the side-by-side pages of a text. There is one for each
// language of the interface, with the same rows, so that the language switch
// works on them as everywhere; a site in one language has none, nor has one that
// leaves them out.
func (b *builder) addParallel(of pages) {
	if of.en == nil || b.site.Omits(ParallelPage) || b.site.byURL[of.zh.URL] != of.zh {
		return // the text lost its address to another page, which is a finding already
	}
	about := *of.zh
	about.Kind = ParallelPage
	url := strings.TrimSuffix(strings.TrimPrefix(of.zh.URL, "zh/"), ".html") + ".both.html"
	both := b.addPage(about, url, pages{of.zh.Parent, of.en.Parent}, nil)
	both.zh.Single, both.en.Single = of.zh, of.en
	of.zh.Parallel, of.en.Parallel = both.zh, both.en
}

// Canonical is the page under which search engines are to know this one:
// itself, and for a side-by-side page, which repeats the text in both
// languages, the page with the text that has force.
func (p *Page) Canonical() *Page {
	if p.Single != nil {
		return p.Single.In(plan.Zh)
	}
	return p
}
