package check

import (
	"context"
	"net/url"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// subject is what the rules look at: the finished files, and what they must
// know of the project to judge them.
type subject struct {
	Config  content.Config
	Clock   plan.Date         // "today"
	Origins map[string]origin // by path of the page
	Files   map[string][]byte // by path below the root of the site
}

// origin is what the site knows of a page and its HTML does not say.
type origin struct {
	Kind      site.Kind
	Canonical string   // the page under which search engines are to know it; "" for itself
	Undated   bool     // its document's time of publication is not recorded
	Sources   []source // the content files it shows, that of its language first
}

// source is the content file that a page was made of.
type source struct {
	File     string // with content/ before it
	Body     string // its Markdown
	BodyLine int    // line of the file where Body begins
}

// world is the subject, read.
type world struct {
	subject
	base   *url.URL
	pages  []*page // by path
	byPath map[string]*page
	folded map[string]string // path by its lower-case form
}

// read reads all pages, on every core. Elder pages are made of finished ones
// and have nothing of their own to check: that they are there is enough.
func (s subject) read(ctx context.Context) (*world, error) {
	w := &world{subject: s, byPath: map[string]*page{}, folded: map[string]string{}}
	var err error
	if w.base, err = url.Parse(s.Config.BaseURL); err != nil {
		w.base = &url.URL{} // the configuration has a finding; all else can be checked
	}
	var names []string
	for name := range s.Files {
		w.folded[strings.ToLower(name)] = name
		if ext := path.Ext(name); (ext == ".html" || ext == ".svg") && !site.IsElder(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	w.pages = make([]*page, len(names))
	err = inParallel(ctx, len(names), func(i int) {
		p := readPage(names[i], s.Files[names[i]])
		for j := range p.Links {
			p.Links[j].to = w.resolve(p, p.Links[j].Href)
		}
		w.pages[i] = p
	})
	if err != nil {
		return nil, err
	}
	for _, p := range w.pages {
		w.byPath[p.Path] = p
	}
	return w, nil
}

// exists reports whether a file is part of the site.
func (w *world) exists(name string) bool {
	_, ok := w.Files[name]
	return ok
}

// resolve finds out where an address on a page leads.
func (w *world) resolve(p *page, href string) target { return resolve(p.Path, href, w.base) }

// canonical is the page under which search engines are to know a page: itself,
// but for one that only shows another's text in another way.
func (w *world) canonical(p *page) string {
	if other := w.Origins[p.Path].Canonical; other != "" {
		return other
	}
	return p.Path
}

// isColumn tells pages that list others, by their portal tags.
func (p *page) isColumn() bool { return len(p.Metas["ColumnName"]) > 0 }

// html gives the pages that are not pictures.
func (w *world) html() []*page {
	return slices.DeleteFunc(slices.Clone(w.pages), func(p *page) bool { return !p.isHTML() })
}

// inParallel calls do(0) … do(n-1) on every core until the context ends.
func inParallel(ctx context.Context, n int, do func(int)) error {
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	defer wg.Wait()
	defer close(next)
	for i := range n {
		select {
		case next <- i:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
