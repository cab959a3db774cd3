package layout

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"strings"
	"testing"
)

// link is a value as pages have them.
type link struct {
	Href, Text string
	Lang       string
	Current    bool
	Next       *link
	Any        any
	Err        error
	HTML       template.HTML
	Sub        []link
	Named      named
	Map        map[string]any
	inner
	hidden string
}

type inner struct{ Promoted int }

type named string

type spoken string

func (s spoken) String() string { return "say " + string(s) }

func (l link) Upper(s string) string { return l.Text + "/" + s }
func (l *link) OnPointer() string    { return "*" + l.Text }
func (l link) Fails(yes bool) (string, error) {
	return "fine", map[bool]error{true: errors.New("failed")}[yes]
}
func (l link) Many(n int, s ...string) (out []int) { return make([]int, n+len(s)) }
func (l link) Panics() string                      { panic("no") }

var testFuncs = template.FuncMap{
	"t": func(key string, args ...any) (string, error) {
		if key == "none" {
			return "", errors.New("no such word")
		}
		return fmt.Sprintf("<%s> "+key, append([]any{"word"}, args...)...), nil
	},
	"double": func(n int) int { return 2 * n },
}

func sample() *link {
	return &link{
		Href: "a/b?c=d&e=<f>", Text: `"<b>&'+`, Lang: "zh-CN", Current: true, Next: &link{Text: "next"},
		Any: []any{1, "two", nil, template.HTML("<i>3</i>"), map[string]int{"four": 4}, spoken("five"), errors.New("<six>"), 7.5, []byte("8")},
		Err: errors.New("err"), HTML: "<p>html</p>", Named: "nam<ed",
		Sub: []link{{Text: "one", Href: "javascript:alert(1)"}, {Text: "two", Lang: "en", Any: 5}, {}},
		Map: map[string]any{"key": "value", "nil": nil, "list": []string{"x", "y"}}, inner: inner{12}, hidden: "no",
	}
}

// parsed parses templates of a test.
func parsed(text string) (*template.Template, error) {
	return template.New("main").Funcs(testFuncs).Option("missingkey=error").Parse(text)
}

// differ runs a template both ways. It reports whether the program did it.
func differ(t testing.TB, text string, data any) (compiled bool) {
	t.Helper()
	want, err := parsed(text)
	if err != nil {
		t.Skip(err)
	}
	stats := &Stats{}
	set := New(func() (*template.Template, error) { return parsed(text) }, Options{Funcs: testFuncs, Pure: []string{"t"}, Stats: stats})
	var wanted bytes.Buffer
	wantErr := want.ExecuteTemplate(&wanted, "main", data)
	got, gotErr := set.Execute([]byte("before "), "main", data)
	switch {
	case fmt.Sprint(wantErr) != fmt.Sprint(gotErr):
		t.Errorf("%s\ngot error  %v\nwant error %v", text, gotErr, wantErr)
	case wantErr == nil && string(got) != "before "+wanted.String():
		t.Errorf("%s\ngot  %q\nwant %q", text, bytes.TrimPrefix(got, []byte("before ")), wanted.String())
	}
	return stats.All()[0].Slow == 0
}

func TestLanguage(t *testing.T) {
	for _, text := range []string{
		`text`,
		`{{/* comment */}}<!-- gone -->{{.Text}}{{.Lang}} {{- .Current}} {{.Named}} {{.Promoted}}`,
		`{{.Next.Text}} {{.Upper "x"}} {{.OnPointer}} {{.Next.OnPointer}} {{.Fails false}} {{len (.Many 2 "a" "b")}}`,
		`{{if .Text}}yes{{else}}no{{end}}{{if .Next.Text}}yes{{end}}{{if .Next.Next}}no{{else if .Err}}err{{end}}`,
		`{{with .Next}}{{.Text}}{{end}}{{with .Next.Next}}no{{else}}{{.Text}}{{end}}{{with $x := .Lang}}{{$x}}{{.}}{{$.Text}}{{end}}`,
		`{{with .Next.Next}}a{{else with .Lang}}{{.}}{{end}}`,
		`{{range .Sub}}{{.Text}}{{else}}none{{end}}{{range $i, $e := .Sub}}{{$i}}{{$e.Text}}{{end}}{{range $e := .Sub}}{{$e.Text}}{{end}}{{range .Next.Sub}}{{else}}none{{end}}`,
		`{{range $i, $e := .Sub}}{{if $i}}{{break}}{{end}}{{$e.Text}}{{end}}|{{range .Sub}}{{if .Lang}}{{continue}}{{end}}[{{.Text}}]{{end}}`,
		`{{$x := 1}}{{range .Sub}}{{$x = .Text}}{{$y := .Href}}{{$y}}{{end}}{{$x}}{{range $x = .Sub}}{{end}}{{len $x.Text}}`,
		`{{range .Any}}<{{.}}>{{end}}{{range 3}}{{.}}{{end}}`,
		`{{.Map.key}}{{.Map.nil}}{{range .Map.list}}{{.}}{{end}}{{with .Map}}{{.key}}{{end}}`,
		`{{define "a"}}{{.Text}}{{if .Sub}}{{range .Sub}}{{template "a" .}}{{end}}{{end}}{{end}}{{template "a" .}}`,
		`{{define "n"}}{{.}}|{{end}}{{template "n"}}{{template "n" .Lang}}{{block "b" .Next}}{{.Text}}{{end}}`,
		`{{define "v"}}{{$a := .}}{{$a}}{{end}}{{$a := "x"}}{{template "v" "y"}}{{$a}}`,
		`{{define "v"}}{{$a := .Text}}{{$a}}{{end}}{{$a := "x"}}{{with .Next}}{{template "v" .}}{{end}}{{template "v" .}}{{$a}}`,
		`{{define "v"}}{{$.Text}}{{with .Text}}{{$.Lang}}{{end}}{{(($)).Href}}{{end}}{{with .Next}}{{template "v" .}}{{end}}`,
		`{{define "v"}}{{range .Sub}}{{if .Lang}}{{break}}{{end}}{{.Text}}{{end}}{{end}}{{range .Sub}}{{template "v" .}}{{end}}<title>{{template "v" .}}</title>`,
		`{{and .Text .Lang}}{{and .Text .Next.Lang}}{{or .Next.Lang .Text}}{{or .Next.Lang false 0}}{{not .Text}}{{and}}`,
		`{{and .Text .Lang}}{{or .Next.Lang .Text}}{{not .Text}}{{if and .Next (or .Next.Next .Lang)}}x{{end}}`,
		`{{eq .Lang "zh-CN"}}{{eq .Named "x" "nam<ed"}}{{ne 1 2}}{{lt 1 2}}{{le 2 2}}{{gt "b" "a"}}{{ge 1 2}}{{eq .Current true}}`,
		`{{len .Sub}}{{index .Sub 1 | printf "%T"}}{{index .Map "key"}}{{index .Map "none"}}{{(index .Sub 1).Text}}{{index .Any 1}}`,
		`{{print 1 2 "a" "b" .Lang nil}}{{printf "%s-%d" .Lang 5}}{{println .Text}}{{.Text | printf "%q %s" "x"}}`,
		`{{t "word"}}{{t "%[2]v<" 5}}{{t .Lang}}{{t (printf "mark.%s" .Lang) .Next.Text}}{{"x" | t}}{{.Lang | t "%[2]v"}}`,
		`{{double 4}}{{double (len .Sub)}}{{3 | double | double}}`,
		`{{(.Next).Text}}{{(index .Sub 0).Upper "y"}}{{("x")}}{{true}}{{"a&b"}}{{1.5}}{{'a'}}{{0x10}}`,
		`<a href="{{.Href}}"{{if .Current}} aria-current="true"{{end}} title='{{.Text}}'>{{.Text}}</a>{{.HTML}}<title>{{.HTML}}{{.Text}}</title>`,
		`{{define "in"}}{{t "word"}} data-x="{{t "%%"}}"{{end}}<p {{"title"}}="x" data-{{"y"}}="z">{{define "attrs"}}data-w="{{t "w"}}"{{end}}<p {{template "attrs"}}>`,
		// Errors: html/template tells them.
		`{{.None}}`, `{{.hidden}}`, `{{.Map.none}}`, `{{.Next.Next.Text}}`, `{{.Fails true}}`, `{{.Panics}}`, `{{t "none"}}`, `{{t 5}}`, `{{.Upper 5}}`,
		`{{template "none"}}`, `<a href="{{if .Lang}}">{{end}}`, `{{index .Sub 9}}`, `{{eq .Sub .Sub}}`, `{{lt 1 "a"}}`, `{{nil}}`, `{{range .Lang}}{{end}}`, `{{slice .Lang 1}}`, `{{call .Lang}}`,
	} {
		differ(t, text, sample())
		differ(t, text, *sample())
		differ(t, text, nil)
	}
}

// Templates that call each other over and over are compiled at once.
func TestManyCalls(t *testing.T) {
	var text strings.Builder
	for i := range 12 {
		fmt.Fprintf(&text, `{{define "t%d"}}%s{{end}}`, i, strings.Repeat(fmt.Sprintf(`{{template "t%d"}}{{template "t%d" .}}`, i+1, i+1), 10))
	}
	text.WriteString(`{{define "t12"}}x{{end}}{{define "r"}}{{if .Sub}}{{template "r" .Map}}{{template "r" .Map}}{{end}}{{end}}{{if .Map.none}}{{template "t0"}}{{template "r" .}}{{end}}y`)
	data := sample()
	data.Map["none"] = false
	if !differ(t, text.String(), data) {
		t.Error("html/template had to run it")
	}
}

// Programs do what layouts are made of, or they would be of no use.
func TestIsCompiled(t *testing.T) {
	for _, text := range []string{
		`{{define "a"}}{{.Text}}{{range $i, $s := .Sub}}{{if $i}}, {{end}}{{template "a" $s}}{{end}}{{end}}{{template "a" .}}`,
		`<a class="{{.Lang}}" href="{{.Href}}"{{with .Lang}} lang="{{.}}"{{end}}>{{.HTML}}</a>`,
		`{{define "attrs"}}data-w="{{t "w"}}"{{end}}<p {{template "attrs"}}>{{t "word" .Promoted}}`,
		`<script type="application/ld+json">{{.Map}}</script>`,
		`{{define "name"}}{{if .Lang}}{{.Text}}{{end}}{{end}}{{define "in"}}{{template "name" .}}{{end}}<title>{{template "in" .}}</title><p title="{{template "in" .}}">`,
	} {
		if !differ(t, text, sample()) {
			t.Errorf("html/template had to run %s", text)
		}
	}
}
