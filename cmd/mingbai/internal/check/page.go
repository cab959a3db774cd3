package check

import (
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// page is what the rules need to know of one finished HTML page (or SVG
// picture, which has links and anchors only), gathered in one pass.
type page struct {
	Path string    // below the site's root, e.g. "zh/index.html"
	Lang plan.Lang // the language folder it stands in, "" at the root

	HTMLLang   string              // <html lang>
	Titles     []string            // texts of <title> in the head
	H1         []string            // texts of <h1>
	Metas      map[string][]string // <meta name> → contents
	Canonicals []string            // <link rel=canonical>
	Alternates []alternate         // <link rel=alternate hreflang>, and the language switch

	IDs      []string       // in order, doubles included
	idCount  map[string]int // how often each stands
	mainIDs  []string       // those in <main>, outside pictures
	IDRefs   []idRef        // attributes that name ids of the same page
	Links    []link         // everything that names another file
	NoAlt    []string       // pictures without alt
	Inline   []string       // inline style and script, as the markup that it is
	Empty    []string       // names of list elements without items
	Marks    []mark         // what must not stand in published text
	Foreign  []string       // text in the other language without lang
	LeadsOn  bool           // by itself, before anyone reads it
	Footer   string         // text of <footer>
	MainText int            // characters in <main> outside headings and navigation
	HasMain  bool
}

// alternate is a link to the same page in another language.
type alternate struct {
	Hreflang, Href string
	Switch         bool // an <a> that people see, not a <link>
}

// idRef is an attribute such as for= or aria-labelledby= with one of its ids.
type idRef struct{ Attr, ID string }

// link is an attribute that names another file, or another place of this one.
type link struct {
	Tag, Attr string
	Href      string // as written
	Text      string // what people see: text, else label
	label     string // aria-label, alt or title
	Rel       string
	Integrity string
	Loads     bool // the browser fetches it by itself: a style sheet, script or picture
	Absolute  bool // has to be absolute: canonical, hreflang
	InFooter  bool
	InMain    bool
	to        target // where it leads
}

// has reports whether an id stands on the page.
func (p *page) has(id string) bool { return p.idCount[id] > 0 }

func (p *page) isErrorPage() bool { return isErrorPage(p.Path) }

// isColumn tells pages that list others, by their portal tags.
func (p *page) isColumn() bool { return len(p.Metas["ColumnName"]) > 0 }

// twin is the path of the same page in the other language, "" at the root.
func (p *page) twin() string { return string(appendTwin(nil, p.Path)) }

// langOf is the language of the folder in which a path stands.
func langOf(name string) plan.Lang {
	first, _, _ := strings.Cut(name, "/")
	switch l := plan.Lang(first); l {
	case plan.Zh, plan.En:
		return l
	}
	return ""
}
