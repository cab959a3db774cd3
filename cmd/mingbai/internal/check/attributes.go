package check

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// idRefs are the attributes that name ids of the same page, separated by
// spaces.
var idRefs = map[string]bool{
	"for": true, "headers": true, "list": true, "form": true, "popovertarget": true, "aria-labelledby": true,
	"aria-describedby": true, "aria-controls": true, "aria-owns": true, "aria-details": true,
	"aria-flowto": true, "aria-activedescendant": true, "aria-errormessage": true,
}

// attributes notes ids, references to ids, links, and inline style and script.
func (r *reader) attributes(tag atom.Atom, e element, order []string) {
	p := r.page
	for _, key := range order {
		val := r.attrs[key]
		switch {
		case key == "id":
			p.IDs = append(p.IDs, val)
			p.idCount[val]++
			if e.in&inMain != 0 && e.in&inPicture == 0 && tag != atom.Main {
				p.mainIDs = append(p.mainIDs, val)
			}
		case key == "style":
			p.Inline = append(p.Inline, `style="`+quote(val)+`"`)
		case strings.HasPrefix(key, "on"):
			p.Inline = append(p.Inline, key+`="`+quote(val)+`"`)
		case key == "srcset" || key == "imagesrcset":
			for _, href := range srcset(val) {
				r.addLink(tag, e, key, href)
			}
		case namesFile(tag, key):
			r.addLink(tag, e, key, val)
		case idRefs[key]:
			for id := range strings.FieldsSeq(val) {
				p.IDRefs = append(p.IDRefs, idRef{key, id})
			}
		}
		switch key {
		case "alt", "title", "aria-label", "content": // shown or read aloud
			p.Marks = appendMarks(p.Marks, val)
		case "href", "src":
			p.Marks = appendResidue(p.Marks, val)
		}
	}
}

// namesFile tells the attributes that hold an address.
func namesFile(tag atom.Atom, key string) bool {
	switch key {
	case "href", "xlink:href", "src", "formaction", "poster", "cite":
		return true
	case "action":
		return tag == atom.Form
	case "data":
		return tag == atom.Object
	}
	return false
}

// addLink notes one address of the tag at hand.
func (r *reader) addLink(tag atom.Atom, e element, attr, href string) {
	p := r.page
	rel := strings.ToLower(r.attrs["rel"])
	p.Links = append(p.Links, link{
		Tag: e.name, Attr: attr, Href: strings.TrimSpace(href), Rel: rel, Integrity: r.attrs["integrity"],
		label:    firstOf(r.attrs["aria-label"], r.attrs["alt"], r.attrs["title"]),
		Loads:    loads(tag, attr, rel),
		Absolute: tag == atom.Link && (rel == "canonical" || (rel == "alternate" && r.attrs["hreflang"] != "")),
		InFooter: e.in&inFooter != 0,
		InMain:   e.in&inMain != 0,
	})
	if tag != atom.A {
		return
	}
	if r.attrs["hreflang"] != "" && strings.Contains(rel, "alternate") {
		p.Alternates = append(p.Alternates, alternate{r.attrs["hreflang"], href, true})
	}
	r.anchor = len(p.Links) - 1
}

// loads tells what a browser fetches without being asked.
func loads(tag atom.Atom, attr, rel string) bool {
	switch tag {
	case atom.A, atom.Area, atom.Form, atom.Button, atom.Input, atom.Blockquote, atom.Q, atom.Ins, atom.Del:
		return false
	case atom.Link:
		for _, word := range []string{"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest",
			"apple-touch-icon", "preconnect", "dns-prefetch"} {
			if strings.Contains(rel, word) {
				return true
			}
		}
		return false
	}
	return attr != "cite"
}

// srcset gives the addresses of a list of pictures with their sizes.
func srcset(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ",") {
		if fields := strings.Fields(part); len(fields) > 0 {
			out = append(out, fields[0])
		}
	}
	return out
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t = quote(t); t != "" {
			return t
		}
	}
	return ""
}
