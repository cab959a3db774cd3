package browsertest

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// A probe looks at the page that is open and says what is wrong with it, one
// line for each fault. Every probe is tried on a page that has the fault
// (faults_test.go): one that finds nothing anywhere would prove nothing.

// barriers asks axe-core for what keeps people from using the page: its
// violations of whatever impact, of the rules named or else of all.
func barriers(t *testing.T, tb *tab, rules ...string) []string {
	t.Helper()
	var faults []string
	for _, v := range violations(t, tb, rules...) {
		if strings.Contains(v, " (serious): ") || strings.Contains(v, " (critical): ") {
			faults = append(faults, v)
		}
	}
	return faults
}

// violations are all violations that axe-core finds, of any impact.
func violations(t *testing.T, tb *tab, rules ...string) []string {
	t.Helper()
	source, err := os.ReadFile(npmFile(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	options := map[string]any{"resultTypes": []string{"violations"}}
	if len(rules) > 0 {
		options["runOnly"] = rules
	}
	how, err := json.Marshal(options)
	if err != nil {
		t.Fatal(err)
	}
	eval[bool](t, tb, `typeof axe === "object" || (() => {`+string(source)+`})() === undefined`)
	type violation struct {
		ID     string `json:"id"`
		Impact string `json:"impact"`
		Help   string `json:"help"`
		Nodes  []struct {
			HTML    string `json:"html"`
			Summary string `json:"summary"`
		} `json:"nodes"`
	}
	found := eval[[]violation](t, tb, `axe.run(document, `+string(how)+`).then(r => r.violations.map(v => ({
		id: v.id, impact: v.impact, help: v.help,
		nodes: v.nodes.slice(0, 3).map(n => ({html: n.html, summary: n.failureSummary}))})))`)
	var faults []string
	for _, v := range found {
		for _, n := range v.Nodes {
			faults = append(faults, fmt.Sprintf("%s (%s): %s\n\t%s\n\t%s", v.ID, v.Impact, v.Help, n.HTML, n.Summary))
		}
	}
	return faults
}

// overflow tells what is wider than the window, so that readers on a telephone
// would have to move the page sideways. What scrolls in a box of its own is
// reached without that.
func overflow(t *testing.T, tb *tab) []string {
	t.Helper()
	return eval[[]string](t, tb, `(() => {
		const wide = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= wide) return [];
		const inBox = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
			if (getComputedStyle(p).overflowX !== "visible") return true; return false; };
		const out = [...document.body.querySelectorAll("*")].filter(e =>
			e.getBoundingClientRect().right > wide + 1 && !inBox(e));
		return ["the page is " + document.documentElement.scrollWidth + " wide in a window of " + wide]
			.concat(out.slice(-3).map(e => e.outerHTML.slice(0, 200)));
	})()`)
}

// noScript turns scripts off for the pages opened from now on.
func noScript(t *testing.T, tb *tab, off bool) {
	t.Helper()
	if err := tb.do(command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off})); err != nil {
		t.Fatal(err)
	}
}

// hiddenText compares the text of the main part with what is laid out: text
// that only a script shows is lost to readers without it. Folded parts
// (details) can be opened and count as shown; what is for paper alone does not
// belong on a screen.
func hiddenText(t *testing.T, tb *tab) []string {
	t.Helper()
	return eval[[]string](t, tb, `(() => {
		const main = document.querySelector("main");
		if (!main || !main.innerText.trim()) return ["the main part shows no text"];
		return [...main.querySelectorAll("*")].filter(e => {
			const own = [...e.childNodes].some(n => n.nodeType === 3 && n.nodeValue.trim());
			if (!own || e.closest("script, style, template, [hidden], svg, .on-paper, details:not([open])")) return false;
			return !e.checkVisibility({visibilityProperty: true, opacityProperty: true});
		}).slice(0, 3).map(e => "not shown: " + e.outerHTML.slice(0, 200));
	})()`)
}

// vnu gives what the Nu HTML checker says of all pages of a folder, in one run
// of Java.
func vnu(t *testing.T, dir string) []string {
	t.Helper()
	needTools(t)
	cmd := exec.CommandContext(t.Context(), "java", "-Xss4m", "-jar", npmFile(t, "vnu-jar/build/dist/vnu.jar"),
		"--errors-only", "--skip-non-html", "--stdout", "--exit-zero-always", "--format", "json", dir)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("vnu: %v\n%s", err, stderr.String())
	}
	var report struct {
		Messages []struct {
			Type, URL, Message, Extract string
			LastLine, LastColumn        int
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatalf("vnu wrote no JSON: %v\n%s%s", err, out, stderr.String())
	}
	var faults []string
	for _, m := range report.Messages {
		name := m.URL
		if _, after, ok := strings.Cut(m.URL, filepath.ToSlash(dir)+"/"); ok {
			name = after
		}
		faults = append(faults, fmt.Sprintf("%s:%d:%d: %s: %s\n\t%s", name, m.LastLine, m.LastColumn, m.Type, m.Message, m.Extract))
	}
	return faults
}

// report fails the test with the faults of a page, each once.
func report(t *testing.T, page string, faults []string) {
	t.Helper()
	const most = 10
	slices.Sort(faults)
	faults = slices.Compact(faults)
	for i, f := range faults {
		if i == most {
			t.Errorf("%s: and %d more", page, len(faults)-most)
			return
		}
		t.Errorf("%s: %s", page, f)
	}
}
