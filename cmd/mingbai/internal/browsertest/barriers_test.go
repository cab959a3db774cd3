package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/plan"
)

// byLayout are the rules of axe-core whose outcome depends on how wide the page
// is; the others look at what stands in it, which is the same at any width.
var byLayout = []string{"target-size", "scrollable-region-focusable", "link-name", "aria-hidden-focus"}

// byColour are those that depend on the colours.
var byColour = []string{"color-contrast", "link-in-text-block"}

// axe-core finds no barrier of any impact on a page of any kind, on a telephone,
// a tablet and a screen, by day and by night.
func TestSiteHasNoBarriers(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			tb := newTab(t)
			for _, name := range b.samples() {
				// The error page at the root has both languages.
				if !strings.HasPrefix(name, string(lang)+"/") && (lang != plan.Zh || strings.Contains(name, "/")) {
					continue
				}
				tb.width(t, 360)
				tb.scheme(t, "light")
				tb.open(t, place.http(name))
				report(t, name, barriers(t, tb))
				if lang != plan.Zh {
					continue // in other widths and colours both languages are alike
				}
				tb.scheme(t, "dark")
				report(t, name+" (dark)", barriers(t, tb, byColour...))
				for _, pixels := range []int64{768, 1280} {
					tb.width(t, pixels)
					report(t, fmt.Sprintf("%s (%d px)", name, pixels), barriers(t, tb, byLayout...))
				}
			}
		})
	}
}
