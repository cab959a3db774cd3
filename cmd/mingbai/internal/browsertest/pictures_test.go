package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// illegible tells what cannot be read of the pictures of time limits: small or
// shrunk text, text that lies on other text, shapes that lie on each other or
// reach out of the window.
func illegible(t *testing.T, tb *tab) []string {
	t.Helper()
	return eval[[]string](t, tb, `(() => {
		const faults = [];
		const pictures = [...document.querySelectorAll(".timeline")];
		if (!pictures.length) return ["there is no picture"];
		const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
		const outside = r => r.left < -1 || r.right > document.documentElement.clientWidth + 1;
		for (const picture of pictures) {
			const texts = [];
			const walk = document.createTreeWalker(picture, NodeFilter.SHOW_TEXT);
			for (let n; n = walk.nextNode();) {
				const e = n.parentElement;
				if (!n.nodeValue.trim() || e.tagName === "title" || !e.checkVisibility()) continue;
				const matrix = e.ownerSVGElement ? e.getScreenCTM().a : 1;
				const size = parseFloat(getComputedStyle(e).fontSize) * matrix;
				if (size < 13) faults.push("text of " + size + "px: " + n.nodeValue);
				const range = document.createRange();
				range.selectNodeContents(n);
				for (const r of e.ownerSVGElement ? [e.getBoundingClientRect()] : range.getClientRects()) texts.push([n.nodeValue.trim(), r]);
			}
			const nearby = 200; // what stands far apart in the list is not compared
			texts.forEach(([text, r], i) => {
				if (outside(r)) faults.push("outside of the window: " + text);
				for (const [other, o] of texts.slice(i + 1, i + nearby))
					if (meet(r, o)) faults.push(text + " lies on " + other);
			});
			for (const track of picture.querySelectorAll(".track")) {
				const shapes = [...track.querySelectorAll(".shape")].map(s => s.getBoundingClientRect());
				shapes.forEach((r, i) => {
					if (outside(r)) faults.push("a shape is outside of the window, at " + r.left);
					if (shapes.slice(i + 1).some(o => meet(r, o))) faults.push("shapes lie on each other at " + r.left + ", " + r.top);
				});
			}
		}
		return faults.slice(0, 5);
	})()`)
}

// The pictures are legible on the narrowest telephones and on a screen.
func TestPicturesAreLegible(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	kinds := []site.Kind{site.TimelinePage, site.DepartmentTimelinePage, site.ActionPage, site.PlanPage, site.DepartmentPage}
	for _, kind := range kinds {
		for _, lang := range []plan.Lang{plan.Zh, plan.En} {
			p := b.sampleWith(t, kind, lang, `class="timeline`)
			tb.open(t, place.http(p.URL))
			for _, pixels := range []int64{320, 360, 768, 1280} {
				tb.width(t, pixels)
				report(t, fmt.Sprintf("%s at %d", p.URL, pixels), illegible(t, tb))
			}
		}
	}
}

// sampleWith is the longest page of a kind that holds a text.
func (b built) sampleWith(t *testing.T, kind site.Kind, lang plan.Lang, text string) *site.Page {
	t.Helper()
	var found *site.Page
	for _, p := range b.pages {
		html := string(b.files[p.URL])
		if p.Kind == kind && p.Lang == lang && strings.Contains(html, text) && (found == nil || len(html) > len(b.files[found.URL])) {
			found = p
		}
	}
	if found == nil {
		t.Fatalf("no page of kind %s in %s holds %q", kind, lang, text)
	}
	return found
}

// Without script a picture can be zoomed; it then scrolls by itself, and the
// page does not.
func TestPictureZoomsWithoutScript(t *testing.T) {
	t.Parallel()
	place, _ := theSite(t)
	tb := newTab(t)
	noScript(t, tb, true)
	for _, pixels := range []int64{360, 1280} {
		tb.width(t, pixels)
		tb.open(t, place.http("zh/timeline.html"))
		track := func() float64 {
			return eval[float64](t, tb, `document.querySelector(".track").getBoundingClientRect().width`)
		}
		before := track()
		for _, zoom := range []float64{2, 4} {
			tb.click(t, fmt.Sprintf(".zoom-%g + label", zoom))
			if ratio := track() / before; ratio < zoom*.95 || ratio > zoom*1.25 {
				t.Errorf("at %d, zoomed %g times: %.2f times as wide", pixels, zoom, ratio)
			}
			report(t, "zoomed", overflow(t, tb))
		}
		if !eval[bool](t, tb, `(e => e.scrollWidth > e.clientWidth && e.tabIndex === 0)(document.querySelector(".timeline .scroll"))`) {
			t.Errorf("at %d the picture cannot be scrolled by keyboard", pixels)
		}
		if !eval[bool](t, tb, `[...document.querySelectorAll(".scale .quarter")].every(e => e.checkVisibility())`) {
			t.Errorf("at %d, zoomed, the quarters have no names", pixels)
		}
	}
}

// press presses keys one after the other.
func (tb *tab) press(t *testing.T, keys ...string) {
	t.Helper()
	for _, key := range keys {
		if err := tb.do(chromedp.KeyEvent(key)); err != nil {
			t.Fatal(err)
		}
	}
}

const (
	keyTab   = "\t"
	keyEnter = "\r"
)

// Every mark is reached by keyboard, says what it is, and leads on.
func TestMarksAreReachedByKeyboard(t *testing.T) {
	t.Parallel()
	place, _ := theSite(t)
	tb := newTab(t)
	tb.open(t, place.http("zh/timeline.html"))
	marks := eval[int](t, tb, `document.querySelectorAll(".track a").length`)
	eval[bool](t, tb, `document.querySelector(".timeline .scroll").focus() === undefined`)
	reached := map[string]bool{}
	for range 10 * marks {
		tb.press(t, keyTab)
		name := eval[string](t, tb, `(a => a.closest(".track") ? a.querySelector("title").textContent + " " + a.getAttribute("href") : a.closest(".timeline") ? "" : "beyond")(document.activeElement)`)
		if name == "beyond" {
			break
		}
		if name != "" {
			reached[name] = true
		}
	}
	names := eval[[]string](t, tb, `[...new Set([...document.querySelectorAll(".track a")].map(a => a.querySelector("title").textContent + " " + a.getAttribute("href")))]`)
	if len(reached) != len(names) {
		t.Errorf("%d of %d marks were reached", len(reached), len(names))
	}
	spoken := linkNames(t, tb)
	for _, title := range eval[[]string](t, tb, `[...document.querySelectorAll(".track a > title")].map(e => e.textContent)`) {
		if !spoken[title] {
			t.Errorf("no link is called %q", title)
		}
	}
	eval[bool](t, tb, `document.querySelector(".track a").focus() === undefined`)
	href := eval[string](t, tb, `document.activeElement.href.baseVal`)
	tb.press(t, keyEnter)
	tb.waitFor(t, place.http("zh/"+href))
}

// linkNames are the names of the links of a page as a screen reader is told them.
func linkNames(t *testing.T, tb *tab) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	err := tb.do(command(accessibility.Enable, cdp.Empty{}), chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		tree, err := cdp.Call(ctx, target, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		for _, n := range tree.Nodes {
			var name string
			if n.Role != nil && string(n.Role.Value) == `"link"` && n.Name != nil && json.Unmarshal(n.Name.Value, &name) == nil {
				names[name] = true
			}
		}
		return err
	}))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// The filter of the timeline works by keyboard, says how many rows are left and
// can be cleared.
func TestTimelineFiltersByKeyboard(t *testing.T) {
	t.Parallel()
	place, _ := theSite(t)
	tb := newTab(t)
	tb.open(t, place.http("zh/timeline.html"))
	rows := func() int {
		return eval[int](t, tb, `document.querySelectorAll(".filtered tbody tr:not([hidden])").length`)
	}
	all := rows()
	for _, facet := range []string{"scope", "who", "kind", "status"} {
		eval[bool](t, tb, `document.querySelector("#filter-0-`+facet+`").focus() === undefined`)
		tb.press(t, "\u0301") // arrow down
		want := eval[string](t, tb, `document.activeElement.value`)
		if want == "" {
			t.Fatalf("%s: the key chose nothing", facet)
		}
		fits := eval[int](t, tb, `[...document.querySelectorAll(".filtered tbody tr")].filter(r => [...r.querySelectorAll("[data-facet=`+facet+`]")].some(e => e.textContent.trim() === document.activeElement.value)).length`)
		if n := rows(); n != fits || n == 0 || n == all {
			t.Errorf("%s %s: %d of %d rows shown, %d fit", facet, want, n, all, fits)
		}
		if said := eval[string](t, tb, `document.querySelector(".filter [role=status]").textContent`); !strings.Contains(said, fmt.Sprint(rows())) {
			t.Errorf("%s: the reader is told %q", facet, said)
		}
		tb.click(t, ".filter button")
		if n := rows(); n != all {
			t.Errorf("%s: cleared, %d of %d rows are shown", facet, n, all)
		}
	}
}

// On paper of A4 in landscape no column of the matrix and no part of the
// timeline is cut off.
func TestPicturesFitPaper(t *testing.T) {
	t.Parallel()
	place, _ := theSite(t)
	tb := newTab(t)
	const landscape = 1046 // CSS pixels: 297 mm without margins of 1 cm
	tb.width(t, landscape)
	if err := tb.do(command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"zh/matrix.html", "en/matrix.html", "zh/timeline.html", "en/timeline.html"} {
		tb.open(t, place.http(name))
		report(t, name, eval[[]string](t, tb, `[...document.querySelectorAll(".scroll")].filter(e => e.firstElementChild.getBoundingClientRect().right > innerWidth + 1).map(e => "cut off: " + e.firstElementChild.className)`))
	}
}

// The question of an official, answered within three clicks: what is my
// department answerable for, and by when?
func TestDepartmentAnswersInThreeClicks(t *testing.T) {
	t.Parallel()
	place, _ := theSite(t)
	tb := newTab(t)
	tb.width(t, 360)
	tb.open(t, place.http("zh/index.html"))
	tb.click(t, `header nav a[href$="departments/index.html"]`)
	tb.waitFor(t, place.http("zh/departments/index.html"))
	tb.click(t, `main a[href="prov-transport.html"]`)
	tb.waitFor(t, place.http("zh/departments/prov-transport.html"))
	summary := eval[string](t, tb, `document.querySelector(".summary").innerText`)
	for _, want := range []string{"牵头", "负责", "配合", "最近的时限"} {
		if !strings.Contains(summary, want) {
			t.Errorf("the summary does not say %q: %q", want, summary)
		}
	}
	if top := eval[float64](t, tb, `document.querySelector(".summary").getBoundingClientRect().bottom`); top > 800 {
		t.Errorf("the summary ends at %.0f, below the first screen", top)
	}
	tb.click(t, `.summary a[href="#lead"]`)
	if n := eval[int](t, tb, `[...document.querySelectorAll(".duties .items > li")].filter(e => e.checkVisibility() && !e.querySelector(".r-lead")).length`); n > 0 {
		t.Errorf("%d measures are shown that the department does not lead", n)
	}
}
