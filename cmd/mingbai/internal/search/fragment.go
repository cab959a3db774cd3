package search

import "strings"

// fragment is what a result shows of a page.
type fragment struct {
	URL    string      `json:"u"`
	Kind   string      `json:"k"`
	Number string      `json:"n,omitempty"`
	Title  string      `json:"t"`
	Within string      `json:"w,omitempty"` // title of the nearest thing it belongs to
	Limits [][3]string `json:"l,omitempty"` // kind, start, end
	Text   string      `json:"x,omitempty"`
}

// mostText bounds the text of which excerpts are cut, in characters.
const mostText = 2400

func newFragment(d *Document) fragment {
	f := fragment{URL: d.URL, Kind: d.Kind, Number: d.Number, Title: d.Title}
	if n := len(d.Within); n > 0 {
		f.Within = d.Within[n-1]
	}
	for _, l := range d.Facets.Limits {
		f.Limits = append(f.Limits, [3]string{l.Kind, l.Start, l.End})
	}
	f.Text = strings.Join(d.Body, "\n")
	if runes := []rune(f.Text); len(runes) > mostText {
		f.Text = string(runes[:mostText])
	}
	return f
}
