package render

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mingbai/cmd/mingbai/internal/site"
)

// tokenizedElderPage makes an elder page from the tokens of x/net/html: slow, and
// the measure of what elderPage does.
func tokenizedElderPage(p *pager, page []byte) []byte {
	e := tokenizedElder{pager: p, url: site.ElderURL(p.page.URL)}
	e.out.Grow(len(page) + 1024)
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken: // the end: what is read from is in memory
			return e.out.Bytes()
		case html.StartTagToken, html.SelfClosingTagToken:
			e.tag(z)
		case html.TextToken:
			if e.inSwitch {
				e.out.WriteString(html.EscapeString(p.say("elder.leave")))
			} else {
				e.out.Write(z.Raw())
			}
		case html.EndTagToken:
			e.inSwitch = false
			e.out.Write(z.Raw())
		default:
			e.out.Write(z.Raw())
		}
	}
}

type tokenizedElder struct {
	*pager
	url      string // of the elder page
	out      bytes.Buffer
	inSwitch bool // in the link to the other edition
}

// tag writes a start tag, as it stands where nothing has to change.
func (e *tokenizedElder) tag(z *html.Tokenizer) {
	raw := bytes.Clone(z.Raw()) // what follows may write into it
	t := z.Token()
	switch {
	case t.DataAtom == atom.Link && attr(t, "rel") == "alternate" && attr(t, "hreflang") != "":
		return // search engines pass over the alternates of a page that is canonical to another
	case t.DataAtom == atom.Body:
		set(&t, "class", strings.TrimSpace(attr(t, "class")+" elder"))
		raw = []byte(t.String())
	case t.DataAtom == atom.A && slices.Contains(strings.Fields(attr(t, "class")), editionClass):
		e.inSwitch = true
		set(&t, "href", site.Relative(e.url, e.page.URL))
		raw = []byte(t.String())
	case e.redirect(&t):
		raw = []byte(t.String())
	}
	e.out.Write(raw)
	if a, ok := e.assets[elderStyle]; ok && t.DataAtom == atom.Link && attr(t, "rel") == "stylesheet" {
		e.addStyle(t, a)
	}
}

func (e *tokenizedElder) addStyle(first html.Token, a asset) {
	link := html.Token{Type: html.StartTagToken, DataAtom: atom.Link, Data: "link"}
	set(&link, "rel", "stylesheet")
	set(&link, "href", site.Relative(e.url, a.url))
	for _, name := range []string{"integrity", "data-integrity"} {
		if attr(first, name) != "" {
			set(&link, name, a.integrity)
		}
	}
	e.out.WriteString(link.String())
}

// redirect makes the addresses of a tag lead on from the elder page: to pages
// in their elder edition, to all else as before. It reports whether one changed.
func (e *tokenizedElder) redirect(t *html.Token) bool {
	changed := false
	for i, a := range t.Attr {
		if a.Key != "href" && a.Key != "src" && a.Key != "action" {
			continue
		}
		if to, ok := e.address(a.Val); ok && to != a.Val {
			t.Attr[i].Val = to
			changed = true
		}
	}
	return changed
}

// address is an address of the page as the elder page has to write it; false
// for one that does not depend on where the page stands.
func (e *tokenizedElder) address(written string) (string, bool) {
	u, err := url.Parse(written)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/") {
		return "", false
	}
	file := path.Join(path.Dir(e.page.URL), u.Path)
	if to := e.site.Page(file); to != nil && e.site.HasElder(to) {
		file = site.ElderURL(file)
	}
	rest := ""
	if i := strings.IndexAny(written, "?#"); i >= 0 {
		rest = written[i:]
	}
	return site.Relative(e.url, file) + rest, true
}

// attr is the value of a tag's attribute.
func attr(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// set gives a tag an attribute.
func set(t *html.Token, name, value string) {
	for i := range t.Attr {
		if t.Attr[i].Key == name {
			t.Attr[i].Val = value
			return
		}
	}
	t.Attr = append(t.Attr, html.Attribute{Key: name, Val: value})
}
