package render

import (
	"regexp"
	"strings"

	"mingbai/cmd/mingbai/internal/markdown"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// issued names the state of a text as issued, for words and styles.
const issued = "issued"

// issuedAs names the state of a text as issued: wholly, or but for names that
// were put back.
func issuedAs(pair *site.Pair, lang plan.Lang) string {
	if len(pair.In(lang).Restored) > 0 {
		return "names"
	}
	return issued
}

// signLayout shows a sign.
const signLayout = "_sign.html"

// Sign stands at a paragraph that is not as issued. Its words are in the
// language of the paragraph.
type Sign struct {
	Text  string
	Label string // in full, for those who do not see where the sign stands
	Href  string // of the paragraph in the document as issued; "" where it is not kept
	Note  string // that the source has changed since; else ""
}

// sign is the sign of the paragraph with an anchor; nil where it is as issued,
// and where an editor wrote it, since it stands in no source.
func (p *pager) sign(pair *site.Pair, lang plan.Lang, anchor string) *Sign {
	from := site.ProvenanceOf(pair, lang, anchor)
	if from.State == site.Original || from.Line == 0 {
		return nil
	}
	own := p.in(lang)
	state := own.say("text." + string(from.State))
	s := &Sign{Text: own.say("sign"), Label: own.say("sign.label.unplaced", state)}
	if from.Outdated {
		s.Note = own.say("sign.outdated")
	}
	if doc := p.page.Document; doc != nil {
		if line := p.sourceLine(doc, from.Line); line != nil {
			s.Href, s.Label = line.Href, own.say("sign.label", state, line.Line)
		}
	}
	return s
}

// signHTML is a sign as its layout shows it; "" for none.
func (p *pager) signHTML(s *Sign) string {
	if s == nil {
		return ""
	}
	html, wrong := p.layouts.part(p.lang, signLayout, s)
	p.findings = append(p.findings, wrong...)
	return strings.TrimSpace(string(html))
}

// signed is the HTML of a block with its signs: at the end of a paragraph, so
// that its text is read first, and at the beginning of what holds several.
func (p *pager) signed(pair *site.Pair, lang plan.Lang, b markdown.Block) string {
	html := b.HTML
	for _, id := range b.IDs {
		sign := p.signHTML(p.sign(pair, lang, id))
		if sign == "" {
			continue
		}
		if b.Kind == markdown.Paragraph {
			return p.signedParagraph(html, sign)
		}
		html = strings.Replace(html, `id="`+id+`">`, `id="`+id+`">`+sign+" ", 1)
	}
	return html
}

// signedParagraph puts a sign at the end of a paragraph.
func (p *pager) signedParagraph(html, sign string) string {
	return strings.TrimSuffix(html, "</p>") + " " + sign + "</p>"
}

// anchorAttribute is an anchor as package markdown writes it; in text, quotes
// are escaped.
var anchorAttribute = regexp.MustCompile(` id="[^"]*"`)
