package check

import "strings"

const (
	enMonths   = `January|February|March|April|May|June|July|August|September|October|November|December`
	enOrdinals = `first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth`
	enWords    = `two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety`
	enDigits   = `(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?`
	enMultiple = `(hundred|thousand|million|billion|trillion)`
)

// What an English text can have; see lookEnglish.
const (
	enDigit      signs = 1 << iota
	enMonthName        // with or without a day
	enQuarterly        // quarter, quarters
	enHalfWord         // half
	enOrdinalSet       // an ordinal before a comma
	enBracketed        // a bracket before a digit
	enPart             // third, fifth, tenth, and the like
	enDash             // a dash behind a digit
	enIdiomWord        // third, another, hand
	enEnd              // end
	enNumeral          // two, three …
	enSquare           // a square bracket
)

// enIdioms hold number words that count nothing.
var enIdioms = newForm(enIdiomWord, `(?i)\bthird[- ](?:part(?:y|ies)|board)\b|\bone another\b|\bon the one hand\b`)

var (
	enDocument = newForm(enDigit|enSquare, `\[(\d{4})\] No\. ?(\d+)`)
	enDayRange = newForm(enDigit|enMonthName, `\b(\d{1,2})(?: to | and | until |–|-)(\d{1,2}) (`+enMonths+`)\b`)
	enDay      = newForm(enDigit|enMonthName, `\b(\d{1,2}) (`+enMonths+`)\b`)
	enMonthDay = newForm(enDigit|enMonthName, `\b(`+enMonths+`) (\d{1,2})\b`)
	enMonth    = newForm(enMonthName, `(?:\b(end|beginning|start) of )?\b(January|February|March|April|June|July|August|September|October|November|December|May(?: \d{4}))\b`)
	enMay      = newForm(enMonthName, `\b(?:(end|beginning|start) of|by|in|from|to|until|since|through) May\b`)
	enYearEnd  = newForm(enDigit|enEnd, `\bend of (\d{4})\b`)
	enQuarters = newForm(enQuarterly, `(?i)\b((?:(?:first|second|third|fourth)(?:, | and | to |, and ))*(?:first|second|third|fourth)) quarters?\b`)
	enHalf     = newForm(enHalfWord, `(?i)\b(first|second) half of\b`)
	enMarker   = newForm(enOrdinalSet, `(?:^|[.;:,]\s+|\band )(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|(?i:`+enOrdinals+`)),`)
	enBracket  = newForm(enBracketed, `(?:^|\s)\((\d{1,2})\)`)
	enFraction = newForm(enPart, `(?i)\b(one|two|three|a)[- ](third|fifth|tenth)s?\b`)
	enRange    = newForm(enDash, enDigits+`(?:–|-)`+enDigits+` `+enMultiple)
	enWord     = newForm(enNumeral, `(?i)\b(`+enWords+`)(?:-(one|two|three|four|five|six|seven|eight|nine))?(?:[ -]`+enMultiple+`)?(%| percent\b| percentage points?)?\b`)
	enLoose    = newForm(0, `(?i)\b(`+enOrdinals+`|twentieth|one|a|an|each|both|double[ds]?|twice|two-way|half|single)\b`)
)

var looseValues = map[string]float64{"one": 1, "a": 1, "an": 1, "each": 1, "single": 1, "both": 2, "double": 2, "doubles": 2, "doubled": 2, "twice": 2, "half": 2, "twentieth": 20}

// enFacts reads what an English text counts and dates.
func enFacts(text string) *facts {
	f := newFacts()
	r := newReading(text, lookEnglish)
	r.eat(enDocument, func(m []string) { f.add(documentFact, m[1]+"-"+m[2]) })
	r.eat(enIdioms, nil)
	enDates(f, r)
	marker := func(v float64) { f.add(markerFact, decimal(v)) }
	r.eat(enMarker, func(m []string) { marker(ordinal(m[1])) })
	r.eat(enBracket, func(m []string) { marker(float64(atoi(m[1]))) })
	r.eat(enFraction, func(m []string) {
		part := map[string]string{"third": "3", "fifth": "5", "tenth": "10"}[strings.ToLower(m[2])]
		f.add(numberFact, decimal(max(1, wordValue(m[1])))+"/"+part)
	})
	r.replace(enRange, "$1$2 $5 and $3$4 $5")
	if r.signs&enDigit != 0 {
		r.eatAt(nextDigit, func(text string) int { return enNumber(f, text) })
	}
	enLooseNumbers(r, f)
	r.eat(enWord, func(m []string) {
		v := wordValue(m[1]) + wordValue(m[2])
		if factor, ok := multipliers[strings.ToLower(m[3])]; ok {
			v *= factor
		}
		f.number(v, enUnit(m[4]), false)
	})
	return f
}

func enDates(f *facts, r *reading) {
	r.eat(enQuarters, func(m []string) {
		for word := range strings.FieldsFuncSeq(m[1], func(r rune) bool { return r == ' ' || r == ',' }) {
			if v := ordinal(word); v > 0 {
				f.add(dateFact, "Q"+decimal(v))
			}
		}
	})
	r.eat(enHalf, func(m []string) { f.add(dateFact, "H"+decimal(ordinal(m[1]))) })
	r.eat(enDayRange, func(m []string) {
		f.add(dateFact, day(month(m[3]), atoi(m[1])))
		f.add(dateFact, day(month(m[3]), atoi(m[2])))
	})
	r.eat(enDay, func(m []string) { f.add(dateFact, day(month(m[2]), atoi(m[1]))) })
	r.eat(enMonthDay, func(m []string) { f.add(dateFact, day(month(m[1]), atoi(m[2]))) })
	r.eat(enMonth, func(m []string) {
		f.add(dateFact, monthFact(month(m[2]), m[1]))
		if _, year, ok := strings.Cut(m[2], " "); ok {
			f.add(dateFact, year)
		}
	})
	r.eat(enMay, func(m []string) { f.add(dateFact, monthFact(5, m[1])) })
	r.eat(enYearEnd, func(m []string) {
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
