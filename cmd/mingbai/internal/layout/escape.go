package layout

import (
	"html/template"
	"reflect"
	"strings"
	"text/template/parse"
)

// escaperPrefix begins the names of html/template's escapers.
const escaperPrefix = "_html_template_"

// splitChain takes the escapers that html/template has put behind a value off
// its commands, and gives their names.
func splitChain(cmds []*parse.CommandNode) (value []*parse.CommandNode, chain string) {
	end := len(cmds)
	for ; end > 0; end-- {
		name, ok := cmds[end-1].Args[0].(*parse.IdentifierNode)
		if !ok || !strings.HasPrefix(name.Ident, escaperPrefix) {
			break
		}
		chain = strings.TrimPrefix(name.Ident, escaperPrefix) + "|" + chain
	}
	return cmds[:end], strings.TrimSuffix(chain, "|")
}

// escaper writes values of one kind of place in a page.
type escaper struct {
	// fast appends common values; false for one that html/template has to
	// escape. nil where it has to escape all.
	fast func(dst []byte, s string, is content) ([]byte, bool)
	slow *original
	in   place
	raw  bool // plain text has nothing done to it but entities
	data bool // values are written as JSON
}

// place is the kind of place that an escaper is for.
type place int

const (
	inText  place = iota // between tags
	inTitle              // in elements that hold text and entities, but no tags
	inAttr               // in a value in quotes
	inCode               // in a script or style
	inName               // in a tag
	inNone               // in a comment, which is dropped
)

// content is what html/template takes a value for.
type content int

const (
	plainText content = iota
	htmlText
	urlText
	otherText
)

// escapers are the chains of escapers that html/template makes.
var escapers = map[string]*escaper{
	"htmlescaper":                         {fast: appendText, slow: newOriginal("", ""), in: inText},
	"rcdataescaper":                       {fast: appendTitle, slow: newOriginal("<title>", "</title>"), in: inTitle},
	"attrescaper":                         {fast: appendAttr, slow: newOriginal(`<p title="`, `">`), in: inAttr, raw: true},
	"urlfilter|urlnormalizer|attrescaper": {fast: appendURL, slow: newOriginal(`<a href="`, `">`), in: inAttr},
	"urlnormalizer|attrescaper":           {fast: appendPath, slow: newOriginal(`<a href="/`, `">`), in: inAttr},
	"urlescaper|attrescaper":              {fast: appendQuery, slow: newOriginal(`<a href="?`, `">`), in: inAttr},
	"urlfilter|attrescaper":               {slow: newOriginal(`<meta http-equiv="refresh" content="0; url=`, `">`), in: inAttr},
	"srcsetescaper|attrescaper":           {slow: newOriginal(`<img srcset="`, `">`), in: inAttr},
	"cssvaluefilter|attrescaper":          {slow: newOriginal(`<p style="top:`, `">`), in: inAttr},
	"jsvalescaper|attrescaper":            {slow: newOriginal(`<p onclick="f(`, `)">`), in: inAttr},
	"nospaceescaper":                      {slow: newOriginal(`<p title=`, `>`), in: inName},
	"htmlnamefilter":                      {slow: newOriginal(`<p `, `>`), in: inName},
	"jsvalescaper":                        {data: true, slow: newOriginal(`<script>`, `</script>`), in: inCode},
	"jsstrescaper":                        {slow: newOriginal(`<script>"`, `"</script>`), in: inCode},
	"cssvaluefilter":                      {slow: newOriginal(`<style>p{top:`, `}</style>`), in: inCode},
	"commentescaper":                      {fast: appendNothing, in: inNone},
}

// append escapes a value as html/template does.
func (e *escaper) append(dst []byte, v reflect.Value, t *typeFacts) []byte {
	if s, is, ok := t.text(v); ok && e.fast != nil {
		if out, ok := e.fast(dst, s, is); ok {
			return out
		}
	}
	if e.slow == nil {
		return dst
	}
	if e.data && (v.Kind() == reflect.Map || v.Kind() == reflect.Slice) {
		if out, ok := appendData(dst, v); ok {
			return out
		}
	}
	return e.slow.append(dst, interfaceOf(v))
}

// original is html/template itself, with one value in a place that has a chain
// of escapers.
type original struct {
	before, after string
	t             *template.Template
}

func newOriginal(before, after string) *original {
	t := template.Must(template.New("").Parse(before + "{{.}}" + after))
	return &original{before: before, after: after, t: t}
}

func (o *original) append(dst []byte, v any) []byte {
	if _, ok := v.(reflect.Value); ok { // a template would look into it
		panic(giveUp{})
	}
	var b strings.Builder
	if err := o.t.Execute(&b, v); err != nil {
		panic(giveUp{})
	}
	return append(dst, strings.TrimSuffix(strings.TrimPrefix(b.String(), o.before), o.after)...)
}
