package check

import (
	"regexp"
	"strings"
)

const (
	enMonths   = `January|February|March|April|May|June|July|August|September|October|November|December`
	enOrdinals = `first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth`
	enWords    = `two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety`
	enDigits   = `(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?`
	enMultiple = `(hundred|thousand|million|billion|trillion)`
)

// enIdioms hold number words that count nothing.
var enIdioms = regexp.MustCompile(`(?i)\bthird[- ](?:part(?:y|ies)|board)\b|\bone another\b|\bon the one hand\b`)

var (
	enDocument = regexp.MustCompile(`\[(\d{4})\] No\. ?(\d+)`)
	enDayRange = regexp.MustCompile(`\b(\d{1,2})(?: to | and | until |–|-)(\d{1,2}) (` + enMonths + `)\b`)
	enDay      = regexp.MustCompile(`\b(\d{1,2}) (` + enMonths + `)\b`)
	enMonthDay = regexp.MustCompile(`\b(` + enMonths + `) (\d{1,2})\b`)
	enMonth    = regexp.MustCompile(`(?:\b(end|beginning|start) of )?\b(January|February|March|April|June|July|August|September|October|November|December|May(?: \d{4}))\b`)
	enMay      = regexp.MustCompile(`\b(?:(end|beginning|start) of|by|in|from|to|until|since|through) May\b`)
	enYearEnd  = regexp.MustCompile(`\bend of (\d{4})\b`)
	enQuarters = regexp.MustCompile(`(?i)\b((?:(?:first|second|third|fourth)(?:, | and | to |, and ))*(?:first|second|third|fourth)) quarters?\b`)
	enHalf     = regexp.MustCompile(`(?i)\b(first|second) half of\b`)
	enMarker   = regexp.MustCompile(`(?:^|[.;:,]\s+|\band )(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|(?i:` + enOrdinals + `)),`)
	enBracket  = regexp.MustCompile(`(?:^|\s)\((\d{1,2})\)`)
	enFraction = regexp.MustCompile(`(?i)\b(one|two|three|a)[- ](third|fifth|tenth)s?\b`)
	enRange    = regexp.MustCompile(enDigits + `(?:–|-)` + enDigits + ` ` + enMultiple)
	enNumber   = regexp.MustCompile(enDigits + `(?:[ -]` + enMultiple + `\b)?(%| percent\b| per cent\b|[ -]percentage[ -]points?)?`)
	enWord     = regexp.MustCompile(`(?i)\b(` + enWords + `)(?:-(one|two|three|four|five|six|seven|eight|nine))?(?:[ -]` + enMultiple + `)?(%| percent\b| percentage points?)?\b`)
	enLoose    = regexp.MustCompile(`(?i)\b(` + enOrdinals + `|twentieth|one|a|an|each|both|double[ds]?|twice|two-way|half|single)\b`)
)

var looseValues = map[string]float64{"one": 1, "a": 1, "an": 1, "each": 1, "single": 1, "both": 2, "double": 2, "doubles": 2, "doubled": 2, "twice": 2, "half": 2, "twentieth": 20}

// enFacts reads what an English text counts and dates.
func enFacts(text string) *facts {
	f := newFacts()
	text = eat(text, enDocument, func(m []string) { f.add(documentFact, m[1]+"-"+m[2]) })
	text = eat(text, enIdioms, nil)
	text = enDates(f, text)
	marker := func(v float64) { f.add(markerFact, decimal(v)) }
	text = eat(text, enMarker, func(m []string) { marker(ordinal(m[1])) })
	text = eat(text, enBracket, func(m []string) { marker(float64(atoi(m[1]))) })
	text = eat(text, enFraction, func(m []string) {
		part := map[string]string{"third": "3", "fifth": "5", "tenth": "10"}[strings.ToLower(m[2])]
		f.add(numberFact, decimal(max(1, wordValue(m[1])))+"/"+part)
	})
	text = enRange.ReplaceAllString(text, "$1$2 $5 and $3$4 $5")
	text = eat(text, enNumber, func(m []string) {
		f.number(parseNumber(m[1]+m[2], m[3]), enUnit(m[4]), isYear(m[1]+m[2]) && m[3]+m[4] == "")
	})
	eat(text, enLoose, func(m []string) {
		if word := strings.ToLower(m[1]); looseValues[word] > 0 {
			f.allow(looseValues[word])
		} else {
			f.allow(ordinal(word))
		}
	})
	eat(text, enWord, func(m []string) {
		v := wordValue(m[1]) + wordValue(m[2])
		if factor, ok := multipliers[strings.ToLower(m[3])]; ok {
			v *= factor
		}
		f.number(v, enUnit(m[4]), false)
	})
	return f
}

func enDates(f *facts, text string) string {
	text = eat(text, enQuarters, func(m []string) {
		for word := range strings.FieldsFuncSeq(m[1], func(r rune) bool { return r == ' ' || r == ',' }) {
			if v := ordinal(word); v > 0 {
				f.add(dateFact, "Q"+decimal(v))
			}
		}
	})
	text = eat(text, enHalf, func(m []string) { f.add(dateFact, "H"+decimal(ordinal(m[1]))) })
	text = eat(text, enDayRange, func(m []string) {
		f.add(dateFact, day(month(m[3]), atoi(m[1])))
		f.add(dateFact, day(month(m[3]), atoi(m[2])))
	})
	text = eat(text, enDay, func(m []string) { f.add(dateFact, day(month(m[2]), atoi(m[1]))) })
	text = eat(text, enMonthDay, func(m []string) { f.add(dateFact, day(month(m[1]), atoi(m[2]))) })
	text = eat(text, enMonth, func(m []string) {
		f.add(dateFact, monthFact(month(m[2]), m[1]))
		if _, year, ok := strings.Cut(m[2], " "); ok {
			f.add(dateFact, year)
		}
	})
	text = eat(text, enMay, func(m []string) { f.add(dateFact, monthFact(5, m[1])) })
	return eat(text, enYearEnd, func(m []string) {
		f.add(dateFact, m[1])
		f.add(dateFact, "year-end")
	})
}

func enUnit(word string) string {
	switch {
	case word == "":
		return ""
	case strings.Contains(word, "point"):
		return "pp"
	}
	return "%"
}

// month is the number of a month's English name, which may have a year behind.
func month(name string) int {
	name, _, _ = strings.Cut(name, " ")
	return indexOf(enMonths, name)
}

func ordinal(word string) float64 { return float64(indexOf(enOrdinals, strings.ToLower(word))) }

// wordValue is the value of a number word, 0 where it is none.
func wordValue(word string) float64 {
	word = strings.ToLower(word)
	switch i := indexOf(enWords, word); {
	case word == "one":
		return 1
	case i == 0:
		return 0
	case i <= indexOf(enWords, "twenty"):
		return float64(i + 1)
	default:
		return float64(20 + 10*(i-indexOf(enWords, "twenty")))
	}
}

// indexOf is the 1-based place of a word among alternatives, or 0.
func indexOf(alternatives, word string) int {
	for i, w := range strings.Split(alternatives, "|") {
		if w == word {
			return i + 1
		}
	}
	return 0
}
