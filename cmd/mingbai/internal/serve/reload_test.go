package serve

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// browse opens an address in a real browser.
func browse(t *testing.T, url string) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("left out by -short: this test needs a real browser")
	}
	opts := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.DisableGPU, chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	if os.Geteuid() == 0 {
		opts = append(opts, chromedp.NoSandbox) // Chromium has no sandbox for root
	}
	ctx, stop := chromedp.NewExecAllocator(t.Context(), opts...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(ctx)
	t.Cleanup(closeTab)
	if err := chromedp.Do(ctx, chromedp.Navigate(url)); err != nil {
		t.Fatal("open the page in a browser: ", err)
	}
	return ctx
}

// waitFor waits until an expression of the page is true; a reload in between
// makes no difference.
func waitFor(ctx context.Context, t *testing.T, expression string) {
	t.Helper()
	for end := time.Now().Add(15 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression))
		if err == nil && ok {
			return
		}
	}
	page, err := chromedp.Run(ctx, chromedp.Evaluate[string](`scrollY + " " + document.body.innerText.slice(0, 40)`))
	t.Fatalf("%s never became true; the page is at %s (%v)", expression, page, err)
}

// TestReload edits a page that is open in a browser under the strict policy of
// a site's page: it reloads by itself and stays at the place that was being
// read, also when an error stood there in between.
func TestReload(t *testing.T) {
	const head = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">`
	tall := strings.Repeat("<p>段落</p>", 300)
	p := serveProject(t, head+"<h1>one</h1>"+tall)
	ctx := browse(t, p.url+"zh/")
	waitFor(ctx, t, `document.readyState === "complete" && document.querySelector("h1").textContent === "one"`)
	waitFor(ctx, t, `scrollTo(0, 3000), scrollY === 3000`)

	p.write(head + "<h1>two</h1>" + tall)
	waitFor(ctx, t, `document.querySelector("h1").textContent === "two" && scrollY === 3000`)

	p.write("BAD")
	waitFor(ctx, t, `document.querySelector("h1.failed") !== null && scrollY < 3000`)
	waitFor(ctx, t, `getComputedStyle(document.querySelector("section.error")).borderInlineStartStyle === "solid"`)
	p.write(head + "<h1>three</h1>" + tall)
	waitFor(ctx, t, `document.querySelector("h1").textContent === "three" && scrollY === 3000`)
}
