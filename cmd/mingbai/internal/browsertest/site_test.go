package browsertest

import (
	"context"
	"maps"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// The Nu HTML checker finds no error on any page. Elder pages are made of the
// others in one way, so one of each kind stands for all.
func TestSiteIsValidHTML(t *testing.T) {
	t.Parallel()
	_, b := theSite(t)
	files := maps.Clone(b.files)
	maps.DeleteFunc(files, func(name string, _ []byte) bool { return site.IsElder(name) })
	for _, name := range b.samples() {
		if elder := site.ElderURL(name); b.files[elder] != nil {
			files[elder] = b.files[elder]
		}
	}
	report(t, "Nu HTML checker", vnu(t, publishTo(t, t.TempDir(), files).dir))
}

// Nothing is missing, blocked or broken on a page of any kind, neither in a
// sub-folder of a server nor on a disk.
func TestSiteLoadsCleanly(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	for from, address := range map[string]func(string) string{"http": place.http, "file": place.file} {
		t.Run(from, func(t *testing.T) {
			t.Parallel()
			tb := newTab(t)
			for _, name := range b.samples() {
				tb.open(t, address(name))
				report(t, name, tb.taken())
				if sheets := eval[int](t, tb, `document.styleSheets.length`); sheets == 0 {
					t.Errorf("%s: no style sheet was applied", name)
				}
			}
		})
	}
}

// Nobody has to move a page sideways on a telephone.
func TestSiteFitsTelephones(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	for _, name := range b.samples() {
		tb.open(t, place.http(name))
		for _, pixels := range []int64{320, 390} {
			tb.width(t, pixels)
			report(t, name, overflow(t, tb))
		}
	}
}

// Without script everything is there to read, and links lead on.
func TestSiteWorksWithoutScript(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	noScript(t, tb, true)
	for _, name := range b.samples() {
		tb.open(t, place.file(name))
		report(t, name, hiddenText(t, tb))
	}
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		measure := b.sample(t, site.MeasurePage, lang)
		tb.open(t, place.http(string(lang)+"/index.html"))
		for _, step := range []site.Kind{site.DocumentPage, site.ActionPage, site.PlanPage, site.MeasurePage, site.DepartmentPage} {
			tb.follow(t, place, b, step)
		}
		tb.open(t, place.http(measure.URL))
		tb.click(t, `a[rel~=alternate][hreflang]`)
		tb.waitFor(t, place.http(measure.Twin.URL))
	}
}

// The page at the root leads on to the Chinese home page, with script and
// without, and says where it leads.
func TestRootLeadsOn(t *testing.T) {
	t.Parallel()
	place, _ := theSite(t)
	tb := newTab(t)
	for _, off := range []bool{false, true} {
		noScript(t, tb, off)
		for _, address := range []func(string) string{place.http, place.file} {
			if err := tb.do(chromedp.Navigate(address("index.html"))); err != nil {
				t.Logf("the browser went on before the page had loaded: %v", err)
			}
			tb.waitFor(t, address("zh/index.html"))
		}
	}
}

// follow clicks the first visible link in the main part that leads to a page
// of the kind.
func (tb *tab) follow(t *testing.T, place place, b built, kind site.Kind) {
	t.Helper()
	of := map[string]bool{}
	for _, p := range b.pages {
		if p.Kind == kind {
			of[place.http(p.URL)] = true
		}
	}
	links := eval[[]string](t, tb, `[...document.querySelectorAll("main a[href]")].map(a => new URL(a.getAttribute("href"), location).href)`)
	for i, href := range links {
		page, _, _ := strings.Cut(href, "#")
		if !of[page] {
			continue
		}
		eval[bool](t, tb, `document.querySelectorAll("main a[href]")[`+strconv.Itoa(i)+`].setAttribute("data-test", "next") === undefined`)
		tb.click(t, `a[data-test=next]`)
		tb.waitFor(t, page)
		return
	}
	t.Fatalf("%s: no link to a page of kind %s among %d links", eval[string](t, tb, "location.href"), kind, len(links))
}

// Changing the language keeps the page and the place on it.
func TestLanguageSwitchKeepsPlace(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	for _, kind := range []site.Kind{site.MeasurePage, site.PlanPage, site.TimelinePage, site.SourcePage} {
		for _, lang := range []plan.Lang{plan.Zh, plan.En} {
			p := b.sample(t, kind, lang)
			tb.open(t, place.http(p.URL))
			anchor := eval[string](t, tb, `(document.querySelector("main :is(p, li, h2, h3, tr, div)[id]") || {id: ""}).id`)
			if anchor == "" {
				t.Errorf("%s: no anchor in the main part", p.URL)
				continue
			}
			tb.open(t, place.http(p.URL)+"#"+anchor)
			tb.click(t, `a[rel~=alternate][hreflang]`)
			tb.waitFor(t, place.http(p.Twin.URL)+"#"+anchor)
		}
	}
}

// click clicks the first element that fits the selector, as a reader does: it
// must be visible.
func (tb *tab) click(t *testing.T, selector string) {
	t.Helper()
	if err := tb.do(chromedp.Click(chromedp.CSS(selector))); err != nil {
		t.Fatalf("click %s on %s: %v", selector, eval[string](t, tb, "location.href"), err)
	}
}

// waitFor waits until the tab shows the page at the address, loaded.
func (tb *tab) waitFor(t *testing.T, want string) {
	t.Helper()
	got := ""
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(tb.Context, time.Second)
		// A page that is just going away answers with an error: ask again.
		state, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.readyState + " " + location.href`))
		cancel()
		if got = state; err == nil && got == "complete "+want {
			return
		}
	}
	t.Fatalf("the tab shows %q, want %s", got, want)
}
