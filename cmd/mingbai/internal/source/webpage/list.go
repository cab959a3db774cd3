package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"mingbai/cmd/mingbai/internal/zh"
)

// ordered is a list whose numbers the browser prints; they are in no text.
type ordered struct {
	next, step int
	form       string // "" prints none
}

func (f *flow) list(n *html.Node) {
	f.lists = append(f.lists, newOrdered(n))
	f.block(n)
	f.lists = f.lists[:len(f.lists)-1]
}

func newOrdered(n *html.Node) *ordered {
	if n.Data != "ol" {
		return nil
	}
	l := &ordered{next: 1, step: 1, form: "decimal"}
	if start, err := strconv.Atoi(attr(n, "start")); err == nil {
		l.next = start
	}
	if form, ok := listTypes[attr(n, "type")]; ok {
		l.form = form
	}
	style := strings.ToLower(strings.ReplaceAll(attr(n, "style"), " ", ""))
	for _, key := range []string{"list-style-type:", "list-style:"} {
		if _, value, ok := strings.Cut(style, key); ok {
			value, _, _ = strings.Cut(value, ";")
			l.form = value
		}
	}
	return l
}

var listTypes = map[string]string{"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}

// item reads an li element, with the number that is printed before it.
func (f *flow) item(n *html.Node) {
	f.end()
	if len(f.lists) > 0 {
		if l := f.lists[len(f.lists)-1]; l != nil {
			if v, err := strconv.Atoi(attr(n, "value")); err == nil {
				l.next = v
			}
			f.line.WriteString(l.print(textOf(n)))
			f.page.numbers++
		}
	}
	f.children(n)
	f.end()
}

// print gives the next number. A number and a word do not run together.
func (l *ordered) print(text string) string {
	n := l.next
	l.next += l.step
	label := ""
	switch l.form {
	case "none":
		return ""
	case "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal", "japanese-informal":
		return zh.Count(n) + "、"
	case "lower-alpha", "lower-latin":
		label = alphabetic(n, 'a')
	case "upper-alpha", "upper-latin":
		label = alphabetic(n, 'A')
	default:
		label = strconv.Itoa(n)
	}
	if t := strings.TrimSpace(text); t != "" && t[0] < 0x80 {
		return label + ". "
	}
	return label + "."
}

func alphabetic(n int, first rune) string {
	if n < 1 || n > 26 {
		return strconv.Itoa(n)
	}
	return string(first + rune(n-1))
}
