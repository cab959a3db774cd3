package markdown

import (
	"bytes"
	"regexp"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Run is a piece of text in one language.
type Run struct {
	Lang string // "zh" or "en"
	Text string
}

// Runs splits a text in lang into its own and the other language's runs, so
// that each is read out in its own voice. Joined, they are the text.
func Runs(lang, text string) []Run {
	other := otherLang(lang)
	var runs []Run
	at := 0
	for _, m := range foreign(lang, text) {
		if m[0] > at {
			runs = append(runs, Run{lang, text[at:m[0]]})
		}
		runs = append(runs, Run{other, text[m[0]:m[1]]})
		at = m[1]
	}
	if at < len(text) {
		runs = append(runs, Run{lang, text[at:]})
	}
	return runs
}

func otherLang(lang string) string {
	switch lang {
	case "zh":
		return "en"
	case "en":
		return "zh"
	}
	return ""
}

// HTMLLang is the language tag of pages and runs: the Chinese is that of the
// mainland.
func HTMLLang(lang string) string {
	if lang == "zh" {
		return "zh-CN"
	}
	return lang
}

// langNode wraps a run in the other language.
type langNode struct {
	ast.BaseInline
	lang string
}

var langKind = ast.NewNodeKind("Lang")

func (*langNode) Kind() ast.NodeKind { return langKind }

func (n *langNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"lang": n.lang}, nil)
}

// markRuns splits a text node into runs and wraps those of the other language.
func (w *walk) markRuns(t *ast.Text) {
	if t.IsRaw() {
		return
	}
	value := t.Segment.Value(w.source)
	found := outsideEntities(value, foreign(w.options.Lang, value))
	if len(found) == 0 {
		return
	}
	other := otherLang(w.options.Lang)
	parent := t.Parent()
	piece := func(from, to int) *ast.Text {
		return ast.NewTextSegment(text.NewSegment(t.Segment.Start+from, t.Segment.Start+to))
	}
	at := 0
	for _, m := range found {
		if m[0] > at {
			parent.InsertBefore(parent, t, piece(at, m[0]))
		}
		run := &langNode{lang: other}
		run.AppendChild(run, piece(m[0], m[1]))
		parent.InsertBefore(parent, t, run)
		at = m[1]
	}
	// The node itself stays as the rest: it may end in a line break.
	t.Segment = t.Segment.WithStart(t.Segment.Start + at)
}

// textsOf collects the text nodes as they are by now.
func textsOf(doc ast.Node) []*ast.Text {
	var texts []*ast.Text
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			texts = append(texts, t)
		}
		return ast.WalkContinue, nil
	})
	return texts
}

// entity is a character reference such as &amp; or &#9;.
var entity = regexp.MustCompile(`&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)

// outsideEntities leaves out the runs that begin or end inside a character
// reference: cut in two it would stand on the page as it is written.
func outsideEntities(value []byte, runs [][2]int) [][2]int {
	if len(runs) == 0 || bytes.IndexByte(value, '&') < 0 {
		return runs
	}
	entities := entity.FindAllIndex(value, -1)
	return slices.DeleteFunc(runs, func(run [2]int) bool {
		return slices.ContainsFunc(entities, func(e []int) bool {
			return e[0] < run[0] && run[0] < e[1] || e[0] < run[1] && run[1] < e[1]
		})
	})
}

// langRenderer writes <span lang>.
type langRenderer struct{}

func (langRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(langKind, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString(`<span lang="` + HTMLLang(n.(*langNode).lang) + `">`)
		} else {
			_, _ = w.WriteString(`</span>`)
		}
		return ast.WalkContinue, nil
	})
}
