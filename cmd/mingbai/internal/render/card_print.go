package render

import (
	"slices"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/plan"
)

// Room on paper, in Latin characters, from which the print takes a smaller type,
// so that every measure fits one page of A4. A browser test prints the longest.
const (
	shortPrint   = 1000 // up to it the type is larger: such cards are put up on walls
	longPrint    = 1900
	longerPrint  = 2800
	longestPrint = 3300
)

// roomOfLine is what a line of the card, of a list or of notes takes beside the
// text.
const roomOfLine = 90

// printSize classes a measure by the room it needs on paper.
func (d *measureParts) printSize() string {
	lines := (len(d.m.Audiences)+len(d.m.Benefits)+2)/3 + len(d.Sums().Phrases) + len(d.m.Roles) + 5*len(d.m.Children) + len(d.Cited())/2
	for _, t := range slices.Concat(d.Terms(), d.Work()) {
		lines += 1 + len(t.About)
	}
	for _, who := range d.Ask().Who {
		lines += 3 * len(who.Contacts)
	}
	room := roomOfLine * lines
	guide := d.Guide()
	for _, filled := range []string{guide.Conditions.Text, guide.Window.Text, guide.Address.Text, guide.Way, guide.Apply, guide.Interpretation} {
		if filled != "" {
			room += roomOfLine + 2*utf8.RuneCountInString(filled)
		}
	}
	for _, passage := range d.passages() {
		for _, b := range passage.Blocks {
			n := utf8.RuneCountInString(b.Text)
			if passage.Lang == plan.Zh {
				n *= 2 // a Chinese character is as wide as two Latin ones
			}
			room += n + roomOfLine/2
		}
	}
	switch {
	case room > longestPrint:
		return "longest"
	case room > longerPrint:
		return "longer"
	case room > longPrint:
		return "long"
	case room > shortPrint:
		return ""
	}
	return "short"
}
