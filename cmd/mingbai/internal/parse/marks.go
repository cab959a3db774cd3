package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/pattern"
)

// Marks of layout are left out of passages: they say how a line looked, and
// would stand between the reader and its number.
var (
	headingMark = pattern.New(`^\s*(?:#{2,6}\s*|#\s+|>\s+|[-*+]\s+)(?:\*\*)?`)
	ruleLine    = pattern.New(`^\s*(?:[-*_=—─－＿＝]\s*){3,}$`)
	tableRule   = pattern.New(`^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$`)
	inlineMark  = pattern.New(`\*\*|__|\\[\\.#*_()\[\]|!<>+-]|(?i:<br ?/?>)|&nbsp;`)
	pageLine    = pattern.New(`^\s*(?:[-—－–·]{1,3}\s*[\d０-９]{1,4}\s*[-—－–·]{1,3}|第\s*[\d０-９]{1,4}\s*页(?:[\s,，/]*共\s*[\d０-９]{1,4}\s*页)?)\s*$`)
)

// plain leaves out what is layout: Markdown's marks, invisible characters,
// ruled lines and page numbers. The cells of a Markdown table come out joined
// by tabs, as other readers give them.
func plain(p passage) passage {
	if ruleLine.MatchString(p.text) || tableRule.MatchString(p.text) || pageLine.MatchString(p.text) {
		return passage{line: p.line}
	}
	p = p.without(invisible(p.text))
	if !strings.ContainsAny(p.text, `*_#>|\<&-+`) {
		return p
	}
	if m := headingMark.FindStringIndex(p.text); m != nil {
		lead := len(p.text) - len(strings.TrimLeftFunc(p.text, unicode.IsSpace))
		end := m[0] + len(strings.TrimSuffix(p.text[m[0]:m[1]], "**"))
		p = p.without([]span{{from: lead, to: end}})
	}
	p = p.without(inlineMarks(p.text))
	return cellsOfPipes(p)
}

// span is a run of bytes; sep is what stands for it.
type span struct {
	from, to int
	sep      string
}

// without leaves spans out of a passage.
func (p *passage) without(spans []span) passage {
	if len(spans) == 0 {
		return *p
	}
	var kept []passage
	at := 0
	for _, s := range spans {
		if s.from > at {
			kept = append(kept, p.slice(at, s.from))
		}
		if s.sep != "" {
			kept = append(kept, passage{line: p.line, text: s.sep})
		}
		at = max(at, s.to)
	}
	if at < len(p.text) {
		kept = append(kept, p.slice(at, len(p.text)))
	}
	if len(kept) == 0 {
		return passage{line: p.line}
	}
	return concat("", kept...)
}

// invisible finds characters of no width, which break names and numbers.
func invisible(s string) []span {
	var out []span
	for i, r := range s {
		switch r {
		case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
			out = append(out, span{from: i, to: i + utf8.RuneLen(r)})
		}
	}
	return out
}

// inlineMarks finds emphasis, where it is paired, and backslashes that escape.
func inlineMarks(s string) []span {
	var out []span
	paired := map[string]bool{"**": strings.Count(s, "**")%2 == 0, "__": strings.Count(s, "__")%2 == 0 && !strings.Contains(s, "____")}
	for _, m := range inlineMark.FindAllStringIndex(s, -1) {
		mark := s[m[0]:m[1]]
		switch {
		case mark[0] == '\\':
			out = append(out, span{from: m[0], to: m[0] + 1})
		case mark[0] == '<' || mark[0] == '&':
			out = append(out, span{m[0], m[1], " "})
		case paired[mark]:
			out = append(out, span{from: m[0], to: m[1]})
		}
	}
	return out
}

// cellsOfPipes takes a row of a Markdown table apart.
func cellsOfPipes(p passage) passage {
	trimmed := strings.TrimSpace(p.text)
	if strings.Count(trimmed, "|") < 2 || !strings.HasPrefix(trimmed, "|") && strings.Count(trimmed, "|") < 3 {
		return p
	}
	row := p.trimmed()
	from := len(row.text) - len(strings.TrimPrefix(row.text, "|"))
	to := len(strings.TrimSuffix(row.text, "|"))
	var cells []passage
	for at := from; at <= to; {
		end := strings.IndexByte(row.text[at:to], '|')
		if end < 0 {
			end = to - at
		}
		cell := row.slice(at, at+end)
		cells = append(cells, cell.trimmed())
		at += end + 1
	}
	if len(cells) == 0 {
		return p
	}
	return concat("\t", cells...)
}
