package site

import (
	"slices"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// Provenance says what a paragraph is. English is a translation of Chinese;
// Chinese that is not as issued was put back from the English of the document.
type Provenance struct {
	State    content.State // Original for text as issued
	Outdated bool          // the source has changed since
	Line     int           // of the document as issued; 0 where the paragraph has none
}

// ProvenanceOf is the provenance of the paragraph with an anchor in the text
// of a pair in lang.
func ProvenanceOf(p *Pair, lang plan.Lang, anchor string) Provenance {
	out := Provenance{Line: sourcePlace(anchor).line}
	t := p.In(lang).Translation
	if t == nil || t.State == Missing || len(t.Only) > 0 && !slices.Contains(t.Only, anchor) {
		return out
	}
	out.State, out.Outdated = t.State, slices.Contains(t.Outdated, anchor)
	return out
}

// titleAnchor stands for the title in lists of anchors.
const titleAnchor = "title"

// TitleOutdated reports whether the title's source has changed since it was
// translated or restored.
func TitleOutdated(p *Pair, lang plan.Lang) bool {
	t := p.In(lang).Translation
	return t != nil && slices.Contains(t.Outdated, titleAnchor)
}
