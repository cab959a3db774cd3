package search

import (
	"slices"
	"strconv"
	"strings"
)

// Numbers have one form however they are written: 50亿元, ５０亿 and 5 billion are
// "#5000000000", 50％ is "#50%". A date gives its year, its month ("#m6") and its
// day ("#m6-30"), so that 6月30日 finds 2022-06-30.

// multipliers are powers of ten, the longest words first.
var multipliers = []struct {
	word string
	ten  int
}{
	{"万亿", 12}, {"千亿", 11}, {"百亿", 10}, {"千万", 7}, {"百万", 6}, {"十万", 5}, {"亿", 8}, {"万", 4},
	{"trillion", 12}, {"billion", 9}, {"million", 6}, {"thousand", 3},
}

// number takes a number or a date.
func (s *scanner) number() {
	if s.isoDate() {
		return
	}
	start := s.i
	whole, fraction, end := s.digits()
	next := s.overSpace(end)
	if fraction == "" && s.chineseDate(start, whole, end, next) {
		return
	}
	term := "#"
	ten, after := s.multiplier(next)
	switch {
	case ten > 0:
		end = after
		if s.at(end) == '元' {
			end++
		}
		term += decimal(whole, fraction, ten)
	case s.at(end) == '%':
		end++
		term += decimal(whole, fraction, 0) + "%"
	default:
		term += decimal(whole, fraction, 0)
		if s.at(end) == '元' {
			end++
		}
	}
	s.add(numberRun, term, start, end)
	s.i = end
}

// digits reads 1,000.5 from the next character.
func (s *scanner) digits() (whole, fraction string, end int) {
	end = s.while(s.i, isDigit)
	whole = s.text(s.i, end)
	for s.at(end) == ',' && s.while(end+1, isDigit) == end+4 {
		whole += s.text(end+1, end+4)
		end += 4
	}
	if s.at(end) == '.' && isDigit(s.at(end+1)) {
		stop := s.while(end+1, isDigit)
		fraction = s.text(end+1, stop)
		end = stop
	}
	return whole, fraction, end
}

// overSpace is the place behind one space.
func (s *scanner) overSpace(i int) int {
	if s.at(i) == ' ' {
		return i + 1
	}
	return i
}

// multiplier reads 亿 or billion at i.
func (s *scanner) multiplier(i int) (ten, end int) {
	for _, m := range multipliers {
		end := i
		fits := true
		for _, r := range m.word {
			fits = fits && s.at(end) == r
			end++
		}
		if fits && (m.word[0] > 'z' || !isLetter(s.at(end))) {
			return m.ten, end
		}
	}
	return 0, i
}

// decimal is a number times a power of ten, without needless zeros.
func decimal(whole, fraction string, ten int) string {
	for range ten {
		if fraction == "" {
			whole += "0"
		} else {
			whole, fraction = whole+fraction[:1], fraction[1:]
		}
	}
	whole = strings.TrimLeft(whole, "0")
	fraction = strings.TrimRight(fraction, "0")
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return whole
}

// small reads a month or a day; 0 is none.
func small(digits string, most int) int {
	n, err := strconv.Atoi(digits)
	if err != nil || len(digits) > 2 || n > most {
		return 0
	}
	return n
}

// addDay adds the terms of a month and of a day in it; day 0 is none.
func (s *scanner) addDay(month, day, from, to int) {
	term := "#m" + strconv.Itoa(month)
	s.add(numberRun, term, from, to)
	if day > 0 {
		s.add(numberRun, term+"-"+strconv.Itoa(day), from, to)
	}
}

// isoDate takes 2022-06-30, 2022/6/30 or 2022.6.30.
func (s *scanner) isoDate() bool {
	year := s.while(s.i, isDigit)
	sep := s.at(year)
	if year != s.i+4 || sep != '-' && sep != '/' && sep != '.' {
		return false
	}
	monthEnd := s.while(year+1, isDigit)
	if s.at(monthEnd) != sep {
		return false
	}
	dayEnd := s.while(monthEnd+1, isDigit)
	month, day := small(s.text(year+1, monthEnd), 12), small(s.text(monthEnd+1, dayEnd), 31)
	if month == 0 || day == 0 {
		return false
	}
	s.add(numberRun, "#"+s.text(s.i, year), s.i, year)
	s.addDay(month, day, s.i, dayEnd)
	s.i = dayEnd
	return true
}

// chineseDate takes 2022年, 6月 or 6月30日; next is where the sign stands.
func (s *scanner) chineseDate(start int, digits string, end, next int) bool {
	switch s.at(next) {
	case '年':
		if len(digits) != 4 {
			return false
		}
		s.add(numberRun, "#"+digits, start, end)
		s.i = next
		if !isHan(s.at(next + 1)) {
			s.i++ // 年 stands alone; in 年底 it is part of the word
		}
	case '月':
		month := small(digits, 12)
		if month == 0 {
			return false
		}
		s.i = next + 1
		from := s.overSpace(s.i)
		to := s.while(from, isDigit)
		day := 0
		if at := s.overSpace(to); s.at(at) == '日' {
			if day = small(s.text(from, to), 31); day > 0 {
				s.i = at + 1
			}
		}
		s.addDay(month, day, start, s.i)
	default:
		return false
	}
	return true
}

// months are the names of the months in English.
var months = strings.Fields("january february march april may june july august september october november december")

// dates adds the terms of English dates, 30 June or June 30, to the runs.
func (s *scanner) dates() []run {
	for i, n := 0, len(s.runs); i < n; i++ {
		month := slices.Index(months, s.runs[i].text) + 1
		if s.runs[i].kind != wordRun || month == 0 {
			continue
		}
		for _, j := range []int{i + 1, i - 1} {
			if j < 0 || j >= n || s.runs[j].kind != numberRun {
				continue
			}
			if day := small(strings.TrimPrefix(s.runs[j].text, "#"), 31); day > 0 {
				term := "#m" + strconv.Itoa(month)
				from, to := min(s.runs[i].start, s.runs[j].start), max(s.runs[i].end, s.runs[j].end)
				s.runs = append(s.runs, run{numberRun, term, from, to}, run{numberRun, term + "-" + strconv.Itoa(day), from, to})
				break
			}
		}
	}
	return s.runs
}
