package render

import (
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/site"
)

// shadeSteps is how many shades the heat map has.
const shadeSteps = 5

// Shade is a step of the heat map and the numbers that it stands for.
type Shade struct {
	Step int
	Text string // 3–4
}

// heatScale maps numbers to shades, the greatest number to the last.
type heatScale struct{ most int }

func newScale(rows []site.MatrixRow) heatScale {
	var s heatScale
	for _, row := range rows {
		for _, cell := range row.Cells {
			s.most = max(s.most, len(cell.Tasks))
		}
	}
	return s
}

// step is the shade of a number: 1 to shadeSteps.
func (s heatScale) step(n int) int {
	if s.most <= shadeSteps {
		return n
	}
	return (n*shadeSteps + s.most - 1) / s.most
}

// shades say which numbers each shade stands for.
func (s heatScale) shades() []Shade {
	var all []Shade
	for n := 1; n <= s.most; n++ {
		step := s.step(n)
		if len(all) == 0 || all[len(all)-1].Step != step {
			all = append(all, Shade{step, strconv.Itoa(n)})
			continue
		}
		from, _, _ := strings.Cut(all[len(all)-1].Text, "–")
		all[len(all)-1].Text = from + "–" + strconv.Itoa(n)
	}
	return all
}
