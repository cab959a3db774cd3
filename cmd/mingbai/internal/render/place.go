package render

import (
	"strings"

	"mingbai/cmd/mingbai/internal/site"
)

// place is where a page stands, as far as its links depend on it.
type place struct {
	url  string // below public/
	root string // what leads to public/: "", "../", …, or an absolute path
}

// placeOf gives the place of a page. Links are relative, so that the site
// works under any path and from a disk; only a page for missing addresses is
// shown at any depth, and leads by the path at which the site stands.
func placeOf(s *site.Site, p *site.Page) place {
	if p.Kind == site.NotFoundPage {
		return place{url: p.URL, root: s.RootPath()}
	}
	return place{url: p.URL, root: strings.Repeat("../", strings.Count(p.URL, "/"))}
}

// absolute reports whether links lead by an absolute path.
func (pl place) absolute() bool { return strings.HasPrefix(pl.root, "/") }

// to is the address of a file below public/.
func (pl place) to(file string) string {
	if pl.absolute() {
		return pl.root + site.Relative("", file)
	}
	return site.Relative(pl.url, file)
}

// down is the address of a file below public/ by way of public/ itself: the
// same for all pages at one depth.
func (pl place) down(file string) string { return pl.root + site.Relative("", file) }
