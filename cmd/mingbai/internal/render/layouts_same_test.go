package render

import (
	"bytes"
	"html/template"
	"os"
	"testing"

	"mingbai/assets"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/layout"
	"mingbai/cmd/mingbai/internal/plan"
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
	r, _, err := newRenderer(s, layouts.FS, assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// plainTemplates are the layouts as html/template has them.
func (r *renderer) plainTemplates(t testing.TB) map[layoutKey]*template.Template {
	t.Helper()
	var names []string
	for name := range r.layouts.texts {
		names = append(names, name)
	}
	all := map[layoutKey]*template.Template{}
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		shared, wrong := r.layouts.parseShared(names, wordsFunc(r.words, lang))
		for _, kind := range append(site.Kinds(), choiceLayout) {
			one, more := r.layouts.parseKind(shared, kind)
			if len(wrong)+len(more) > 0 {
				t.Fatal(wrong, more)
			}
			all[layoutKey{kind, lang}] = one
		}
	}
	return all
}

// Compiled layouts write what html/template writes, on every page there is.
func TestCompiledLayoutsWriteTheSame(t *testing.T) {
	r := repository(t)
	plain := r.plainTemplates(t)
	stats := &layout.Stats{}
	sets := map[layoutKey]*layout.Set{}
	for key, one := range r.plainTemplates(t) {
		sets[key] = layout.New(one, layout.Options{Funcs: wordsFunc(r.words, key.lang), Pure: pureFuncs, Stats: stats})
	}
	for i, p := range r.site.Pages {
		if testing.Short() && i%10 > 0 {
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
		if !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%s is not the same", p.URL)
		}
	}
	for _, c := range stats.All() {
		t.Logf("%s: %d times, %v", c.Name, c.Count, c.Time)
		if c.Slow > 0 {
			t.Errorf("%s: html/template had to run %d of %d", c.Name, c.Slow, c.Count)
		}
	}
}
