package check_test

import (
	"path"
	"testing"

	"mingbai/cmd/mingbai/internal/check"
	"mingbai/cmd/mingbai/internal/site"
)

// The scanner serves all pages that this project makes, and sees in each what
// the reader sees.
func TestScannerAgreesOnOwnSite(t *testing.T) {
	s, files := ownSite(t)
	c := check.New(s)
	left := 0
	for name, data := range files {
		if path.Ext(name) != ".html" || site.IsElder(name) {
			continue
		}
		want := c.Read(name, data)
		got, ok := c.Scan(name, data)
		if !ok {
			left++
			t.Logf("%s is left to the reader", name)
		} else if got != want {
			t.Errorf("%s: scanned %+v\nread %+v", name, got, want)
		}
	}
	if left > 2 { // the choice of language leads on by itself
		t.Errorf("%d pages are left to the reader", left)
	}
}
