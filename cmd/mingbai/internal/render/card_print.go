package render

import (
	"html/template"
	"slices"
	"strconv"
	"unicode/utf8"

	"rsc.io/qr" // a small encoder without dependencies, by the author of Go's own; it gives modules, not a picture

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// QR is a code that leads from paper to the page.
type QR struct {
	Address string
	Size    int           // of the picture in modules, with its quiet zone
	Path    template.HTML // the dark modules, as the d of a path that is one module wide
}

// quietZone is the light margin that readers need, in modules (ISO/IEC 18004).
const quietZone = 4

// qr is the code of the page's canonical address, made with the page: the same
// address gives the same bytes. nil where the site has no address, or where it
// is too long for a code.
func (p *pager) qr() *QR {
	address := p.site.Absolute(p.page.Canonical().URL)
	if address == "" {
		return nil
	}
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		return nil
	}
	return &QR{Address: address, Size: code.Size + 2*quietZone, Path: template.HTML(modules(code))}
}

// modules draws the runs of dark modules of every row as lines, each from the
// end of the one before: that is the shortest way to write them.
func modules(code *qr.Code) string {
	var path []byte
	put := func(letter string, number int) {
		path = strconv.AppendInt(append(path, letter...), int64(number), 10)
	}
	atX, atY := 0, 0
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			run := 0
			for code.Black(x+run, y) {
				run++
			}
			if run == 0 {
				continue
			}
			if len(path) == 0 {
				put("M", x+quietZone)
				put(" ", y+quietZone)
				path = append(path, ".5"...)
			} else {
				put("m", x-atX)
				put(" ", y-atY)
			}
			put("h", run)
			x += run
			atX, atY = x, y
		}
	}
	return string(path)
}

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
func (d *MeasureData) printSize(body []site.Passage) string {
	lines := (len(d.For)+len(d.Gives)+2)/3 + len(d.Sums.Phrases) + len(d.Roles) + 5*len(d.Children) + len(d.Cited)/2
	for _, t := range slices.Concat(d.Terms, d.Work) {
		lines += 1 + len(t.About)
	}
	for _, who := range d.Ask.Who {
		lines += 3 * len(who.Contacts)
	}
	room := roomOfLine * lines
	for _, filled := range []string{d.Guide.Conditions.Text, d.Guide.Window.Text, d.Guide.Address.Text, d.Guide.Way, d.Guide.Apply, d.Guide.Interpretation} {
		if filled != "" {
			room += roomOfLine + 2*utf8.RuneCountInString(filled)
		}
	}
	for _, passage := range body {
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
