package check

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// similar is the share of pairs of characters that two texts must have in common
// to count as one measure told twice, and mostAlike how many measures with the
// same sums are compared with each other.
const (
	similar   = 0.7
	mostAlike = 50
)

var repeatCheck = treeCheck{
	rules: []*diag.Rule{repeatedAmounts},
	run: func(r *treeReport, doc *content.Document) {
		bySums := map[string][]*measured{}
		for _, m := range measures(doc) {
			sums := sumsOf(m)
			if sums == "" {
				continue
			}
			own := &measured{id: m.ID, bodies: [2]string{m.Zh.Body, m.En.Body}}
			for _, earlier := range bySums[sums] {
				if similarity(earlier, own) >= similar {
					r.file(&m.Zh, repeatedAmounts, earlier.id, sums)
					break
				}
			}
			if len(bySums[sums]) < mostAlike {
				bySums[sums] = append(bySums[sums], own)
			}
		}
	},
}

// sumsOf lists the sums of money of a measure; percentages add up to nothing.
func sumsOf(m *content.Measure) string {
	var sums []string
	for _, a := range m.Amounts {
		if a.Unit == plan.CNY {
			sums = append(sums, fmt.Sprintf("%.0f CNY", a.Value))
		}
	}
	return strings.Join(sums, ", ")
}

// measured is a measure with the pairs of its bodies, once they were asked for.
type measured struct {
	id     string
	bodies [2]string // in both languages
	pairs  [2]map[[2]rune]bool
}

func (m *measured) bigrams(i int) map[[2]rune]bool {
	if m.pairs[i] == nil {
		m.pairs[i] = bigrams(m.bodies[i])
	}
	return m.pairs[i]
}

// similarity is the share of pairs of neighbouring characters that two
// measures have in common (Jaccard), the better of both languages: 1 for the
// same text.
func similarity(a, b *measured) float64 {
	best := 0.0
	for i := range a.bodies {
		x, y := a.bigrams(i), b.bigrams(i)
		common := 0
		for pair := range x {
			if y[pair] {
				common++
			}
		}
		if all := len(x) + len(y) - common; all > 0 {
			best = max(best, float64(common)/float64(all))
		}
	}
	return best
}

var bodyAnchor = regexp.MustCompile(`\{#[^}]*\}`)

// bigrams are the pairs of neighbouring letters and digits of a text.
func bigrams(s string) map[[2]rune]bool {
	pairs := map[[2]rune]bool{}
	var last rune
	for _, c := range bodyAnchor.ReplaceAllString(s, "") {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			continue
		}
		if last != 0 {
			pairs[[2]rune{last, c}] = true
		}
		last = c
	}
	return pairs
}

var repeatedAmounts = &diag.Rule{
	Code: "K702", Severity: diag.Info,
	Title:   diag.Text{En: "the same sums twice", Zh: "金额重复"},
	Message: diag.Text{En: "the measure repeats %s nearly word for word, with the same sums: %s", Zh: "该举措与 %s 几乎逐字相同，金额也相同：%s"},
	Hint:    diag.Text{En: "do not add these sums up", Zh: "请勿将这些金额相加"},
	Explain: diag.Text{
		En: "Two plans of a document often contain the same measure. Whoever adds up all sums of the document would count its money twice.",
		Zh: "同一文件的两个方案常有相同的举措。如果把文件中的金额全部相加，这笔钱会被算两次。",
	},
	Example: "m03: 安排专项资金 5亿元支持企业上云；m11: 安排专项资金 5亿元，支持企业上云",
}
