package searchbench

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/search"
)

// regions stand for the province of the document, one for each copy of it.
var regions = [][2]string{
	{"云南", "Yunnan"}, {"贵州", "Guizhou"}, {"四川", "Sichuan"}, {"广东", "Guangdong"}, {"湖南", "Hunan"},
	{"湖北", "Hubei"}, {"河南", "Henan"}, {"河北", "Hebei"}, {"山东", "Shandong"}, {"山西", "Shanxi"},
	{"陕西", "Shaanxi"}, {"甘肃", "Gansu"}, {"青海", "Qinghai"}, {"江苏", "Jiangsu"}, {"浙江", "Zhejiang"},
	{"安徽", "Anhui"}, {"福建", "Fujian"}, {"江西", "Jiangxi"}, {"辽宁", "Liaoning"}, {"吉林", "Jilin"},
	{"黑龙江", "Heilongjiang"}, {"海南", "Hainan"}, {"宁夏", "Ningxia"}, {"新疆", "Xinjiang"}, {"西藏", "Tibet"},
}

// Copies is how often the large site has the document.
var Copies = len(regions)

var year = regexp.MustCompile(`20[0-9]{2}`)

// Large makes a large site of a small one: the same pages again and again, each
// time of another province and other years.
func Large(docs []search.Document) []search.Document {
	var all []search.Document
	for n, region := range regions {
		names := strings.NewReplacer(regions[0][0], region[0], regions[0][1], region[1])
		change := func(s string) string {
			return year.ReplaceAllStringFunc(names.Replace(s), func(y string) string {
				v, _ := strconv.Atoi(y)
				return strconv.Itoa(v + n%9)
			})
		}
		for _, d := range docs {
			lang, rest, _ := strings.Cut(d.URL, "/")
			d.URL = fmt.Sprintf("%s/p%02d/%s", lang, n+1, rest)
			d.Title = change(d.Title)
			d.Within, d.Names, d.Body = each(d.Within, change), each(d.Names, change), each(d.Body, change)
			all = append(all, d)
		}
	}
	return all
}

func each(texts []string, change func(string) string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = change(s)
	}
	return out
}

// KnownItems makes queries for pages of a large site: someone knows that there is
// such a measure, and types the province with its title, or with some words of
// its text. What stands on several pages of one province tells no page from
// another and is passed over.
func KnownItems(docs []search.Document, n int) []Query {
	texts := map[string][]string{} // by language and province
	for _, d := range docs {
		key := d.Lang + provinceOf(d)
		texts[key] = append(texts[key], d.Title+"\n"+strings.Join(d.Body, "\n"))
	}
	alone := func(d search.Document, words string) bool {
		pages := 0
		for _, text := range texts[d.Lang+provinceOf(d)] {
			if strings.Contains(text, words) {
				pages++
			}
		}
		return pages == 1
	}
	random := rand.New(rand.NewPCG(2022, 6))
	var out []Query
	for len(out) < n {
		d := docs[random.IntN(len(docs))]
		if d.Kind != "measure" || len(d.Title) < 12 || len(d.Body) == 0 {
			continue
		}
		words := d.Title
		if len(out)%2 == 1 {
			words = someWords(d.Body[0], d.Lang, random)
		}
		if !alone(d, words) {
			continue
		}
		out = append(out, Query{Lang: d.Lang, Text: provinceOf(d) + " " + words, Relevant: []string{d.URL}})
	}
	return out
}

// provinceOf is the province that the address of a page tells.
func provinceOf(d search.Document) string {
	n, _ := strconv.Atoi(d.URL[len("zh/p"):len("zh/p00")])
	if d.Lang == "zh" {
		return regions[n-1][0]
	}
	return regions[n-1][1]
}

// someWords are twelve characters of a text or five words, from some place in it.
func someWords(text, lang string, random *rand.Rand) string {
	if lang == "en" {
		words := strings.Fields(text)
		at := random.IntN(max(len(words)-5, 1))
		return strings.Join(words[at:min(at+5, len(words))], " ")
	}
	chars := []rune(text)
	at := random.IntN(max(len(chars)-12, 1))
	return string(chars[at:min(at+12, len(chars))])
}
