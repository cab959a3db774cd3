package site

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// The parts of the content that pages show as they are. Package site stands
// between the content and whoever shows it.
type (
	Pair        = content.Pair
	Contact     = content.Contact
	Translation = content.Translation
	TextState   = content.State
	Guide       = content.Guide
)

// PortalColumn is the frame of a site that stands within a portal's pages.
const PortalColumn = content.PortalColumn

// Parts of a site, beside kinds of pages, that the configuration may leave out.
const (
	SiteMapFilePart = content.SiteMapFilePart
	RobotsPart      = content.RobotsPart
	PortalTagsPart  = content.PortalTagsPart
	AnyLanguagePart = content.AnyLanguagePart
	MentionsPart    = content.MentionsPart
)

// States of a translation that pages treat in a way of their own.
const (
	Original = content.Original
	Missing  = content.Missing
)

// Name is a short text as a page shows it.
type Name struct {
	Text   string      // "" when neither language has one
	Lang   plan.Lang   // of the text; it may be the other language's
	Origin plan.Origin // how sure the text is
}

// TitleOf is the title of a pair in lang, else in the other language.
func TitleOf(p *Pair, lang plan.Lang) Name {
	for _, l := range []plan.Lang{lang, lang.Other()} {
		if own := p.In(l); own.Title != "" {
			return Name{Text: own.Title, Lang: l, Origin: own.TitleOrigin}
		}
	}
	return Name{Lang: lang}
}

// NameOf is a text in lang, else in the other language.
func NameOf(t plan.Text, lang plan.Lang) Name {
	if s, ok := t.In(lang); ok {
		return Name{Text: s, Lang: lang}
	}
	if s, ok := t.In(lang.Other()); ok {
		return Name{Text: s, Lang: lang.Other()}
	}
	return Name{Lang: lang}
}

// Name is what lists call a measure: its title, else the beginning of its text,
// else its number.
func (m *Measure) Name(lang plan.Lang) Name {
	if n := TitleOf(&m.Pair, lang); n.Text != "" {
		return n
	}
	if n := Excerpt(&m.Pair, lang); n.Text != "" {
		return n
	}
	return Name{Text: m.Number + m.Slug, Lang: lang}
}

// Name is what lists call a plan: its title, else that of its document.
func (p *Plan) Name(lang plan.Lang) Name {
	if n := TitleOf(&p.Pair, lang); n.Text != "" {
		return n
	}
	return TitleOf(&p.Document.Pair, lang)
}

// Name is what lists call a department: its short name, else its full one.
func (d *Department) Name(lang plan.Lang) Name {
	if short, ok := d.Short.In(lang); ok {
		return Name{Text: short, Lang: lang}
	}
	return TitleOf(&d.Pair, lang)
}

// Name is what lists call a scope.
func (s Scope) Name(lang plan.Lang) Name {
	if s.Action != nil {
		return TitleOf(&s.Action.Pair, lang)
	}
	return s.Plan.Name(lang)
}

// Foreign reports whether the text is not in lang.
func (n Name) Foreign(lang plan.Lang) bool { return n.Text != "" && n.Lang != lang }

// State says what the text of a pair in lang is.
func State(p *Pair, lang plan.Lang) Translation {
	if t := p.In(lang).Translation; t != nil {
		return *t
	}
	return Translation{}
}

// Excerpt is the beginning of the text of a pair, for a measure that has no
// heading: up to the first comma or stop, or to a length that fits a line. It
// ends in "…", so that nobody takes it for a title as issued.
func Excerpt(p *Pair, lang plan.Lang) Name {
	for _, l := range []plan.Lang{lang, lang.Other()} {
		for b := range p.In(l).EachBlock() {
			if b.Level > 0 {
				continue
			}
			if text := beginning(PlainText(b.Text), l); text != "" {
				return Name{Text: text + "…", Lang: l}
			}
		}
	}
	return Name{Lang: lang}
}

// Opening is the beginning of the text of a pair for those who only glance at
// it, in search results and shared links: whole sentences as far as they fit,
// else words. It is "" where neither language has a text.
func Opening(p *Pair, lang plan.Lang) Name {
	for _, l := range []plan.Lang{lang, lang.Other()} {
		for b := range p.In(l).EachBlock() {
			if b.Level > 0 {
				continue
			}
			if text := PlainText(b.Text); text != "" {
				return Name{Text: opening(text, openingLength[l]), Lang: l}
			}
		}
	}
	return Name{Lang: lang}
}

var openingLength = map[plan.Lang]int{plan.Zh: 100, plan.En: 240}

func opening(text string, limit int) string {
	cut := offsetOf(text, limit)
	if cut == len(text) {
		return text
	}
	next, _ := utf8.DecodeRuneInString(text[cut:])
	for i, at := limit-1, cut; i > limit/3; i-- {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if r == '。' || r == '；' || r == '.' && unicode.IsSpace(next) {
			return text[:at]
		}
		next, at = r, at-size
	}
	for i, at := limit-1, cut; i > limit/2; i-- {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
		if unicode.IsSpace(r) || r == '，' {
			return text[:at] + "…"
		}
	}
	return text[:cut] + "…"
}

// offsetOf is where the nth character of a text begins, or its end.
func offsetOf(text string, n int) int {
	if len(text) <= n {
		return len(text)
	}
	for at := range text {
		if n == 0 {
			return at
		}
		n--
	}
	return len(text)
}

// Lengths of excerpts in characters: a Chinese character is as wide as two
// Latin ones, and says more.
var excerptLength = map[plan.Lang]int{plan.Zh: 28, plan.En: 80}

func beginning(text string, lang plan.Lang) string {
	if end := strings.IndexAny(text, "，。；：;"); end > 0 {
		text = text[:end]
	}
	limit := excerptLength[lang]
	if utf8.RuneCountInString(text) <= limit {
		return strings.TrimRight(text, ". ")
	}
	// Not in the middle of a word, nor of what stands between two pauses.
	pause := unicode.IsSpace
	if lang == plan.Zh {
		pause = func(r rune) bool { return r == '、' }
	}
	runes := []rune(text)[:limit]
	for i := len(runes) - 1; i > limit/2; i-- {
		if pause(runes[i]) {
			runes = runes[:i]
			break
		}
	}
	return strings.TrimRight(string(runes), " ,.、")
}

// linkForm is a link of Markdown whose brackets are not escaped.
var linkForm = regexp.MustCompile(`(^|[^\\])\[([^\]]*[^\]\\])\]\([^)\s]*\)`)

// PlainText takes the marks of Markdown out of a line of text.
func PlainText(markdown string) string {
	if strings.Contains(markdown, "](") {
		markdown = linkForm.ReplaceAllString(markdown, "$1$2")
	}
	if !strings.ContainsAny(markdown, "\\*`") && utf8.ValidString(markdown) { // as nearly all is
		return strings.TrimSpace(html.UnescapeString(markdown))
	}
	var b strings.Builder
	escaped := false
	for _, r := range markdown {
		switch {
		case escaped:
			b.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
		case r == '*', r == '`':
		default:
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(html.UnescapeString(b.String()))
}
