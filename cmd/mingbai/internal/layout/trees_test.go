package layout

import (
	"html/template"
	"sync"
	"testing"
)

// Sets that share trees write each in its own words, with several goroutines
// and templates, too.
func TestTreesAreShared(t *testing.T) {
	trees := &Trees{}
	set := func(greeting string) *Set {
		funcs := template.FuncMap{"t": func(key string) string { return greeting + " " + key }}
		parse := func() (*template.Template, error) {
			return template.New("page").Funcs(funcs).Parse(`<p title="{{t "a"}}">{{template "part" .}} {{.}}</p>{{define "part"}}{{t "b"}}{{end}}`)
		}
		return New(parse, Options{Funcs: funcs, Pure: []string{"t"}, Trees: trees})
	}
	sets := map[string]*Set{"hello": set("hello"), "<你好>": set("<你好>")}
	wants := map[string]map[string]string{
		"hello": {"page": `<p title="hello a">hello b 1&lt;2</p>`, "part": "hello b"},
		"<你好>":  {"page": `<p title="&lt;你好&gt; a">&lt;你好&gt; b 1&lt;2</p>`, "part": "&lt;你好&gt; b"},
	}
	var all sync.WaitGroup
	for greeting, pages := range wants {
		for name, want := range pages {
			all.Go(func() {
				got, err := sets[greeting].Execute(nil, name, "1<2")
				if err != nil || string(got) != want {
					t.Errorf("%s, %s: got %q, %v, want %q", greeting, name, got, err, want)
				}
			})
		}
	}
	all.Wait()
}
