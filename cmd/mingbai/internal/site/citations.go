package site

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A 发文字号 (GB/T 9704) is the symbol of an office, a year in brackets and a
// serial number, in whatever brackets it was typed: 国发〔2022〕12号. A bracket that
// closes too early is a slip met in practice: 云政办发〔2022〕42）号. An announcement or
// an order has a number without a symbol.
const (
	yearAndSerial = `[〔\[［(（]\d{4}[〕\]］)）]\d{1,5}(?:[）)]?号)?`
	announcement  = `(?:\p{Han}{0,12}公告)?\d{4}年第\d{1,4}号(?:公告)?|(?:\p{Han}{2,12}令)?第\d{1,4}号(?:令)?`
	longestSymbol = 12 // characters
)

var (
	numberForm = regexp.MustCompile(yearAndSerial)
	// numberBehind is a number right behind a title, in brackets or without any.
	numberBehind = regexp.MustCompile(`^\s*[（(]\s*(\p{Han}{2,16}` + yearAndSerial + `|` + announcement + `)\s*[）)]?|^\s*(\p{Han}{2,16}` + yearAndSerial + `)`)
	// numberBefore is what may stand between a number and the title behind it.
	numberBefore = regexp.MustCompile(`^[）)]?(?:文件|文)?\s*$`)
	// leadIn is the end of the sentence that a number stands in: a symbol is
	// made of Chinese characters as the words before it are.
	leadIn = regexp.MustCompile(`^\p{Han}*(?:按照?|根据|依据|依照|落实|贯彻|执行|参照|遵照|见|和|与|及|印发|转发|的|在|由|以)(\p{Han}{2,})$`)
)

// numberSpans finds the numbers with a symbol in a text. The symbol is looked
// for backwards from the year, which is rare: a long text has few.
func numberSpans(text string) [][]int {
	var spans [][]int
	if !mayHoldYear(text) {
		return nil
	}
	for _, m := range numberForm.FindAllStringIndex(text, -1) {
		start, length := m[0], 0
		for length < longestSymbol {
			r, size := utf8.DecodeLastRuneInString(text[:start])
			if !unicode.Is(unicode.Han, r) {
				break
			}
			start -= size
			length++
		}
		if symbol := leadIn.FindStringSubmatchIndex(text[start:m[0]]); symbol != nil {
			start += symbol[2]
		}
		if m[0]-start >= len("国发") {
			spans = append(spans, []int{start, m[1]})
		}
	}
	return spans
}

// mayHoldYear reports whether four digits stand behind a bracket: few
// paragraphs have a number, and all are read.
func mayHoldYear(text string) bool {
	digits := 0
	for i := len(text) - 1; i >= 0; i-- {
		if '0' <= text[i] && text[i] <= '9' {
			digits++
			continue
		}
		if digits == len("2022") {
			if r, _ := utf8.DecodeLastRuneInString(text[:i+1]); strings.ContainsRune("〔[［(（", r) {
				return true
			}
		}
		digits = 0
	}
	return false
}

// titles finds what stands in 《》; a title within a title belongs to it.
func titles(text string) [][]int {
	var found [][]int
	if !strings.Contains(text, "《") {
		return nil
	}
	depth, start := 0, 0
	for i, r := range text {
		switch r {
		case '《':
			if depth == 0 {
				start = i
			}
			depth++
		case '》':
			if depth == 1 {
				found = append(found, []int{start, i + len("》")})
			}
			depth = max(depth-1, 0)
		}
	}
	return found
}

// readCitations lists what a paragraph cites, in order.
func readCitations(text string) []Citation {
	r := citationReader{text: text, numbers: numberSpans(text)}
	for _, t := range titles(text) {
		r.title(t[0], t[1])
	}
	r.alone(len(text))
	return r.found
}

// citationReader goes through a paragraph.
type citationReader struct {
	text    string
	numbers [][]int // those not yet read
	ended   int     // where the last number without a title ended
	found   []Citation
}

// alone reads the numbers before a place: they have no title so far.
func (r *citationReader) alone(upTo int) {
	for len(r.numbers) > 0 && r.numbers[0][1] <= upTo {
		n := r.numbers[0]
		r.found = append(r.found, Citation{Number: wholeNumber(r.text[n[0]:n[1]])})
		r.numbers, r.ended = r.numbers[1:], n[1]
	}
}

// title reads a title with the number before or behind it.
func (r *citationReader) title(from, to int) {
	r.alone(from)
	c := Citation{Title: strings.TrimSpace(r.text[from+len("《") : to-len("》")])}
	if n := len(r.found) - 1; n >= 0 && r.found[n].Title == "" && numberBefore.MatchString(r.text[r.ended:from]) {
		c.Number, r.found = r.found[n].Number, r.found[:n]
	} else if m := numberBehind.FindStringSubmatch(r.text[to:]); m != nil {
		c.Number = wholeNumber(m[1] + m[2])
		to += len(m[0])
	}
	if c.Title != "" {
		r.found = append(r.found, c)
	}
	for len(r.numbers) > 0 && r.numbers[0][0] < to { // its own, or one inside the title
		r.numbers = r.numbers[1:]
	}
}

// wholeNumber writes a number as GB/T 9704 does, so that one document is one
// citation: 云政办发(2022)42 is 云政办发〔2022〕42号.
func wholeNumber(s string) string {
	if !numberForm.MatchString(s) {
		return s
	}
	s = brackets.Replace(s)
	return strings.TrimSuffix(strings.TrimSuffix(s, "号"), "〕") + "号"
}

var brackets = strings.NewReplacer("[", "〔", "［", "〔", "(", "〔", "（", "〔", "]", "〕", "］", "〕", ")", "〕", "）", "〕")
