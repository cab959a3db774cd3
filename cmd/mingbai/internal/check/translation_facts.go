package check

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// factKind classes what must be the same in both languages.
type factKind int

const (
	numberFact   factKind = iota // numbers, sums and percentages: 500000000, 50%, 3pp
	dateFact                     // years, days, months, quarters: 2022, 06-30, 06, 06-end, Q4, H1
	documentFact                 // document numbers: 2022-42
	markerFact                   // list markers: 1 for 一是, First, and (1)
)

// fact is one number, date or the like in a form that does not depend on the
// language.
type fact struct {
	kind  factKind
	value string
}

// facts counts what a text says. What is only in loose (一, one, both, 双) can be
// the counterpart of a number, but needs none.
type facts struct {
	firm  map[fact]int
	loose map[fact]bool
}

func newFacts() *facts { return &facts{firm: map[fact]int{}, loose: map[fact]bool{}} }

func (f *facts) add(kind factKind, value string) { f.firm[fact{kind, value}]++ }

func (f *facts) allow(values ...float64) {
	for _, v := range values {
		f.loose[fact{numberFact, decimal(v)}] = true
	}
}

// number adds a number, or a year where it can be nothing else.
func (f *facts) number(v float64, unit string, year bool) {
	if year {
		f.add(dateFact, decimal(v))
		return
	}
	f.add(numberFact, decimal(v)+unit)
}

// decimal writes a value the same however it was computed: 2.5万 is 25000.
func decimal(v float64) string { return strconv.FormatFloat(v, 'g', 12, 64) }

// lacking gives those facts of a kind in f that other has not at all, and
// those that it has less often; sorted.
func (f *facts) lacking(other *facts, kind factKind) (none, fewer []string) {
	for _, k := range slices.SortedFunc(maps.Keys(f.firm), func(a, b fact) int { return strings.Compare(a.value, b.value) }) {
		if k.kind != kind || other.loose[k] {
			continue
		}
		switch n := other.firm[k]; {
		case n == 0 && !other.asNumber(k):
			none = append(none, k.value)
		case n > 0 && n < f.firm[k] && kind == numberFact:
			fewer = append(fewer, k.value)
		}
	}
	return none, fewer
}

// asNumber finds a year that stands as a plain number, and the other way
// round: 2000户 and “2000 households” look like years in one language only.
func (f *facts) asNumber(k fact) bool {
	switch k.kind {
	case numberFact:
		return f.firm[fact{dateFact, k.value}] > 0
	case dateFact:
		return f.firm[fact{numberFact, k.value}] > 0
	}
	return false
}

var multipliers = map[string]float64{
	"百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12,
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}

// parseNumber reads "1,307", "2.5" with a multiplier word, which may be empty.
func parseNumber(digits, multiplier string) float64 {
	v, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	if err != nil {
		return 0
	}
	if m, ok := multipliers[multiplier]; ok {
		v *= m
	}
	return v
}

func isYear(digits string) bool {
	return len(digits) == 4 && (strings.HasPrefix(digits, "19") || strings.HasPrefix(digits, "20"))
}

func day(month, day int) string { return fmt.Sprintf("%02d-%02d", month, day) }

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
