package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/url"
	"strconv"
)

// The parts of SARIF 2.1.0 (OASIS standard) that a report of findings needs;
// names and nesting are the standard's.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		Language   string        `json:"language"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string       `json:"id"`
		ShortDescription sarifMessage `json:"shortDescription"`
		FullDescription  sarifMessage `json:"fullDescription"`
		Help             sarifMessage `json:"help"`
		Default          sarifDefault `json:"defaultConfiguration"`
	}
	sarifDefault struct {
		Level string `json:"level"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    *int              `json:"ruleIndex,omitempty"`
		Level        string            `json:"level"`
		Message      sarifMessage      `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI    string `json:"uri"`
		BaseID string `json:"uriBaseId"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
)

// SARIFOptions says what a SARIF report holds beside the findings.
type SARIFOptions struct {
	Lang    string // "zh" or "en"
	Version string // of the program; may be empty
	Rules   Table  // the rules that were looked for, with their help
}

// WriteSARIF writes findings in the order given as a SARIF 2.1.0 log, which
// code hosts and editors show beside the files. Paths are relative to the
// project (%SRCROOT%), columns count characters. A result's fingerprint is
// made of code, file and message without line numbers, so that a finding stays
// the same one when the text above it grows.
func WriteSARIF(w io.Writer, fs []Finding, opts SARIFOptions) error {
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "mingbai", Version: opts.Version, Rules: sarifRules(opts)}},
		Language:   opts.Lang,
		ColumnKind: "unicodeCodePoints",
		Results:    make([]sarifResult, 0, len(fs)),
	}
	seen := map[string]int{}
	for _, f := range fs {
		r := sarifResult{
			RuleID: f.Code, Level: sarifLevel(f.Severity),
			Message:   sarifMessage{sarifText(f, opts.Lang)},
			Locations: sarifAt(f.Position), Related: sarifAt(f.Cause),
			Fingerprints: map[string]string{"mingbai/1": fingerprint(f, seen)},
		}
		if i, ok := opts.Rules.index(f.Code); ok {
			r.RuleIndex = &i
		}
		run.Results = append(run.Results, r)
	}
	return writeIndented(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// sarifText is the message with its hint: viewers show no other field.
func sarifText(f Finding, lang string) string {
	hint := f.Hint.In(lang)
	if hint == "" {
		return f.Message.In(lang)
	}
	return f.Message.In(lang) + "\n" + hint
}

func sarifRules(opts SARIFOptions) []sarifRule {
	rules := make([]sarifRule, 0, len(opts.Rules.rules))
	for _, r := range opts.Rules.rules {
		help := r.Explain.In(opts.Lang)
		if hint := r.Hint.In(opts.Lang); hint != "" {
			help += "\n\n" + hint
		}
		rules = append(rules, sarifRule{
			ID:               r.Code,
			ShortDescription: sarifMessage{r.Title.In(opts.Lang)},
			FullDescription:  sarifMessage{r.Explain.In(opts.Lang)},
			Help:             sarifMessage{help},
			Default:          sarifDefault{sarifLevel(r.Severity)},
		})
	}
	return rules
}

// sarifLevel is the standard's word for a severity.
func sarifLevel(s Severity) string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "note"
}

// sarifAt is a position as a list of at most one location: a finding about the
// whole site has none.
func sarifAt(pos Position) []sarifLocation {
	if pos.File == "" {
		return nil
	}
	at := sarifPhysical{Artifact: sarifArtifact{URI: (&url.URL{Path: pos.File}).String(), BaseID: "%SRCROOT%"}}
	if pos.Line > 0 {
		at.Region = &sarifRegion{StartLine: pos.Line, StartColumn: pos.Column}
	}
	return []sarifLocation{{at}}
}

// fingerprint names a finding apart from its line; equal ones are numbered.
func fingerprint(f Finding, seen map[string]int) string {
	sum := sha256.Sum256([]byte(f.Code + "\x00" + f.File + "\x00" + f.Message.En))
	key := hex.EncodeToString(sum[:8])
	seen[key]++
	return key + ":" + strconv.Itoa(seen[key])
}
