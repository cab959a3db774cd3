package check

import (
	"net/url"
	"path"
	"strings"
)

// where says what an address of a page leads to.
type where int

const (
	inside    where = iota // a place of the site
	outside                // another site
	mailOrTel              // mailto: and tel:
	aboveRoot              // a folder that the site does not have: ../ too often
	refused                // a scheme that runs script or reads files, or no address at all
)

// target is an address of a page, resolved.
type target struct {
	where    where
	Path     string // below the root; inside only
	Fragment string // decoded
	Host     string // outside only
	Scheme   string
	Rooted   bool // written as /path or with the site's own host: moves with no sub-folder
	Folder   bool // names a folder, not a file
}

// resolve finds out where href leads from a page. base is the address at which
// the site will stand.
func resolve(from, href string, base *url.URL) target {
	u, err := url.Parse(href)
	switch {
	case err != nil || href == "":
		return target{where: refused}
	case u.Scheme == "mailto" || u.Scheme == "tel":
		return target{where: mailOrTel, Scheme: u.Scheme}
	case u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https":
		return target{where: refused, Scheme: u.Scheme}
	case u.Host != "" && !strings.EqualFold(u.Host, base.Host):
		return target{where: outside, Host: strings.ToLower(u.Hostname()), Scheme: u.Scheme}
	case u.Scheme != "" && u.Host == "":
		return target{where: refused, Scheme: u.Scheme}
	}
	t := target{Fragment: u.Fragment, Rooted: u.Host != "" || strings.HasPrefix(u.Path, "/")}
	p := u.Path
	switch {
	case t.Rooted:
		below, ok := belowBase(p, base.Path)
		switch {
		case !ok && u.Host != "": // another part of the same portal
			return target{where: outside, Host: strings.ToLower(u.Hostname()), Scheme: u.Scheme}
		case !ok:
			return target{where: aboveRoot, Rooted: true}
		}
		p = below
	case p == "":
		t.Path = from
		return t
	default:
		p = path.Dir(from) + "/" + p
	}
	return t.land(p)
}

// belowBase cuts the path at which the site will stand off an absolute path.
func belowBase(p, base string) (string, bool) {
	p, base = strings.TrimPrefix(p, "/"), strings.Trim(base, "/")
	if base == "" || p == base {
		return strings.TrimPrefix(p, base), true
	}
	return strings.CutPrefix(p, base+"/")
}

// land cleans the path; a folder leads to its index page.
func (t target) land(p string) target {
	t.Folder = p == "" || strings.HasSuffix(p, "/") || strings.HasSuffix(p, "/.") || strings.HasSuffix(p, "/..")
	clean := path.Clean(p)
	if clean == ".." || strings.HasPrefix(clean, "../") {
		return target{where: aboveRoot, Rooted: t.Rooted}
	}
	if t.Folder {
		clean = path.Join(clean, "index.html")
	}
	t.Path = clean
	return t
}
