package browsertest

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// faultySite publishes testdata/faults.txtar.
func faultySite(t *testing.T) place {
	t.Helper()
	needTools(t)
	ar, err := txtar.ParseFile("testdata/faults.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range ar.Files {
		files[f.Name] = f.Data
	}
	return publishTo(t, t.TempDir(), files)
}

// Every probe finds the fault that it is for, and finds none in a good page.
func TestProbesFindFaults(t *testing.T) {
	site := faultySite(t)
	every := func(t *testing.T, tb *tab) []string { return barriers(t, tb) }
	colours := func(t *testing.T, tb *tab) []string { return barriers(t, tb, "color-contrast") }
	load := func(t *testing.T, tb *tab) []string { return tb.taken() }
	tests := []struct {
		page   string
		probe  func(*testing.T, *tab) []string
		script bool
		want   string // in one of the faults; "" for no fault
	}{
		{"good.html", every, true, ""},
		{"good.html", overflow, true, ""},
		{"good.html", hiddenText, false, ""},
		{"good.html", load, true, ""},
		{"barrier.html", every, true, "color-contrast (serious)"},
		{"barrier.html", colours, true, "color-contrast (serious)"},
		{"unnamed.html", every, true, "image-alt (critical)"},
		{"unnamed.html", colours, true, ""},
		{"wide.html", overflow, true, "wide in a window of 390"},
		{"hidden.html", hiddenText, false, "not shown: <p>"},
		{"hidden.html", hiddenText, true, ""},
		{"blank.html", hiddenText, false, "shows no text"},
		{"missing.html", load, true, "gone.css"},
		{"throws.html", load, true, "坏了"},
		{"warns.html", load, true, "小心"},
		{"blocked.html", load, true, "Content Security Policy"},
		{"sum.html", load, true, "integrity"},
	}
	for _, tt := range tests {
		t.Run(tt.page, func(t *testing.T) {
			tb := newTab(t)
			tb.width(t, 390)
			noScript(t, tb, !tt.script)
			tb.open(t, site.http(tt.page))
			faults := tt.probe(t, tb)
			all := strings.Join(faults, "\n")
			if tt.want == "" && len(faults) > 0 {
				t.Errorf("faults in a page without:\n%s", all)
			}
			if !strings.Contains(all, tt.want) {
				t.Errorf("found %q, which does not tell of %q", all, tt.want)
			}
		})
	}
}

func TestCheckerFindsFaults(t *testing.T) {
	site := faultySite(t)
	all := strings.Join(vnu(t, site.dir), "\n")
	if !strings.Contains(all, "invalid.html:3:") || !strings.Contains(all, "not allowed as child") {
		t.Errorf("the fault of invalid.html is not told:\n%s", all)
	}
	if strings.Contains(all, "good.html") {
		t.Errorf("faults in a page without:\n%s", all)
	}
}
