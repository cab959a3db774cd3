package diag

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
)

func sarifOf(t *testing.T, fs []Finding, lang string) map[string]any {
	t.Helper()
	var b strings.Builder
	if err := WriteSARIF(&b, fs, SARIFOptions{Lang: lang, Version: "1.2.3", Rules: sampleTable()}); err != nil {
		t.Fatal(err)
	}
	var log map[string]any
	if err := json.Unmarshal([]byte(b.String()), &log); err != nil {
		t.Fatal(err)
	}
	return log
}

// at follows keys and indexes into decoded JSON.
func at(t *testing.T, v any, path ...any) any {
	t.Helper()
	for i, step := range path {
		switch s := step.(type) {
		case string:
			m, ok := v.(map[string]any)
			if !ok || m[s] == nil {
				t.Fatalf("no %v in %v", path[:i+1], v)
			}
			v = m[s]
		case int:
			l, ok := v.([]any)
			if !ok || len(l) <= s {
				t.Fatalf("no %v in %v", path[:i+1], v)
			}
			v = l[s]
		}
	}
	return v
}

func TestSARIFHasWhatTheStandardAsksFor(t *testing.T) {
	log := sarifOf(t, sampleFindings(), "en")
	if at(t, log, "version") != "2.1.0" || !strings.HasSuffix(at(t, log, "$schema").(string), "2.1.0.json") {
		t.Errorf("version %v, schema %v", log["version"], log["$schema"])
	}
	run := at(t, log, "runs", 0)
	if at(t, run, "tool", "driver", "name") != "mingbai" || at(t, run, "columnKind") != "unicodeCodePoints" {
		t.Errorf("driver or column kind: %v", run)
	}
	rules := at(t, run, "tool", "driver", "rules").([]any)
	for _, r := range rules {
		for _, part := range []string{"shortDescription", "fullDescription", "help"} {
			if at(t, r, part, "text") == "" {
				t.Errorf("rule %v: empty %s", at(t, r, "id"), part)
			}
		}
		checkLevel(t, at(t, r, "defaultConfiguration", "level"))
	}
	for _, r := range at(t, run, "results").([]any) {
		checkLevel(t, at(t, r, "level"))
		index := int(at(t, r, "ruleIndex").(float64))
		if got := at(t, rules, index, "id"); got != at(t, r, "ruleId") {
			t.Errorf("ruleIndex %d is %v, not %v", index, got, at(t, r, "ruleId"))
		}
		if at(t, r, "message", "text") == "" {
			t.Errorf("no message: %v", r)
		}
		checkURIs(t, r)
	}
}

// checkLevel holds a level against the standard's list (§3.27.10).
func checkLevel(t *testing.T, level any) {
	t.Helper()
	if !slices.Contains([]any{"none", "note", "warning", "error"}, level) {
		t.Errorf("%v is no level", level)
	}
}

// checkURIs wants every location relative and percent-encoded.
func checkURIs(t *testing.T, result any) {
	t.Helper()
	for _, key := range []string{"locations", "relatedLocations"} {
		list, _ := result.(map[string]any)[key].([]any)
		for _, l := range list {
			uri := at(t, l, "physicalLocation", "artifactLocation", "uri").(string)
			u, err := url.Parse(uri)
			if err != nil || u.IsAbs() || strings.HasPrefix(uri, "/") || strings.ContainsAny(uri, " \\首") {
				t.Errorf("%q is no relative, encoded URI (%v)", uri, err)
			}
		}
	}
}

func TestSARIFResults(t *testing.T) {
	results := at(t, sarifOf(t, sampleFindings(), "zh"), "runs", 0, "results")
	region := at(t, results, 0, "locations", 0, "physicalLocation", "region")
	if at(t, region, "startLine") != 3.0 || at(t, region, "startColumn") != 5.0 {
		t.Errorf("region %v", region)
	}
	page := at(t, results, 1)
	physical := at(t, page, "locations", 0, "physicalLocation").(map[string]any)
	if _, ok := physical["region"]; ok {
		t.Errorf("a region without a line: %v", physical)
	}
	if got := at(t, page, "message", "text"); got != "链接 \"gone.html\" 指向不存在的页面\n改正地址，或者删去链接" {
		t.Errorf("message %q", got)
	}
	if got := at(t, page, "relatedLocations", 0, "physicalLocation", "artifactLocation", "uri"); got != "content/a%20b/%E9%A6%96%E9%A1%B5.zh.md" {
		t.Errorf("uri %q", got)
	}
	if _, ok := at(t, results, 2).(map[string]any)["locations"]; ok {
		t.Error("a finding about the whole site has a location")
	}
}

func TestSARIFFingerprints(t *testing.T) {
	one := dateRule.At(Position{File: "a.md", Line: 3}, "x")
	lower := dateRule.At(Position{File: "a.md", Line: 9}, "x")
	prints := func(fs ...Finding) (out []any) {
		for _, r := range at(t, sarifOf(t, fs, "en"), "runs", 0, "results").([]any) {
			out = append(out, at(t, r, "partialFingerprints", "mingbai/1"))
		}
		return out
	}
	if a, b := prints(one), prints(lower); a[0] != b[0] {
		t.Errorf("a moved finding has another fingerprint: %v, %v", a, b)
	}
	if both := prints(one, lower); both[0] == both[1] {
		t.Errorf("two findings with one fingerprint: %v", both)
	}
}

func TestSARIFOfAnUnknownRule(t *testing.T) {
	f := Finding{Code: "X999", Severity: Error, Message: Text{En: "x"}}
	result := at(t, sarifOf(t, []Finding{f}, "en"), "runs", 0, "results", 0).(map[string]any)
	if _, ok := result["ruleIndex"]; ok {
		t.Errorf("an index for a rule that is not in the table: %v", result)
	}
}
