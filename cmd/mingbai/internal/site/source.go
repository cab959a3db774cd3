package site

import (
	"fmt"

	"mingbai/cmd/mingbai/internal/plan"
)

// SourcePart is one page's share of a document's text as issued.
type SourcePart struct {
	pages
	Number      int // from 1
	First, Last int // lines, from 1; Last is 0 where the document keeps no text
}

// partBytes bounds the text of one page, in UTF-8. With the marks around it and
// packed for the wire, a page of that much Chinese stays well below 30 KB.
const partBytes = 60 << 10

// addSource makes the pages that show the text as issued. The first one always
// has the same address; a line keeps its anchor in whichever part it stands.
func (b *builder) addSource(d *Document) {
	if b.site.Omits(SourcePage) {
		return
	}
	for _, part := range divide(d.Lines, partBytes) {
		url := d.Slug + "/source.html"
		if part.Number > 1 {
			url = fmt.Sprintf("%s/source-%d.html", d.Slug, part.Number)
		}
		part.pages = b.addPage(Page{Kind: SourcePage, Document: d, Part: part}, url, d.pages, nil)
		d.Parts = append(d.Parts, part)
	}
	d.AsIssued = d.Parts[0].pages
}

// divide divides lines into as few parts of at most so many bytes as will do,
// all about equally long. A line stays whole, however long.
func divide(lines []string, most int) []*SourcePart {
	total := 0
	for _, l := range lines {
		total += len(l)
	}
	count := max(1, (total+most-1)/most)
	part := &SourcePart{Number: 1, First: 1}
	parts := []*SourcePart{part}
	sum := 0
	for i, l := range lines {
		// A new part begins where the sum is nearest to an equal share.
		if due := total * part.Number / count; part.Last > 0 && part.Number < count && sum+len(l)/2 > due {
			part = &SourcePart{Number: part.Number + 1, First: i + 1}
			parts = append(parts, part)
		}
		sum += len(l)
		part.Last = i + 1
	}
	return parts
}

// PageOfLine is the page on which a line of the text as issued stands; nil
// where the document has no such line.
func (d *Document) PageOfLine(line int, lang plan.Lang) *Page {
	for _, part := range d.Parts {
		if part.First <= line && line <= part.Last {
			return part.Page(lang)
		}
	}
	return nil
}
