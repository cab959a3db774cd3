package layout

import (
	"fmt"
	"strings"
	"testing"
)

// grammar makes a template of bytes: each byte decides one thing.
type grammar struct {
	bytes []byte
	depth int
	part  bool // in the template that calls itself
	out   strings.Builder
}

func (g *grammar) pick(n int) int {
	if len(g.bytes) == 0 {
		return 0
	}
	b := g.bytes[0]
	g.bytes = g.bytes[1:]
	return int(b) % n
}

func (g *grammar) one(all []string) string { return all[g.pick(len(all))] }

// What templates of the fuzz test are made of.
var (
	pipes = []string{
		`.Text`, `.Lang`, `.Any`, `.Next.Text`, `.Next`, `.Named`, `.HTML`, `.Err`, `.Href`, `.Promoted`, `.Map.key`, `.Current`, `.`, `$`, `$.Text`, `.Sub`,
		`index .Sub 0`, `len .Sub`, `eq .Lang "en"`, `and .Next .Lang`, `or .Lang .Text`, `not .Current`, `t "word"`, `t "%[2]v" .Lang`, `printf "%v-%v" .Text 5`, `.Upper "x"`,
		`gt (len .Sub) 1`, `print .Text .Promoted`, `.Fails .Current`, `"<const>"`, `5`, `(index .Sub 1).Href`, `.Text | printf "%s!"`, `.OnPointer`, `$x`,
	}
	texts = []string{
		`text`, ` `, "\n", `<b>`, `</b>`, `<p>`, `</p>`, `</a>`, "  two  spaces ", "<li>\n", "</li>\n\t", `<br>`, `<pre> a  b`, `</pre>`, `<input value="" type="radio">`, `<span></span>`,
		`<textarea> x `, `</textarea>`, `<svg width="10px"> <circle r="1"/> <text x="{{.Promoted}}"> {{.Text}} </text> </svg>`, `&amp;`, `&lt;`, `&`, `<select> <option>x</option> </select>`, `<ul class=" a  b ">`, `</ul>`, `<button> x </button>`, "<title>\n", ` </title>`,
		`<div hidden="" class="">`, `</div>`, `<script> f( 1 ) </script>`, `<style> p { top : 0px } </style>`, `<!-- c -->`, `中 文`,
	}
	attrs = []string{`title`, `class`, `href`, `data-x`, `id`, `lang`, `value`, `src`, `hidden`, `style`, `onclick`, `type`, `content`, `name`, `colspan`, `srcset`, `action`}
	tags  = []string{`p`, `a`, `span`, `div`, `li`, `input`, `img`, `td`, `meta`, `b`, `td`, `h1`, `button`, `section`, `x-y`, `form`}
)

// list writes a few parts of a page.
func (g *grammar) list() {
	g.depth++
	defer func() { g.depth-- }()
	for range 1 + g.pick(4) {
		if g.depth > 5 {
			return
		}
		switch g.pick(10) {
		case 0, 1, 2:
			g.out.WriteString(g.one(texts))
		case 3, 4:
			fmt.Fprintf(&g.out, "{{%s}}", g.one(pipes))
		case 5:
			g.block("")
		case 6, 7:
			g.tag()
		case 8:
			if g.part {
				g.out.WriteString(`{{with .Next}}{{template "part" .Next}}{{end}}`) // one that ends
				continue
			}
			g.out.WriteString(g.one([]string{"{{break}}", "{{continue}}", `{{template "part" .}}`, `{{template "part" .Next}}`, `{{$x := .Text}}`, `{{$x = .Lang}}`, `{{$x}}`, `{{template "closed"}}`}))
		case 9:
			g.out.WriteString(" ")
		}
	}
}

// block writes a branch or loop around text, or around a list.
func (g *grammar) block(text string) {
	inside := func() {
		if text != "" {
			g.out.WriteString(text)
		} else {
			g.list()
		}
	}
	fmt.Fprintf(&g.out, "{{%s%s}}", g.one([]string{"if ", "with ", "range ", "range $i, $e := ", "with $w := ", "range $e := "}), g.one(pipes))
	inside()
	if g.pick(2) == 1 {
		g.out.WriteString("{{else}}")
		inside()
	}
	g.out.WriteString("{{end}}")
}

// tag writes an element with attributes of all kinds.
func (g *grammar) tag() {
	tag := g.one(tags)
	fmt.Fprintf(&g.out, "<%s", tag)
	for range g.pick(4) {
		quote := g.one([]string{`"`, `'`, ``})
		attr := fmt.Sprintf(` %s=%s%s{{%s}}%s%s`, g.one(attrs), quote, g.one([]string{"", "a ", " ", "/x?y="}), g.one(pipes), g.one([]string{"", " b", "{{.Lang}}"}), quote)
		if g.pick(3) == 0 {
			g.block(attr)
		} else {
			g.out.WriteString(attr)
		}
	}
	fmt.Fprintf(&g.out, ">")
	if g.pick(2) == 1 {
		g.list()
		fmt.Fprintf(&g.out, "</%s>", tag)
	}
}

// page makes a whole template of bytes.
func page(bytes []byte) string {
	g := &grammar{bytes: bytes}
	g.out.WriteString(`{{$x := "x"}}`)
	g.list()
	g.out.WriteString(`{{define "part"}}{{$x := .}}`)
	g.depth, g.part = 3, true
	g.list()
	g.out.WriteString(`{{end}}{{define "closed"}}{{t "word"}}{{end}}`)
	return g.out.String()
}

// fuzzData is what templates of the fuzz test get: hostile values in all places.
func fuzzData(n byte) *link {
	l := sample()
	values := hostile()
	l.Any = values[int(n)%len(values)]
	l.Map["key"] = values[int(n/2)%len(values)]
	if s, ok := l.Any.(string); ok {
		l.Text, l.Lang, l.Href = s, s, s
	}
	l.Current = n%2 == 0
	return l
}

// addSeeds adds bytes that make templates of all kinds.
func addSeeds(f *testing.F) {
	for i := range 400 { // each seed another mix
		seed := make([]byte, 60)
		x := uint32(i)*2654435761 + 12345
		for j := range seed {
			x = x*1664525 + 1013904223
			seed[j] = byte(x >> 24)
		}
		f.Add(seed, byte(i))
	}
}

func FuzzTemplates(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, bytes []byte, n byte) {
		if len(bytes) > 400 {
			return
		}
		differ(t, page(bytes), fuzzData(n))
	})
}
