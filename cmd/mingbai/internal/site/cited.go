package site

import (
	"slices"
	"strings"
	"sync"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// Citation is a document, a list or another work that a text names in 《》, or
// by its number alone. It stands as the Chinese text has it; a translation of
// it would be nobody's title.
type Citation struct {
	Title    string    // without the marks; "" where the text gives a number alone
	Number   string    // 国发〔2022〕12号; "" where the text gives none
	Anchors  []string  // of the paragraphs that cite it, each once
	Document *Document // where it is a document of this site; else nil
}

// citedIndex finds the site's own documents by number and by title.
type citedIndex map[string]*Document

func newCitedIndex(documents []*Document) citedIndex {
	index := citedIndex{}
	for _, d := range documents {
		for _, key := range []string{wholeNumber(d.Number), titleKey(d.Zh.Title)} {
			if index[key] == nil && key != "" {
				index[key] = d
			}
		}
	}
	return index
}

// titleKey is a title without what may differ from mention to mention.
func titleKey(title string) string {
	return titleMarks.Replace(title)
}

var titleMarks = strings.NewReplacer("〈", "《", "〉", "》", " ", "", "(", "（", ")", "）")

// citations lists what the Chinese text of a pair cites, each once, in order. A
// title that comes again without its number is the one that had it.
func (index citedIndex) citations(p *Pair) []*Citation {
	var out []*Citation
	for _, b := range p.In(plan.Zh).Blocks() {
		for _, c := range readCitations(PlainText(b.Text)) {
			same := slices.IndexFunc(out, func(o *Citation) bool { return o.sameAs(c) })
			if same < 0 {
				c.Document = index.document(c)
				out = append(out, &c)
				same = len(out) - 1
			}
			out[same].cite(c, b)
		}
	}
	return out
}

func (index citedIndex) document(c Citation) *Document {
	if d := index[c.Number]; d != nil && c.Number != "" {
		return d
	}
	return index[titleKey(c.Title)]
}

func (c *Citation) sameAs(o Citation) bool {
	if c.Number != "" && o.Number != "" {
		return c.Number == o.Number
	}
	return c.Title != "" && c.Title == o.Title
}

// cite notes one more place, and what it says beyond the others.
func (c *Citation) cite(o Citation, b content.Block) {
	if c.Number == "" {
		c.Number = o.Number
	}
	if c.Title == "" {
		c.Title = o.Title
	}
	if b.Anchor != "" && !slices.Contains(c.Anchors, b.Anchor) {
		c.Anchors = append(c.Anchors, b.Anchor)
	}
}

// Citations are the documents that the text of the measure cites, in order. The
// texts of a document are read for them when the first is asked for.
func (m *Measure) Citations() []*Citation {
	m.Plan.Document.readTexts()
	return m.citations
}

// readTexts reads what the measures of the document cite, once.
func (d *Document) readTexts() {
	d.texts.Do(func() {
		together(len(d.Measures), func(i int) {
			m := d.Measures[i]
			m.citations = d.cited().citations(&m.Pair)
		})
	})
}

// numberMeasures numbers the measures of the site, and readies their texts to be
// read.
func (b *builder) numberMeasures() {
	index := sync.OnceValue(func() citedIndex { return newCitedIndex(b.site.Documents) })
	order := 0
	for _, d := range b.site.Documents {
		d.cited = index
		for _, m := range d.Measures {
			m.order = order
			order++
		}
	}
}
