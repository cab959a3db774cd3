package site

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"

	gopinyin "github.com/mozillazg/go-pinyin" // readings of characters; collate sorts by them and does not tell them
	"golang.org/x/text/collate"

	"mingbai/cmd/mingbai/internal/plan"
)

// Initial is the pages whose names begin with a letter; of Chinese ones, with
// that of the pinyin.
type Initial struct {
	Letter string // A to Z, or # for all others
	Pages  []*Page
}

// initialKinds are the kinds of page about one thing, each thing once.
var initialKinds = []Kind{MeasurePage, DepartmentPage, TopicPage, ActionPage, PlanPage, DocumentPage}

// Initials lists the pages about a measure, department, topic, action, plan or
// document, by letter and then by name: the index for readers without a script.
func (s *Site) Initials(lang plan.Lang) []Initial {
	type entry struct {
		page   *Page
		letter string
		key    []byte
	}
	var entries []entry
	names, buf := collate.New(collations[lang]), &collate.Buffer{}
	for _, p := range s.Pages {
		if p.Lang != lang || !slices.Contains(initialKinds, p.Kind) {
			continue
		}
		name := FullName(p)
		entries = append(entries, entry{p, initial(name), names.KeyFromString(buf, name)})
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(strings.Compare(a.letter, b.letter), bytes.Compare(a.key, b.key), strings.Compare(a.page.URL, b.page.URL))
	})
	var out []Initial
	for _, e := range entries {
		if n := len(out); n == 0 || out[n-1].Letter != e.letter {
			out = append(out, Initial{Letter: e.letter})
		}
		last := &out[len(out)-1]
		last.Pages = append(last.Pages, e.page)
	}
	return out
}

// FullName is the title of what a page is about; without one, the beginning of
// its text, or the title of its document.
func FullName(p *Page) string {
	if p.Topic != nil {
		return p.Topic.Title(p.Lang).Text
	}
	pair := p.Pair()
	if name := TitleOf(pair, p.Lang).Text; name != "" {
		return name
	}
	if name := Excerpt(pair, p.Lang).Text; name != "" && p.Measure != nil {
		return name
	}
	if p.Document != nil {
		return TitleOf(&p.Document.Pair, p.Lang).Text
	}
	return ""
}

// initial is the letter of a name, quotation marks and the like passed over.
func initial(name string) string {
	for _, r := range name {
		switch {
		case unicode.Is(unicode.Han, r):
			if reading := gopinyin.SinglePinyin(r, gopinyin.NewArgs()); len(reading) > 0 {
				return strings.ToUpper(reading[0][:1])
			}
			return "#"
		case r < unicode.MaxASCII && unicode.IsLetter(r):
			return strings.ToUpper(string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return "#"
		}
	}
	return "#"
}
