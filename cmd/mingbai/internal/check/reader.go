package check

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxQuote is how many characters of a page's text a finding quotes.
const maxQuote = 40

// reader gathers what the rules need to know of a page in one pass over its
// tokens: no tree is built, so the cost grows with the size of the page alone.
type reader struct {
	page    *page
	z       *html.Tokenizer
	nesting nesting
	text    map[atom.Atom]*strings.Builder // text of the open <title>, <h1>, <footer>
	anchor  int                            // index in page.Links of the open <a>, or -1
	attrs   map[string]string              // of the tag at hand
}

// readPage reads the page at path, below the root of the site.
func readPage(path string, data []byte) *page {
	r := &reader{
		page: &page{Path: path, Lang: langOf(path), Metas: map[string][]string{}, idCount: map[string]int{}},
		z:    html.NewTokenizer(bytes.NewReader(data)),
		text: map[atom.Atom]*strings.Builder{}, anchor: -1,
		attrs: map[string]string{},
	}
	for {
		switch r.z.Next() {
		case html.ErrorToken:
			for len(r.nesting.open) > 0 {
				r.nesting.pop(r.nesting.top().tag, r.nesting.top().name, r.ended)
			}
			return r.page
		case html.TextToken:
			r.characters(string(r.z.Text()))
		case html.StartTagToken:
			r.startTag(false)
		case html.SelfClosingTagToken:
			r.startTag(true)
		case html.EndTagToken:
			name, _ := r.z.TagName()
			r.nesting.pop(atom.Lookup(name), string(name), r.ended)
		}
	}
}

// startTag reads a tag with its attributes and opens its element.
func (r *reader) startTag(selfClosing bool) {
	raw, more := r.z.TagName()
	tag, name := atom.Lookup(raw), string(raw)
	clear(r.attrs)
	var order []string
	for more {
		var key, val []byte
		key, val, more = r.z.TagAttr()
		if _, twice := r.attrs[string(key)]; !twice {
			order = append(order, string(key))
			r.attrs[string(key)] = string(val)
		}
	}
	r.nesting.before(tag, r.ended)
	e := r.element(tag, name)
	// The tokenizer takes <noscript> for plain text, as a browser with script
	// does; the pages are made for those without, too.
	if tag == atom.Noscript || (tag == atom.Title && e.in&inPicture != 0) {
		r.z.NextIsNotRawText()
	}
	r.attributes(tag, e, order)
	r.construct(tag, e)
	if void[tag] || (selfClosing && e.in&inPicture != 0) {
		return
	}
	r.nesting.push(e)
}

// element is what the start tag at hand opens, with what it inherits.
func (r *reader) element(tag atom.Atom, name string) element {
	e := element{tag: tag, name: name}
	if up := r.nesting.top(); up != nil {
		e.lang, e.in = up.lang, up.in
	}
	if lang, ok := r.attrs["lang"]; ok {
		e.lang = lang
	}
	e.in |= regionOf(tag)
	e.list = isList(tag)
	if _, hidden := r.attrs["hidden"]; hidden {
		e.in |= inHidden
	}
	return e
}

// construct notes the elements that rules are about.
func (r *reader) construct(tag atom.Atom, e element) {
	p := r.page
	picture := e.in&inPicture != 0
	switch tag {
	case atom.Html:
		p.HTMLLang = r.attrs["lang"]
	case atom.Main:
		p.HasMain = true
	case atom.Meta:
		r.meta()
	case atom.Link:
		r.linkElement()
	case atom.Title, atom.H1, atom.Footer:
		if !picture && r.text[tag] == nil {
			r.text[tag] = &strings.Builder{}
		}
	case atom.Img:
		alt, ok := r.attrs["alt"]
		if !ok {
			p.NoAlt = append(p.NoAlt, r.attrs["src"])
		}
		r.label(alt)
	case atom.Style:
		p.Inline = append(p.Inline, "<style>")
	case atom.Script:
		if _, src := r.attrs["src"]; !src && runs(r.attrs["type"]) {
			p.Inline = append(p.Inline, "<script>")
		}
	}
}

// runs tells scripts from blocks of data, which no policy forbids.
func runs(scriptType string) bool {
	switch strings.ToLower(scriptType) {
	case "application/ld+json", "application/json", "speculationrules":
		return false
	}
	return true
}

func (r *reader) meta() {
	if name := r.attrs["name"]; name != "" {
		r.page.Metas[name] = append(r.page.Metas[name], r.attrs["content"])
	}
	if strings.EqualFold(r.attrs["http-equiv"], "refresh") {
		if _, to, ok := strings.Cut(r.attrs["content"], "="); ok {
			r.page.LeadsOn = true
			r.page.Links = append(r.page.Links, link{Tag: "meta", Attr: "refresh", Href: strings.Trim(to, ` '"`)})
		}
	}
}

func (r *reader) linkElement() {
	p := r.page
	rel := " " + strings.ToLower(r.attrs["rel"]) + " "
	switch {
	case strings.Contains(rel, " canonical "):
		p.Canonicals = append(p.Canonicals, r.attrs["href"])
	case strings.Contains(rel, " alternate ") && r.attrs["hreflang"] != "":
		p.Alternates = append(p.Alternates, alternate{Hreflang: r.attrs["hreflang"], Href: r.attrs["href"]})
	}
}

// ended notes what is known only when an element has closed.
func (r *reader) ended(e element) {
	if e.list && e.items == 0 && e.in&(inHidden|inPicture) == 0 {
		r.page.Empty = append(r.page.Empty, "<"+e.name+">")
	}
	if e.tag == atom.A && r.anchor >= 0 {
		l := &r.page.Links[r.anchor]
		l.Text = firstOf(l.Text, l.label)
		r.anchor = -1
	}
	b := r.text[e.tag]
	if b == nil || (e.in&inPicture != 0) {
		return
	}
	delete(r.text, e.tag)
	text := squeeze(b.String())
	switch e.tag {
	case atom.Title:
		r.page.Titles = append(r.page.Titles, text)
	case atom.H1:
		r.page.H1 = append(r.page.H1, text)
	case atom.Footer:
		r.page.Footer += text + " "
	}
}

// squeeze makes any white space one space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// quote is the beginning of a text, on one line.
func quote(s string) string {
	s = squeeze(s)
	if runes := []rune(s); len(runes) > maxQuote {
		return string(runes[:maxQuote]) + "…"
	}
	return s
}
