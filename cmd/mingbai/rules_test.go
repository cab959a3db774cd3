package main

import "testing"

// Codes are unique over all packages, and every rule says what it means in
// both languages; diag.NewTable reports what does not hold.
func TestRuleTable(t *testing.T) {
	table, err := ruleTable()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "zh"} {
		for _, r := range table.Rules() {
			if _, err := table.Explain(r.Code, lang); err != nil {
				t.Error(err)
			}
		}
	}
}
