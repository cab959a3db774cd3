package diag

import "strings"

// severityWords are the severities as people read them.
var severityWords = map[Severity]Text{
	Error:   {En: "error", Zh: "错误"},
	Warning: {En: "warning", Zh: "警告"},
	Info:    {En: "info", Zh: "提示"},
}

// In is the word for the severity in lang ("zh" or "en").
func (s Severity) In(lang string) string {
	if w, ok := severityWords[s]; ok {
		return w.In(lang)
	}
	return string(s)
}

// Explain is what the rule with a code means, in lang ("zh" or "en"), as plain
// text of several lines. The error for an unknown code is an *UnknownCodeError
// that names the nearest ones.
func (t Table) Explain(code, lang string) (string, error) {
	r, ok := t.Lookup(code)
	if !ok {
		return "", &UnknownCodeError{Code: code, Near: t.near(code), Lang: lang}
	}
	var b strings.Builder
	b.WriteString(r.Code + " " + r.Title.In(lang) + Text{En: " (", Zh: "（"}.In(lang) +
		r.Severity.In(lang) + Text{En: ")\n", Zh: "）\n"}.In(lang))
	b.WriteString("\n" + r.Explain.In(lang) + "\n")
	if hint := r.Hint.In(lang); hint != "" {
		b.WriteString("\n" + Text{En: "To mend it: ", Zh: "处理办法："}.In(lang) + hint + "\n")
	}
	if r.Example != "" {
		b.WriteString("\n" + Text{En: "Example:", Zh: "示例："}.In(lang) + "\n")
		for line := range strings.SplitSeq(strings.TrimRight(r.Example, "\n"), "\n") {
			b.WriteString(strings.TrimRight("    "+line, " ") + "\n")
		}
	}
	return b.String(), nil
}
