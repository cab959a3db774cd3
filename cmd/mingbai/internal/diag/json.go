package diag

import (
	"encoding/json"
	"io"
)

// JSONSchema names the form that WriteJSON writes.
const JSONSchema = "mingbai/findings/1"

// jsonReport is the form mingbai/findings/1:
//
//	{"schema": "mingbai/findings/1", "language": "en",
//	 "counts": {"error": 1, "warning": 0, "info": 0},
//	 "findings": [{"code": "K101", "severity": "error", "file": "public/zh/index.html",
//	   "line": 3, "column": 7, "message": "…", "hint": "…",
//	   "cause": {"file": "content/…", "line": 12, "column": 1}}]}
//
// file is relative to the project; line and column are 1-based and left out
// where unknown, as are hint and cause. A later form with other meanings gets
// another number.
type jsonReport struct {
	Schema   string           `json:"schema"`
	Language string           `json:"language"`
	Counts   map[Severity]int `json:"counts"`
	Findings []jsonFinding    `json:"findings"`
}

type jsonFinding struct {
	Code     string   `json:"code"`
	Severity Severity `json:"severity"`
	jsonPosition
	Message string        `json:"message"`
	Hint    string        `json:"hint,omitempty"`
	Cause   *jsonPosition `json:"cause,omitempty"`
}

type jsonPosition struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// WriteJSON writes findings in the order given, with their texts in lang
// ("zh" or "en"), as one JSON object of the form JSONSchema.
func WriteJSON(w io.Writer, fs []Finding, lang string) error {
	report := jsonReport{
		Schema: JSONSchema, Language: lang,
		Counts:   map[Severity]int{Error: Count(fs, Error), Warning: Count(fs, Warning), Info: Count(fs, Info)},
		Findings: make([]jsonFinding, 0, len(fs)),
	}
	for _, f := range fs {
		out := jsonFinding{
			Code: f.Code, Severity: f.Severity, jsonPosition: jsonPosition(f.Position),
			Message: f.Message.In(lang), Hint: f.Hint.In(lang),
		}
		if f.Cause.File != "" {
			cause := jsonPosition(f.Cause)
			out.Cause = &cause
		}
		report.Findings = append(report.Findings, out)
	}
	return writeIndented(w, report)
}

// writeIndented writes JSON for people as well as programs: indented, and with
// < > & as they are.
func writeIndented(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
