package render

import (
	"regexp"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
	"github.com/tdewolff/minify/v2/svg"
	"github.com/tdewolff/minify/v2/xml"
)

// Media types that are minified.
const (
	typeHTML = "text/html"
	typeCSS  = "text/css"
	typeJS   = "text/javascript"
	typeSVG  = "image/svg+xml"
	typeJSON = "application/json"
	typeXML  = "application/xml"
)

// minifier is tdewolff/minify with the settings of the site.
type minifier struct{ m *minify.M }

// newMinifier keeps document tags, end tags and quotes in HTML: aggregators of
// government portals read pages with tools that know less than a browser. Of
// comments only the directives of server-side includes are left.
func newMinifier() *minifier {
	m := minify.New()
	m.Add(typeHTML, &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true, KeepSpecialComments: true})
	m.AddFunc(typeCSS, css.Minify)
	m.AddFunc(typeJS, js.Minify)
	m.AddFunc(typeSVG, svg.Minify)
	m.AddFuncRegexp(regexp.MustCompile(`[/+]json$`), json.Minify)
	m.AddFunc(typeXML, xml.Minify)
	return &minifier{m}
}

func (m *minifier) bytes(mediaType string, data []byte) ([]byte, error) {
	return m.m.Bytes(mediaType, data)
}
