package docx

import (
	"regexp"

	"mingbai/cmd/mingbai/internal/source/pack"
)

// style is what the reader needs of a style. Nil pointers are not stated, and
// come from the style that it is based on.
type style struct {
	base     string
	contents bool    // of lines of a table of contents
	num      *string // id of a list
	level    *string
	hidden   *bool
}

// readStyles reads the styles of paragraphs and runs.
func (r *reader) readStyles() error {
	r.styles = map[string]*style{}
	root, err := r.part("styles")
	if root == nil || err != nil {
		return err
	}
	for _, n := range root.Nodes {
		if n.Name != "style" {
			continue
		}
		s := &style{base: n.Child("basedOn").Attr("val")}
		s.contents = contentsStyle.MatchString(n.Child("name").Attr("val"))
		s.num, s.level = listOf(n.Child("pPr"))
		s.hidden = toggle(n.Child("rPr", "vanish"))
		r.styles[n.Attr("styleId")] = s
		if n.Attr("type") == "paragraph" && on(n.Attr("default")) {
			r.normal = n.Attr("styleId")
		}
	}
	return nil
}

var contentsStyle = regexp.MustCompile(`(?i)^toc \d$`)

// inContents reports whether a paragraph is a line of a table of contents.
func (r *reader) inContents(props *pack.Node) (yes bool) {
	r.inherited(props.Child("pStyle").Attr("val"), func(s *style) bool { yes = s.contents; return yes })
	return yes
}

// listOf gives the list and the level that properties of a paragraph state.
func listOf(props *pack.Node) (num, level *string) {
	n := props.Child("numPr")
	if v, ok := n.Child("numId").Lookup("val"); ok {
		num = &v
	}
	if v, ok := n.Child("ilvl").Lookup("val"); ok {
		level = &v
	}
	return num, level
}

// toggle reads a property that is on unless its value says otherwise.
func toggle(n *pack.Node) *bool {
	if n == nil {
		return nil
	}
	v, stated := n.Lookup("val")
	b := !stated || on(v)
	return &b
}

func on(v string) bool { return v == "1" || v == "true" || v == "on" }

// maxChain bounds how many styles may be based on one another.
const maxChain = 32

// inherited looks through a style and those it is based on until get finds
// something.
func (r *reader) inherited(id string, get func(*style) bool) {
	for range maxChain {
		s := r.styles[id]
		if s == nil || get(s) {
			return
		}
		id = s.base
	}
}

// hidden reports whether a run is formatted as hidden.
func (r *reader) hidden(run *pack.Node) bool {
	props := run.Child("rPr")
	h := toggle(props.Child("vanish"))
	if h == nil {
		r.inherited(props.Child("rStyle").Attr("val"), func(s *style) bool { h = s.hidden; return h != nil })
	}
	return h != nil && *h
}

// listAt gives the list and level of a paragraph: as it states them, or else
// its style. styles are those through which the list was found.
func (r *reader) listAt(props *pack.Node) (num, level string, styles []string) {
	n, l := listOf(props)
	if n == nil {
		id := props.Child("pStyle").Attr("val")
		if id == "" {
			id = r.normal
		}
		r.inherited(id, func(s *style) bool {
			styles = append(styles, id)
			id = s.base
			if n = s.num; n != nil && l == nil {
				l = s.level
			}
			return n != nil
		})
	}
	if n == nil {
		return "", "", nil
	}
	if l != nil {
		level = *l
	}
	return *n, level, styles
}
