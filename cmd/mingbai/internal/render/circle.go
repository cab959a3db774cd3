package render

import (
	"fmt"

	"mingbai/cmd/mingbai/internal/site"
)

// Circle is whom a department works with: those it shares the most measures
// with as a picture, all of them as a table.
type Circle struct {
	Name   Name
	Drawn  []Tie
	Height int
	Table  []PartnerRow
}

// Tie is a partner in the picture, with the ribbon that leads to it.
type Tie struct {
	CountedLink
	Ribbon string // path data, in a box 100 wide and as high as the picture
}

// PartnerRow is a partner in the table.
type PartnerRow struct {
	CountedLink
	W Share // of the most measures shared with one
}

// Measures of the picture, in the units of its box. It is stretched to the rows
// of names beside it, so only their proportions matter.
const (
	drawnPartners = 8
	tieHeight     = 48
	widestRibbon  = 36
	thinnest      = 2
)

// circle is nil for a department without partners.
func (p *pager) circle(dep *site.Department) *Circle {
	if len(dep.Partners) == 0 {
		return nil
	}
	most := dep.Partners[0].Measures
	drawn := first(dep.Partners, drawnPartners)
	c := &Circle{Name: p.department(dep).Name, Height: tieHeight * len(drawn)}
	for _, partner := range dep.Partners {
		l := CountedLink{p.department(partner.Department), partner.Measures}
		c.Table = append(c.Table, PartnerRow{l, Share(partner.Measures) / Share(most)})
	}
	widths := make([]float64, len(drawn))
	total := 0.0
	for i, partner := range drawn {
		widths[i] = max(float64(partner.Measures)/float64(most)*widestRibbon, thinnest)
		total += widths[i]
	}
	// They leave the department side by side, in the middle of its height.
	from := (float64(c.Height) - total) / 2
	for i, w := range widths {
		to := float64(i*tieHeight) + tieHeight/2 - w/2
		c.Drawn = append(c.Drawn, Tie{c.Table[i].CountedLink, ribbon(from, to, w)})
		from += w
	}
	return c
}

// ribbon is a band of one height from the left edge to the right one.
func ribbon(from, to, height float64) string {
	return fmt.Sprintf("M0 %.1fC50 %.1f 50 %.1f 100 %.1fV%.1fC50 %.1f 50 %.1f 0 %.1fZ",
		from, from, to, to, to+height, to+height, from+height, from+height)
}
