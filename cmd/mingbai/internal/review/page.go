package review

import (
	_ "embed"
	"html/template"
	"io"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

//go:embed page.html
var pageText string

var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{
	"class": func(k plan.PartKind) string { return "p-" + string(k) },
}).Parse(pageText))

// WritePage writes the review as one HTML page that needs nothing beside it and
// runs no script.
func (r Review) WritePage(w io.Writer) error {
	word := func(name string) string { return words[name].In(r.Lang) }
	type doubt struct {
		Line           int
		Code, Severity string
		Message, Hint  string
	}
	var doubts []doubt
	for _, f := range r.Findings {
		doubts = append(doubts, doubt{f.Line, f.Code, string(f.Severity), f.Message.In(r.Lang), f.Hint.In(r.Lang)})
	}
	lang := "en"
	if r.Lang == "zh" {
		lang = "zh-CN"
	}
	return pageTemplate.Execute(w, map[string]any{
		"Lang": lang, "Review": r, "Doubts": doubts,
		"Title":  word("review") + diag.Text{En: ": ", Zh: "："}.In(r.Lang) + r.Head[0].Value,
		"Lead":   word("lead"),
		"ToView": word("findings"),
		"Legend": word("legend"),
		"Kinds": []Fact{
			{"p-number", word("measure")}, {"p-clause", word("clause")}, {"n-responsibility", word("responsibilities")},
			{"n-deadline", word("deadlines")}, {"n-amount", word("amounts")}, {"n-warning", word("findings")},
		},
	})
}
