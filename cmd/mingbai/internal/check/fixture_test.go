package check

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// The fixtures in testdata/pages are small sites, one for each rule, called by
// its code. A page says itself what must be found on it:
//
//	<!-- want K101 "part of the message" -->
//
// and pages that say nothing must break no rule of that fixture. What is found
// on a file that is not there stands before the files as "want: K601 404.html".

// testConfig is the configuration of the sites in the fixtures.
func testConfig() content.Config {
	return content.Config{
		Name:   plan.Text{Zh: "政策明白网", En: "Policies in Plain Words"},
		Domain: "www.example.gov.cn", SiteCode: "5300000001",
		BaseURL:   "https://www.example.gov.cn/policy/",
		Languages: []plan.Lang{plan.Zh, plan.En},
		Columns:   map[string]content.Column{"home": {Name: plan.Text{Zh: "首页"}}, "departments": {Name: plan.Text{Zh: "部门职责"}}},
		Footer: content.Footer{
			Sponsor: plan.Text{Zh: "示例办公室", En: "The example office"},
			Contact: plan.Text{Zh: "0871-00000000"},
			ConacID: "ABC123", ICP: "滇ICP备1号", PoliceCode: "53000000000001",
		},
	}
}

const testClock = plan.Date("2022-10-15")

// want is a finding that a fixture asks for.
type want struct{ code, file, text string }

var (
	wantMark = regexp.MustCompile(`(?:<!--|/\*) want (K\d{3})(?: ("(?:[^"\\]|\\.)*"))? (?:-->|\*/)`)
	wantLine = regexp.MustCompile(`(?m)^want: (K\d{3}) (\S+)$`)
)

// readFixture gives the files of a fixture and what must be found in them.
func readFixture(t testing.TB, name string) (map[string][]byte, []want) {
	t.Helper()
	ar, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	var wants []want
	for _, m := range wantLine.FindAllStringSubmatch(string(ar.Comment), -1) {
		wants = append(wants, want{m[1], m[2], ""})
	}
	for _, f := range ar.Files {
		files[f.Name] = f.Data
		for _, m := range wantMark.FindAllStringSubmatch(string(f.Data), -1) {
			w := want{code: m[1], file: f.Name}
			if m[2] != "" {
				if w.text, err = strconv.Unquote(m[2]); err != nil {
					t.Fatalf("%s: %s: %v", name, m[2], err)
				}
			}
			wants = append(wants, w)
		}
	}
	return files, wants
}

// compare reports wants that were not found and findings that nobody wanted.
func compare(t *testing.T, wants []want, findings []diag.Finding) {
	t.Helper()
	left := slices.Clone(findings)
	for _, w := range wants {
		i := slices.IndexFunc(left, func(f diag.Finding) bool {
			return f.Code == w.code && f.File == path.Join(publicDir, w.file) && strings.Contains(f.Message.En, w.text)
		})
		if i < 0 {
			t.Errorf("%s: nothing found for want %s %q", w.file, w.code, w.text)
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	for _, f := range left {
		t.Errorf("not wanted: %s", f)
	}
}

func TestRulesOnFixtures(t *testing.T) {
	names, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, name := range names {
		code := strings.TrimSuffix(filepath.Base(name), ".txtar")
		t.Run(code, func(t *testing.T) {
			files, wants := readFixture(t, name)
			s := subject{Config: testConfig(), Clock: testClock, Files: files}
			findings, err := s.check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			findings = slices.DeleteFunc(findings, func(f diag.Finding) bool { return f.Code != code })
			compare(t, wants, findings)
			checkBothCases(t, files, wants)
		})
	}
}

// checkBothCases wants a page that breaks the rule and one that keeps it.
func checkBothCases(t *testing.T, files map[string][]byte, wants []want) {
	t.Helper()
	if len(wants) == 0 {
		t.Error("the fixture wants nothing: no case breaks the rule")
	}
	for name := range files {
		if !slices.ContainsFunc(wants, func(w want) bool { return w.file == name }) {
			return
		}
	}
	t.Error("every file of the fixture breaks the rule: no case keeps it")
}

// Every rule over pages has a fixture, and every fixture a rule.
func TestEveryPageRuleHasAFixture(t *testing.T) {
	var rules []*diag.Rule
	for _, c := range pageChecks() {
		rules = append(rules, c.rules...)
	}
	for _, c := range siteChecks() {
		rules = append(rules, c.rules...)
	}
	known := map[string]bool{}
	for _, r := range rules {
		known[r.Code] = true
		if _, err := os.Stat(fmt.Sprintf("testdata/pages/%s.txtar", r.Code)); err != nil {
			t.Errorf("rule %s (%s) has no fixture: %v", r.Code, r.Title.En, err)
		}
	}
	names, _ := filepath.Glob("testdata/pages/*.txtar")
	for _, name := range names {
		if code := strings.TrimSuffix(filepath.Base(name), ".txtar"); !known[code] {
			t.Errorf("%s belongs to no rule", name)
		}
	}
}

func TestRulesMakeATable(t *testing.T) {
	if _, err := diag.NewTable(Rules()); err != nil {
		t.Error(err)
	}
	for _, r := range Rules() {
		if r.Example == "" {
			t.Errorf("rule %s has no example", r.Code)
		}
	}
}

// The order of the findings must not depend on which page was read first.
func TestCheckIsDeterministic(t *testing.T) {
	files := map[string][]byte{}
	for _, code := range []string{"K101", "K411", "K503", "K524"} {
		some, _ := readFixture(t, "testdata/pages/"+code+".txtar")
		for name, data := range some {
			files[code+"/"+name] = data
		}
	}
	s := subject{Config: testConfig(), Clock: testClock, Files: files}
	first, err := s.check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := s.check(t.Context())
		if err != nil || !slices.Equal(first, again) {
			t.Fatalf("another run gave other findings (%v)", err)
		}
	}
}

func TestCheckStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	files := map[string][]byte{}
	for i := range 100 {
		files[fmt.Sprintf("zh/%d.html", i)] = []byte("<p>")
	}
	if _, err := (subject{Files: files}).check(ctx); err == nil {
		t.Error("a cancelled check ended as if it were whole")
	}
}
