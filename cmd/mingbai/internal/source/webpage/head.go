package webpage

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/zh"
)

// around gives the lines of the page outside the article.
func (p *page) around() []string {
	var d draft.Draft
	f := &flow{d: &d, page: p, mode: around, skip: func(n *html.Node) bool { return slices.Contains(p.article, n) }}
	if !slices.Contains(p.article, p.body) {
		f.block(p.body)
	}
	return slices.DeleteFunc(d.Lines, func(s string) bool { return s == "" })
}

// listAround notes what stands around the article, but for what was taken from
// there.
func (p *page) listAround(lines []string) {
	for _, line := range lines {
		if !slices.Contains(p.headLines, line) {
			p.left.Add(outside, strings.ReplaceAll(line, draft.Cell, " "))
		}
	}
}

// addHead puts into the text what belongs to the document but stands outside the
// article, as far as the article lacks it: the title first, and document number
// and date of issue below the title.
func (p *page) addHead(text, rest []string) []string {
	title := p.title()
	below, found := titleEnd(text, squeeze(strings.Join(title, "")))
	if !found {
		p.headLines, below = title, 0
	}
	facts := missingFacts(text, rest)
	p.headLines = append(p.headLines, facts...)
	if !found {
		return append(slices.Clone(p.headLines), text...)
	}
	return slices.Concat(text[:below], facts, text[below:])
}

// titleReach is within how many lines an article says its title, if it does.
const titleReach = 10

// titleEnd gives the index of the line below the title in a text that has it.
func titleEnd(text []string, title string) (below int, found bool) {
	said := ""
	for i, line := range text[:min(len(text), titleReach)] {
		said += squeeze(line)
		if title != "" && strings.Contains(said, title) {
			return i + 1, true
		}
	}
	return 0, false
}

// missingFacts finds in the rest of the page what the text does not say.
func missingFacts(text, rest []string) []string {
	own, joined := plainDates(squeeze(strings.Join(text, ""))), strings.Join(rest, draft.Cell)
	var out []string
	for _, field := range headFields {
		if m := field.FindStringSubmatch(joined); m != nil && !strings.Contains(own, plainDates(squeeze(m[1]))) {
			out = append(out, m[1])
		}
	}
	return out
}

var zeros = pattern.New(`([年月-])0(\d)`)

// plainDates writes dates in one way: 2023年1月5日.
func plainDates(s string) string {
	return isoDate.ReplaceAllString(zeros.ReplaceAllString(s, "$1$2"), "${1}年${2}月${3}日")
}

var isoDate = pattern.New(`(\d{4})-(\d{1,2})-(\d{1,2})`)

// headFields are the labels of a portal's box of facts with their values.
var headFields = []*pattern.Pattern{
	pattern.New(`(?:发\s*文\s*字\s*号|文\s*号|發\s*文\s*字\s*號)\s*[：:]?\s*(\p{Han}{1,16}[〔\[［（(]\d{4}[〕\]］）)]\s*第?\s*\d+\s*号)`),
	pattern.New(`(?:成\s*文\s*日\s*期|成\s*文\s*時\s*間|成\s*文\s*时\s*间)\s*[：:]?\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}-\d{1,2}-\d{1,2})`),
}

// squeeze is a text without space and width, to compare.
func squeeze(s string) string {
	return strings.Join(strings.Fields(zh.FoldString(s)), "")
}

var titleName = pattern.New(`^(?:(?:article|art|arti|news|con|content|detail|doc|page|pages|xxgk|zw|info|ucap|wz|xl|ne|main)[-_]?)?(?:title|tit|bt|biaoti|headline)\d?$`)

// title gives the lines of the document's title where it stands outside the
// article: the heading that the page is called by, or else the last one before
// the article.
func (p *page) title() []string {
	called := squeeze(p.meta("articletitle")) + "\n" + squeeze(rawText(first(p.root, "title")))
	var last *html.Node
	for n := range p.body.Descendants() {
		if slices.Contains(p.article, n) {
			break
		}
		if !p.headline(n) {
			continue
		}
		last = n
		if strings.Contains(called, squeeze(textOf(n))) {
			break
		}
	}
	if last != nil {
		return p.linesOf(last)
	}
	if t := strings.TrimSpace(p.meta("articletitle")); t != "" {
		return []string{strings.Join(strings.Fields(t), " ")}
	}
	return nil
}

// Bounds on the length of a title, in characters.
const (
	shortTitle = 5
	longTitle  = 160
)

// headline reports whether an element may be a document's title.
func (p *page) headline(n *html.Node) bool {
	if n.Type != html.ElementNode || n.Data != "h1" && !slices.ContainsFunc(names(n), titleName.MatchString) {
		return false
	}
	size := draft.Letters(textOf(n))
	return size >= shortTitle && size <= longTitle && count(n, "a") == 0 && !hiddenElement(n)
}

func (p *page) linesOf(n *html.Node) []string {
	var d draft.Draft
	(&flow{d: &d, page: p, mode: quiet}).block(n)
	return slices.DeleteFunc(d.Lines, func(s string) bool { return s == "" })
}

// meta is the content of a meta element.
func (p *page) meta(name string) string {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "meta" && strings.EqualFold(attr(n, "name"), name) {
			return attr(n, "content")
		}
	}
	return ""
}
