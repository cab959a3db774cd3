package render

import (
	"math"
	"strconv"

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
	var path []byte
	put := func(before string, y float64) {
		path = strconv.AppendFloat(append(path, before...), math.Round(y*10)/10, 'f', -1, 64)
	}
	put("M0 ", from)
	put("C50 ", from)
	put(" 50 ", to)
	put(" 100 ", to)
	put("V", to+height)
	put("C50 ", to+height)
	put(" 50 ", from+height)
	put(" 0 ", from+height)
	return string(append(path, 'z'))
}
