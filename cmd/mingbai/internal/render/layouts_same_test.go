package render

import (
	"bytes"
	"html/template"
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/assets"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/layout"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/layouts"
)

// repository is the site of this repository's own content.
func repository(t testing.TB) *renderer {
	t.Helper()
	tree, findings, err := content.Load(t.Context(), os.DirFS("../../../../content"))
	if err != nil || diag.HasErrors(findings) {
		t.Fatal(err, findings)
	}
	s, _ := site.New(tree, tree.Config.Clock)
	r, _, err := rendererOf(s, layouts.FS, assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// plainTemplates are the layouts as html/template has them.
func (r *renderer) plainTemplates(t testing.TB) map[layoutKey]*template.Template {
	t.Helper()
	all := map[layoutKey]*template.Template{}
	for key := range r.layouts.pages {
		one := newTemplates(wordsFunc(r.words, key.lang))
		for name, text := range r.layouts.texts {
			if name == frame || name[0] == '_' {
				template.Must(one.New(name).Parse(text))
			}
		}
		name := string(key.kind) + ".html"
		template.Must(one.New(name).Parse(r.layouts.texts[name]))
		all[key] = one
	}
	return all
}

// everyPage executes the layouts of all pages there are, by html/template and
// as sets compiled with the minifier (nil for none), and reports those that
// html/template had to run all the same.
func everyPage(t *testing.T, m *layout.Minifier, see func(p *site.Page, got, plain []byte)) {
	t.Helper()
	r := repository(t)
	plain := r.plainTemplates(t)
	stats := &layout.Stats{}
	sets := map[layoutKey]*layout.Set{}
	for key := range plain {
		label := func(string) string { return string(key.kind) }
		funcs := wordsFunc(r.words, key.lang)
		parse := func() (*template.Template, error) { return r.layouts.parse(funcs, string(key.kind)+".html", frame) }
		sets[key] = layout.New(parse, layout.Options{Funcs: funcs, Pure: pureFuncs, Minify: m, Stats: stats, Label: label})
	}
	for i, p := range r.site.Pages {
		if testing.Short() && i%8 != 0 {
			continue
		}
		key := layoutKey{p.Kind, p.Lang}
		view := (&pager{renderer: r, page: p, lang: p.Lang, place: placeOf(r.site, p)}).view()
		var want bytes.Buffer
		if err := plain[key].ExecuteTemplate(&want, frame, view); err != nil {
			t.Fatal(err)
		}
		got, err := sets[key].Execute(nil, frame, view)
		if err != nil {
			t.Fatal(err)
		}
		see(p, got, want.Bytes())
	}
	for _, c := range stats.All() {
		// Minifying pages for missing addresses shortens the data of their style sheets.
		if c.Slow > 0 && !(m != nil && c.Name == string(site.NotFoundPage)) {
			t.Errorf("%s: html/template had to run %d of %d", c.Name, c.Slow, c.Count)
		}
	}
}

// Compiled layouts write what html/template writes, on every page there is.
func TestCompiledLayoutsWriteTheSame(t *testing.T) {
	everyPage(t, nil, func(p *site.Page, got, plain []byte) {
		if !bytes.Equal(got, plain) {
			t.Errorf("%s is not the same", p.URL)
		}
	})
}

// ribbons are the only values of pages that tdewolff/minify writes shorter.
var ribbons = regexp.MustCompile(`<path d="[^"]*"/>`)

// Minified while they are written, pages are what tdewolff/minify makes of them.
func TestCompiledLayoutsMinifyTheSame(t *testing.T) {
	min := newMinifier()
	ours, theirs := 0, 0
	everyPage(t, layout.NewMinifier(min.m), func(p *site.Page, got, plain []byte) {
		want, err := min.bytes(typeHTML, plain)
		if err != nil {
			t.Fatal(err)
		}
		if ours, theirs = ours+len(got), theirs+len(want); len(got) > len(want)*101/100 {
			t.Errorf("%s has %d bytes, not %d", p.URL, len(got), len(want))
		}
		if got, want := ribbons.ReplaceAll(got, nil), ribbons.ReplaceAll(want, nil); !bytes.Equal(got, want) {
			t.Errorf("%s (-want +got)\n%s", p.URL, cmp.Diff(string(want), string(got)))
		}
	})
	t.Logf("%d bytes, by tdewolff/minify %d", ours, theirs)
}
