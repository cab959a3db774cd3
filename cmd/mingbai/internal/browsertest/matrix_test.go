package browsertest

import (
	"fmt"
	"testing"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// In the matrix axe-core finds no violation of any impact, by day and by night,
// on a telephone and on a screen.
func TestMatrixHasNoViolation(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		p := b.sample(t, site.MatrixPage, lang)
		for _, pixels := range []int64{360, 1280} {
			tb.width(t, pixels)
			for _, scheme := range []string{"light", "dark"} {
				tb.scheme(t, scheme)
				tb.open(t, place.http(p.URL))
				report(t, fmt.Sprintf("%s at %d, %s", p.URL, pixels, scheme), violations(t, tb))
				report(t, p.URL+" "+scheme, faintShades(t, tb))
			}
		}
	}
}

// faintShades tells the numbers of the heat map that do not stand out from
// their shade by 4.5 to 1. The shades are laid over the ground, which axe-core
// cannot see.
func faintShades(t *testing.T, tb *tab) []string {
	t.Helper()
	return eval[[]string](t, tb, `(() => {
		const rgb = c => c.match(/[\d.]+/g).slice(0, 3).map(Number);
		const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
			return .2126 * r + .7152 * g + .0722 * b; };
		const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
			if (!/, 0\)$|transparent/.test(c)) return rgb(c); } return [255, 255, 255]; };
		const steps = [...document.querySelectorAll(".shade, .heat b")];
		if (steps.length < 10) return ["there are no shades"];
		return steps.map(e => {
			const over = getComputedStyle(e, "::before"), a = Number(over.opacity), under = ground(e);
			const shade = rgb(over.backgroundColor).map((v, i) => v * a + under[i] * (1 - a));
			const [x, y] = [light(shade), light(rgb(getComputedStyle(e).color))].sort((m, n) => n - m);
			const contrast = (x + .05) / (y + .05);
			return contrast < 4.5 ? e.className + " " + e.textContent + ": " + contrast.toFixed(2) : "";
		}).filter(Boolean).slice(0, 5);
	})()`)
}

// Without script the matrix shows one role alone, with that role's numbers.
func TestMatrixShowsARoleWithoutScript(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	noScript(t, tb, true)
	for _, pixels := range []int64{360, 1280} {
		tb.width(t, pixels)
		tb.open(t, place.http(b.sample(t, site.MatrixPage, plan.Zh).URL))
		tb.click(t, ".to-lead")
		wrong := eval[[]string](t, tb, `[...document.querySelectorAll(".heat tbody td:not(.sum)")].filter(td => {
			const lead = td.querySelector(".r-lead"), shown = [...td.querySelectorAll("b, i")].filter(e => e.checkVisibility());
			return lead ? shown.length !== 1 || shown[0] !== lead || getComputedStyle(lead, "::after").content !== '"' + lead.dataset.n + '"' : shown.length;
		}).map(td => td.outerHTML).slice(0, 3)`)
		report(t, fmt.Sprintf("at %d", pixels), wrong)
		report(t, "one role", overflow(t, tb))
	}
}
