package diag

import (
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"
)

// TextOptions says how WriteText shows findings.
type TextOptions struct {
	Lang   string // "zh" or "en"
	Colour bool   // with terminal colours; only where the reader is a terminal
	Source fs.FS  // the project, to show the line a finding is about; nil for none
}

// Terminal colours, by what they mark.
const (
	colourReset = "\x1b[0m"
	colourBold  = "\x1b[1m"
	colourDim   = "\x1b[2m"
	colourRed   = "\x1b[31m"
	colourAmber = "\x1b[33m"
	colourBlue  = "\x1b[34m"
)

// WriteText writes findings in the order given, one after the other:
//
//	file:line:column: severity: message [code]
//	    12 | the line, when Source has it
//	       |     ^
//	  from: the content file behind a page
//	  hint: how to mend it
func WriteText(w io.Writer, findings []Finding, opts TextOptions) error {
	p := textPrinter{TextOptions: opts, excerpts: excerpts{fsys: opts.Source}}
	for _, f := range findings {
		p.finding(f)
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

type textPrinter struct {
	TextOptions
	excerpts excerpts
	b        strings.Builder
}

func (p *textPrinter) finding(f Finding) {
	if f.File != "" {
		p.b.WriteString(p.paint(colourBold, printable(f.Position.String())) + ": ")
	}
	fmt.Fprintf(&p.b, "%s: %s %s\n", p.paint(severityColour(f.Severity), f.Severity.In(p.Lang)),
		printable(f.Message.In(p.Lang)), p.paint(colourDim, "["+f.Code+"]"))
	at := f.Position
	if at.Line == 0 {
		at = f.Cause
	}
	p.b.WriteString(p.excerpts.at(at))
	if f.Cause.File != "" {
		p.note(Text{En: "from", Zh: "来自"}, f.Cause.String())
	}
	if hint := f.Hint.In(p.Lang); hint != "" {
		p.note(Text{En: "hint", Zh: "建议"}, hint)
	}
}

// note writes an indented line under a finding.
func (p *textPrinter) note(word Text, text string) {
	colon := Text{En: ": ", Zh: "："}.In(p.Lang)
	p.b.WriteString("  " + p.paint(colourDim, word.In(p.Lang)+colon) + printable(text) + "\n")
}

func (p *textPrinter) paint(colour, s string) string {
	if !p.Colour {
		return s
	}
	return colour + s + colourReset
}

func severityColour(s Severity) string {
	switch s {
	case Error:
		return colourRed
	case Warning:
		return colourAmber
	}
	return colourBlue
}

// printable keeps text on its line and keeps it from steering the terminal:
// findings quote documents and content that anyone may have written. Marks
// that turn the direction of writing could make one text look like another.
func printable(s string) string {
	if !strings.ContainsFunc(s, steers) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if steers(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func steers(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

// Summary counts findings in words: "2 errors, 1 warning", or that there are
// none.
func Summary(fs []Finding) Text {
	var en, zh []string
	for _, s := range []Severity{Error, Warning, Info} {
		n := Count(fs, s)
		if n == 0 {
			continue
		}
		plural := "s"
		if n == 1 || s == Info {
			plural = ""
		}
		en = append(en, fmt.Sprintf("%d %s%s", n, s.In("en"), plural))
		zh = append(zh, fmt.Sprintf("%d 个%s", n, s.In("zh")))
	}
	if len(en) == 0 {
		return Text{En: "no findings", Zh: "没有发现问题"}
	}
	return Text{En: strings.Join(en, ", "), Zh: strings.Join(zh, "，")}
}
