package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// textSizes gives the smallest and the running text's size of the page, the
// least line spacing and the least contrast is for axe-core to say.
const textSizes = `(() => {
	let least = 999, spacing = 999;
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let n; n = walk.nextNode();) {
		const e = n.parentElement;
		if (!n.nodeValue.trim() || e.closest("svg, script, option") || !e.checkVisibility()) continue;
		const s = getComputedStyle(e), size = parseFloat(s.fontSize);
		least = Math.min(least, size);
		if (e.closest("p, li, dd, td") && s.lineHeight !== "normal") spacing = Math.min(spacing, parseFloat(s.lineHeight) / size);
	}
	return [least, spacing];
})()`

// small lists what is pressed and is smaller than so many CSS pixels, but for
// links within running text, whose lines set their size.
func small(t *testing.T, tb *tab, pixels int) []string {
	t.Helper()
	return eval[[]string](t, tb, fmt.Sprintf(`(() => {
		const least = %d - 0.5;
		const all = [...document.querySelectorAll("a[href], button, summary, label, input, select")];
		return all.filter(e => {
			const tick = f => f && (f.type === "radio" || f.type === "checkbox");
			if (e.matches("label") ? !tick(e.control) : tick(e) && e.labels.length) return false; // one of the two is pressed
			if (e.closest("svg")) return false; // what a picture leads to stands below it, too
			if (!e.checkVisibility() || e.matches(".skip") || e.closest(".text p, .text li, .text td, .note, .sign")) return false;
			const box = e.getBoundingClientRect();
			return box.width < least || box.height < least;
		}).slice(0, 3).map(e => { const b = e.getBoundingClientRect();
			return "small: " + Math.round(b.width) + "×" + Math.round(b.height) + " " + e.outerHTML.slice(0, 160); });
	})()`, pixels))
}

// The elder edition of every kind of page keeps to the rules for it: 18 px and
// more, lines 1.3 apart, targets of 60 px; and it fits a telephone, even with
// its largest text, and has no barrier.
func TestElderEdition(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	tb.width(t, 360)
	for _, name := range b.samples() {
		if !strings.Contains(name, "/") || strings.HasSuffix(name, "404.html") {
			continue
		}
		elder := site.ElderURL(name)
		tb.open(t, place.http(elder))
		if strings.HasPrefix(name, "zh/") { // English has longer words, and all else in common
			report(t, elder, elderFaults(t, tb))
		}
		if size := pick(t, tb, "size", "largest"); size < 29 || size > 31 {
			t.Errorf("%s: the largest text is %v px, want about 30", elder, size)
		}
		report(t, elder+" (largest)", overflow(t, tb))
	}
}

// elderFaults tells what on the page is too small, too close or too faint.
func elderFaults(t *testing.T, tb *tab) []string {
	faults := append(tb.taken(), small(t, tb, 60)...)
	faults = append(faults, overflow(t, tb)...)
	if s := eval[[]float64](t, tb, textSizes); s[0] < 18 || s[1] < 1.3 {
		faults = append(faults, fmt.Sprintf("the smallest text is %v px, the closest lines are %.2f apart", s[0], s[1]))
	}
	return append(faults, barriers(t, tb, "color-contrast")...)
}

// pick chooses a reading aid and gives the size of running text.
func pick(t *testing.T, tb *tab, aid, value string) float64 {
	t.Helper()
	return eval[float64](t, tb, fmt.Sprintf(`(() => {
		document.querySelector('.reading [name="%s"][value="%s"]').click();
		return parseFloat(getComputedStyle(document.querySelector("main")).fontSize);
	})()`, aid, value))
}

// Without script the elder edition is reached by a link, lasts from page to
// page and through the change of language, and is left by a link.
func TestElderEditionWithoutScript(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	noScript(t, tb, true)
	home := b.sample(t, site.HomePage, plan.Zh)
	tb.open(t, place.http(home.URL))
	tb.click(t, "a.edition")
	tb.waitFor(t, place.http(site.ElderURL(home.URL)))
	tb.click(t, `header.site nav a[href*="departments"]`)
	tb.waitFor(t, place.http("zh-elder/departments/index.html"))
	tb.click(t, "main .counted a")
	if at := eval[string](t, tb, "location.pathname"); !strings.Contains(at, "/zh-elder/departments/") {
		t.Errorf("a link of the elder edition leads to %s", at)
	}
	tb.click(t, `a[rel~=alternate][hreflang]`)
	if at := eval[string](t, tb, "location.pathname"); !strings.Contains(at, "/en-elder/departments/") {
		t.Errorf("the language switch of the elder edition leads to %s", at)
	}
	tb.click(t, "a.edition")
	if at := eval[string](t, tb, "location.pathname"); !strings.Contains(at, "/en/departments/") {
		t.Errorf("the link back leads to %s", at)
	}
}

// The reading aids work without script, and with it are kept for other pages
// only where the reader asks.
func TestReadingAids(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	home, other := place.http(b.sample(t, site.HomePage, plan.Zh).URL), place.http(b.sample(t, site.AboutPage, plan.En).URL)
	for _, off := range []bool{true, false} {
		noScript(t, tb, off)
		tb.open(t, home)
		tb.click(t, ".reading summary")
		tb.click(t, `.reading [name="size"][value="larger"]`)
		tb.click(t, `.reading [name="spacing"][value="wider"]`)
		tb.click(t, `.reading [name="colours"][value="black"]`)
		got := eval[string](t, tb, `(() => { const s = getComputedStyle(document.body);
			return [Math.round(parseFloat(s.fontSize)), (parseFloat(s.lineHeight) / parseFloat(s.fontSize)).toFixed(1), s.backgroundColor].join(" "); })()`)
		if want := "26 2.5 rgb(0, 0, 0)"; got != want {
			t.Errorf("script off %v: size, spacing and ground are %s, want %s", off, got, want)
		}
		tb.open(t, other)
		if size := eval[float64](t, tb, bodySize); size != 17 {
			t.Errorf("script off %v: the choice went on to another page: %v px", off, size)
		}
	}
	if n := eval[int](t, tb, "localStorage.length"); n != 0 {
		t.Errorf("%d things are stored that nobody asked for", n)
	}
	tb.open(t, home)
	tb.click(t, ".reading summary")
	tb.click(t, `.reading [name="size"][value="large"]`)
	tb.click(t, `.reading [name="keep"]`)
	tb.open(t, other)
	if size := eval[float64](t, tb, bodySize); size != 21.25 {
		t.Errorf("the choice was not kept: %v px", size)
	}
	tb.click(t, ".reading summary")
	tb.click(t, `.reading [type="reset"]`)
	if size := eval[float64](t, tb, `new Promise(r => setTimeout(r, 20)).then(() => `+bodySize+`)`); size != 17 {
		t.Errorf("back to standard leaves %v px", size)
	}
	if n := eval[int](t, tb, "localStorage.length"); n != 0 {
		t.Errorf("%d things are still stored", n)
	}
}

const bodySize = `parseFloat(getComputedStyle(document.body).fontSize)`

// The colours that a reader can choose have contrast enough on the pages that
// show most of them, whatever the system asks for.
func TestReadingColours(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	tb.scheme(t, "dark")
	for _, kind := range []site.Kind{site.HomePage, site.MeasurePage, site.DepartmentPage, site.TimelinePage} {
		name := b.sample(t, kind, plan.Zh).URL
		tb.open(t, place.http(name))
		for _, colours := range []string{"strong", "black"} {
			pick(t, tb, "colours", colours)
			report(t, name+" ("+colours+")", barriers(t, tb, byColour...))
		}
	}
}
