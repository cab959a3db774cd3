package glossary

import (
	"regexp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/zh"
)

// Level is the level of government.
type Level int

const (
	NoLevel Level = iota
	NationalLevel
	ProvinceLevel
	CityLevel
	CountyLevel
)

// Place is where a document is from: its 省财政厅 is that of the province, its
// 市财政局 that of the city.
type Place struct {
	Level    Level
	Province *Province // nil where the text does not say
	City     string    // 济南市; "" where the text does not say
}

// headLines is how many lines of a document its title, number and addressee
// take at most.
const headLines = 14

var (
	nationalTitle = regexp.MustCompile(`^(?:中共中央|国务院|国家\p{Han}{2,12}[委局办署]|\p{Han}{2,10}部(?:办公厅)?(?:等|关于|印发| |$))`)
	numberMark    = regexp.MustCompile(`(\p{Han})\p{Han}{0,10} ?[\[(【]?(?:19|20)\d{2}[\])】] ?(?:第 ?)?\d+ ?号`)
	cityTitle     = regexp.MustCompile(`^(?:中共)?(?:\p{Han}{2,3}省)?(\p{Han}{2,4}?市)(?:委|人民政府|政府|关于|\p{Han}{2,16}(?:局|委员会|办公室|委)(?:关于|印发|等|$)|\p{Han}{0,30}(?:方案|计划|措施|意见|办法|政策|规划))`)
	bodiesOfList  = regexp.MustCompile(`(?:^|[、，,：:（(；;和及])(省|自治区|市|[区县])\p{Han}{1,14}?[厅局委办部会院](?:[、，,：:）)；;。牵负按配等]|$)`)
	ministries    = regexp.MustCompile(`(?:^|[、：:（(；;])(?:国家\p{Han}{2,8}[委局办]|\p{Han}{2,8}部|\p{Han}{2,6}总局|人民银行)(?:[、，,牵负按等）)]|$)`)
	anyCity       = regexp.MustCompile(`(\p{Han}{2})市`)
	notCity       = regexp.MustCompile(`[各我全本省区县超上股门城大中小该市两三级设入夜集都推和及与等在对]|沿海|直辖|有关|相关|地级|计划`)
)

// PlaceOf finds out where a document is from: by its number, its title, the
// bodies it names and the places it speaks of.
func (d *Directory) PlaceOf(lines []string) Place {
	var head []string
	for _, l := range lines {
		l = strings.TrimSpace(zh.FoldString(l))
		if l != "" && len(head) < headLines {
			head = append(head, l)
		}
	}
	text := strings.Join(lines, "\n")
	p := Place{Province: d.provinceOf(head, text)}
	p.Level, p.City = levelOf(head, text), cityOf(head, text)
	if p.Province != nil && p.Province.Municipality() {
		p.City = ""
		if p.Level == NoLevel {
			p.Level = ProvinceLevel
		}
	}
	return p
}

// provinceOf is the province of a document number, of the head, or the one that
// the text names most.
func (d *Directory) provinceOf(head []string, text string) *Province {
	for _, l := range head {
		for i := range d.provinces {
			if strings.HasPrefix(l, d.provinces[i].Stem()) {
				return &d.provinces[i]
			}
		}
	}
	for _, l := range head {
		m := numberMark.FindStringSubmatch(l)
		if m == nil {
			continue
		}
		if m[1] == "国" || m[1] == "中" {
			return nil
		}
		// 青 is 青海's mark and 青岛's: the text must name the province too.
		if i := slices.IndexFunc(d.provinces, func(p Province) bool { return p.Mark == m[1] && strings.Contains(text, p.Stem()) }); i >= 0 {
			return &d.provinces[i]
		}
	}
	best, most := -1, 1
	for i := range d.provinces {
		if n := strings.Count(text, d.provinces[i].Stem()); n > most {
			best, most = i, n
		}
	}
	if best < 0 || nationalCount(text) > most {
		return nil
	}
	return &d.provinces[best]
}

func nationalCount(text string) int { return len(ministries.FindAllStringIndex(text, -1)) }

func levelOf(head []string, text string) Level {
	for _, l := range head {
		if nationalTitle.MatchString(l) && !strings.HasSuffix(l, "：") && !strings.HasSuffix(l, ":") {
			return NationalLevel
		}
		if m := numberMark.FindStringSubmatch(l); m != nil && m[1] == "国" && len(l) < 60 {
			return NationalLevel
		}
	}
	count := map[string]int{}
	for _, m := range bodiesOfList.FindAllStringSubmatch(text, -1) {
		count[m[1]]++
	}
	levels := []struct {
		level Level
		n     int
	}{
		{ProvinceLevel, count["省"] + count["自治区"]}, {CityLevel, count["市"]}, {CountyLevel, count["区"] + count["县"]},
		{NationalLevel, nationalCount(text)},
	}
	best, most := NoLevel, 0
	for _, l := range levels {
		if l.n > most {
			best, most = l.level, l.n
		}
	}
	if best == NoLevel {
		switch {
		case strings.Contains(text, "我省") || strings.Contains(text, "全省"):
			return ProvinceLevel
		case strings.Contains(text, "我市") || strings.Contains(text, "全市"):
			return CityLevel
		}
	}
	return best
}

// cityOf is the city of the title, or the one that the text names most.
func cityOf(head []string, text string) string {
	for _, l := range head {
		if m := cityTitle.FindStringSubmatch(l); m != nil && !notCity.MatchString(strings.TrimSuffix(m[1], "市")) {
			return m[1]
		}
	}
	count := map[string]int{}
	best, most := "", 1
	for _, m := range anyCity.FindAllStringSubmatch(text, -1) {
		if notCity.MatchString(m[1]) {
			continue
		}
		count[m[1]]++
		if n := count[m[1]]; n > most || n == most && m[1]+"市" < best {
			best, most = m[1]+"市", n
		}
	}
	return best
}
