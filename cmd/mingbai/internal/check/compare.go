package check

import (
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// Comparer compares the texts of a site in both languages, page by page and
// from several goroutines. What it finds on a page depends on the page's two
// files and on what Key stands for, on nothing else; Findings joins all pages.
type Comparer struct {
	terms     *glossary.Terms
	sorted    []term        // longer ones first
	begins    map[rune]bool // first characters of terms
	numbered  []string      // Latin names with digits
	bodyNames *strings.Replacer
	byID      map[string]*content.Department
	key       uint64
}

// comparisonForm is what is looked for: a number that changes when the same
// texts are to give other findings.
const comparisonForm = 1

// NewComparer prepares to compare texts, with the bodies that the content
// knows and the terms that translators agreed on.
func NewComparer(departments []*content.Department, terms *glossary.Terms) *Comparer {
	t := &Comparer{
		terms: terms, sorted: termsOf(terms.Terms), begins: map[rune]bool{},
		bodyNames: bodyNames(departments), byID: map[string]*content.Department{},
	}
	for _, term := range t.sorted {
		first, _ := utf8.DecodeRuneInString(term.Zh)
		t.begins[first] = true
	}
	for _, name := range terms.Latin {
		if strings.ContainsAny(name, "0123456789") {
			t.numbered = append(t.numbered, name)
		}
	}
	var bodies []any
	for _, d := range departments {
		t.byID[d.ID] = d
		bodies = append(bodies, []any{d.ID, d.Zh.Title, d.En.Title, d.Short, d.Aliases})
	}
	data, err := json.Marshal([]any{comparisonForm, terms, bodies})
	if err != nil {
		data = nil // strings alone: does not happen
	}
	t.key = hash(data)
	return t
}

// Key stands for all that a comparison depends on beside the files of its page.
func (t *Comparer) Key() uint64 { return t.key }

// Comparison is what the two texts of a page say about each other, and what
// Findings must know of them.
type Comparison struct {
	findings []textFinding
	sums     []twinSum
}

// twinSum stands for one text in both languages: its hash in that language of
// which it is a translation, and that of what it translates; 0 for an original.
type twinSum struct{ zhFrom, zh, enFrom, en uint64 }

// Compare compares the texts of one page: the paragraphs of the same anchor, and
// the titles. A text that only one language has, and one that stands in the
// source in both, is passed over.
func (t *Comparer) Compare(p TextPair) Comparison {
	r := &translationReport{Comparer: t}
	b := p.blocks()
	all := p.twins(b)
	sums := make([]twinSum, len(all))
	for i := range all {
		for _, rule := range twinRules() {
			rule.run(r, &all[i])
		}
		sums[i] = all[i].sum()
	}
	if p.measure != nil {
		r.bodies(p, plan.Zh, b.zh)
		r.bodies(p, plan.En, b.en)
	}
	return Comparison{r.findings, sums}
}

func (t *twin) sum() (s twinSum) {
	if t.zh.translated {
		s.zhFrom, s.zh = sumOf(t.en.text), hash(t.zh.text)
	}
	if t.en.translated {
		s.enFrom, s.en = sumOf(t.zh.text), hash(t.en.text)
	}
	return s
}

// sumOf is a hash of a text in which any white space is one space.
func sumOf(text string) uint64 {
	if strings.IndexFunc(text, unicode.IsSpace) >= 0 {
		text = squeeze(text)
	}
	return hash(text)
}

// Compared is a page with what its texts say about each other.
type Compared struct {
	TextPair
	Comparison
}

// document adds what is wrong with the translations of one document.
func (t *Comparer) document(all []textFinding, pages []Compared) []textFinding {
	for _, p := range pages {
		all = append(all, p.findings...)
	}
	all = consistency(all, pages, plan.Zh, func(s twinSum) (from, text uint64) { return s.zhFrom, s.zh })
	return consistency(all, pages, plan.En, func(s twinSum) (from, text uint64) { return s.enFrom, s.en })
}

// consistency reports texts of a document that are the same in one language and
// were translated in different words into the other.
func consistency(all []textFinding, pages []Compared, to plan.Lang, sums func(twinSum) (from, text uint64)) []textFinding {
	type place struct {
		page, twin int
		text       uint64
	}
	first := map[uint64]place{}
	for page := range pages {
		for i, s := range pages[page].sums {
			from, text := sums(s)
			if from == 0 {
				continue
			}
			before, ok := first[from]
			if !ok {
				first[from] = place{page, i, text}
			} else if before.text != text {
				all = append(all, translatedInOtherWords(pages[before.page].twin(before.twin), pages[page].twin(i), to))
			}
		}
	}
	return all
}

// twin is one of the texts of a page.
func (p *TextPair) twin(i int) *twin { return &p.twins(p.blocks())[i] }

func translatedInOtherWords(before, t *twin, to plan.Lang) textFinding {
	return textFinding{t.id, translatedTwice.At(t.in(to).pos, before.id, quote(before.in(to).text))}
}

// suppress gives the findings that no suppression names.
func suppress(findings []textFinding, suppressions []glossary.Suppression) []diag.Finding {
	used := make([]bool, len(suppressions))
	about := map[string][]int{} // by the text they are about
	for i, s := range suppressions {
		about[s.Text] = append(about[s.Text], i)
	}
	var out []diag.Finding
	for _, f := range findings {
		known := false
		for _, i := range about[f.text] {
			if s := suppressions[i]; s.Code == f.Code && strings.Contains(f.Message.En, s.About) {
				used[i], known = true, true
			}
		}
		if !known {
			out = append(out, f.Finding)
		}
	}
	for i, s := range suppressions {
		if !used[i] {
			out = append(out, unusedSuppression.At(s.Position, s.Code, s.Text))
		}
	}
	return out
}
