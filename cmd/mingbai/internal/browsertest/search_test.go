package browsertest

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// typed presses keys one after the other, on whatever has the focus.
func (tb *tab) typed(t *testing.T, keys string) {
	t.Helper()
	if err := tb.do(chromedp.KeyEvent(keys)); err != nil {
		t.Fatalf("type %q: %v", keys, err)
	}
}

// tabTo moves the focus with the Tab key until it is on what fits the selector.
func (tb *tab) tabTo(t *testing.T, selector string) {
	t.Helper()
	for range 60 {
		tb.typed(t, kb.Tab)
		if eval[bool](t, tb, `document.activeElement.matches(`+asJSON(t, selector)+`)`) {
			return
		}
	}
	t.Fatalf("60 presses of Tab never reach %s", selector)
}

// until waits until a condition holds in the page. A page that is just going
// away answers with an error: it is asked again.
func (tb *tab) until(t *testing.T, condition string) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(tb.Context, time.Second)
		holds, err := chromedp.Run(ctx, chromedp.Evaluate[bool](condition))
		cancel()
		if err == nil && holds {
			return
		}
	}
	t.Fatalf("never true on %s: %s\n%s", eval[string](t, tb, "location.href"), condition, eval[string](t, tb, `document.querySelector("main").innerText.slice(0, 600)`))
}

// Selectors of the search page.
const (
	firstResult = `.results ol > li:first-child a`
	hasResults  = `document.querySelector(".results ol > li") !== null`
)

// searches are queries with a word that the first result must have.
var searches = map[plan.Lang]struct{ query, title, typed string }{
	plan.Zh: {query: "稳岗返还", title: "稳岗返还", typed: "wengangfanhuan"},
	plan.En: {query: "unemployment insurance rate", title: "unemployment insurance", typed: "unemployment insuranse"},
}

// One searches with the keyboard alone: from the box of any page to the results,
// on to the filters, and into a result.
func TestSearchByKeyboard(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	for lang, s := range searches {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			tb := newTab(t)
			tb.open(t, place.http(b.sample(t, site.TimelinePage, lang).URL))
			tb.tabTo(t, `header [role=search] input`)
			tb.typed(t, s.query+kb.Enter)
			tb.until(t, `location.pathname.endsWith("/search.html") && document.readyState === "complete" && `+hasResults)
			if title := eval[string](t, tb, `document.querySelector("`+firstResult+`").textContent`); !strings.Contains(title, s.title) {
				t.Errorf("the first result for %q is %q", s.query, title)
			}
			if count := eval[string](t, tb, `document.querySelector("#search-count[role=status]").textContent`); !strings.ContainsAny(count, "123456789") {
				t.Errorf("the number of results is told as %q", count)
			}
			before := eval[int](t, tb, `document.querySelectorAll(".results ol > li").length`)
			tb.tabTo(t, `#search summary`)
			tb.typed(t, kb.Enter)
			tb.tabTo(t, `#search-status`)
			tb.until(t, `[...document.querySelector("#search-status").options].some(o => /\(\d+\)/.test(o.textContent))`)
			tb.typed(t, kb.ArrowDown)
			tb.until(t, `new URLSearchParams(location.search).get("status") === "running"`)
			if after := eval[int](t, tb, `document.querySelectorAll(".results ol > li").length`); after > before || after == 0 {
				t.Errorf("filtered, %d results became %d", before, after)
			}
			tb.tabTo(t, firstResult)
			tb.typed(t, kb.Enter)
			tb.until(t, `document.body !== null && document.body.classList.contains("page-measure")`)
			report(t, string(lang), tb.taken())
		})
	}
}

// The address has query and filters, so that a search can be sent to others, and
// the browser's way back leads through what was searched for.
func TestSearchKeepsAddress(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	page := place.http(b.sample(t, site.SearchPage, plan.Zh).URL)
	tb.open(t, page+"?q=房租减免&department=prov-sasac&action=yunnan-2022/resuming-production")
	tb.until(t, hasResults)
	if got := eval[string](t, tb, `document.querySelector("#q").value + " " + document.querySelector("#search-department").value`); got != "房租减免 prov-sasac" {
		t.Errorf("the form shows %q", got)
	}
	if n := eval[int](t, tb, `document.querySelectorAll(".results ol > li").length`); n != 1 {
		t.Errorf("%d results, want 1", n)
	}
	tb.click(t, `#search .clear`)
	tb.until(t, `location.search === "?q=" + encodeURIComponent("房租减免") && document.querySelectorAll(".results ol > li").length > 1`)
	eval[bool](t, tb, `document.querySelector("#q").select() === undefined`)
	tb.typed(t, "货车司机"+kb.Enter)
	tb.until(t, `new URLSearchParams(location.search).get("q") === "货车司机" && /司机/.test(document.querySelector(".results ol").textContent)`)
	eval[bool](t, tb, `history.back() === undefined`)
	tb.until(t, `document.querySelector("#q").value !== "货车司机" && `+hasResults)
	tb.open(t, page)
	tb.until(t, `document.querySelector(".results").hidden`)
	report(t, "search", tb.taken())
}

// The elder edition finds its own pages.
func TestSearchStaysInElderEdition(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	tb.open(t, place.http(site.ElderURL(b.sample(t, site.SearchPage, plan.Zh).URL))+"?q=稳岗返还")
	tb.until(t, hasResults)
	if href := eval[string](t, tb, `document.querySelector("`+firstResult+`").href`); !strings.HasPrefix(href, place.http("zh-elder/")) {
		t.Errorf("the first result leads to %s", href)
	}
	tb.click(t, firstResult)
	tb.until(t, `document.body !== null && document.body.classList.contains("page-measure") && document.body.classList.contains("elder")`)
	report(t, "elder", tb.taken())
}

// What was typed amiss is found and told of; what only the other language has is
// offered; what nobody has is said not to be there.
func TestSearchMends(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	for lang, s := range searches {
		tb := newTab(t)
		page := place.http(b.sample(t, site.SearchPage, lang).URL)
		tb.open(t, page+"?q="+s.typed)
		tb.until(t, hasResults)
		if note := eval[string](t, tb, `document.querySelector("#search-note").textContent`); !strings.Contains(note, s.typed) {
			t.Errorf("%s: the note says %q", s.typed, note)
		}
		tb.open(t, page+"?q="+searches[lang.Other()].query)
		if lang == plan.En { // Chinese pages have English words, too
			tb.until(t, `!document.querySelector(".elsewhere").hidden`)
			tb.click(t, `.elsewhere`)
			tb.until(t, hasResults+` && location.search.includes("lang=zh")`)
			if got := eval[string](t, tb, `document.querySelector("`+firstResult+`").lang`); got != "zh-CN" {
				t.Errorf("a Chinese title on an English page has the language %q", got)
			}
		}
		tb.open(t, page+"?q=qqqqqq")
		tb.until(t, `document.querySelector("#search-count").textContent.includes("qqqqqq")`)
		report(t, s.typed, tb.taken())
	}
}

// No barrier stands before results and filters, by day, by night and on a
// telephone.
func TestSearchHasNoBarriers(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	for lang, s := range searches {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			tb := newTab(t)
			tb.open(t, place.http(b.sample(t, site.SearchPage, lang).URL)+"?q="+s.query+"&status=running")
			tb.until(t, hasResults+` && document.querySelector("#search details").open`)
			for _, scheme := range []string{"light", "dark"} {
				tb.scheme(t, scheme)
				report(t, scheme, barriers(t, tb))
			}
			for _, pixels := range []int64{320, 390} {
				tb.width(t, pixels)
				report(t, s.query, overflow(t, tb))
			}
			report(t, s.query, tb.taken())
		})
	}
}

// Without script, and on a disk, where nothing can be fetched, the page leads to
// the index from A to Z, which leads to every measure.
func TestSearchWithoutScript(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		page, index := b.sample(t, site.SearchPage, lang).URL, b.sample(t, site.InitialsPage, lang).URL
		tb := newTab(t)
		tb.open(t, place.file(page))
		tb.until(t, `!document.querySelector("#search-file").hidden && document.querySelector("#search").hidden`)
		report(t, page, tb.taken())
		tb.click(t, `#search-file a`)
		tb.waitFor(t, place.file(index))
		noScript(t, tb, true)
		tb.open(t, place.http(page)+"?q=x")
		tb.click(t, `noscript a`)
		tb.waitFor(t, place.http(index))
		links := map[string]bool{}
		for _, href := range eval[[]string](t, tb, `[...document.querySelectorAll("main a")].map(a => a.href)`) {
			links[href] = true
		}
		for _, p := range b.pages {
			if p.Lang == lang && (p.Kind == site.MeasurePage || p.Kind == site.DepartmentPage) && !links[place.http(p.URL)] {
				t.Errorf("%s does not lead to %s", index, p.URL)
			}
		}
	}
}
