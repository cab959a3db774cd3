package browsertest

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// choose types into a field of the form, as one does with a keyboard alone.
func (tb *tab) choose(t *testing.T, field, typed string) {
	t.Helper()
	if err := tb.do(chromedp.SendKeys(chromedp.CSS(field), typed)); err != nil {
		t.Fatalf("type %q into %s: %v", typed, field, err)
	}
}

// found are the addresses of the measures that the form leaves, those too that
// are shown when one asks for the rest.
func found(t *testing.T, tb *tab) []string {
	t.Helper()
	if n := eval[int](t, tb, `[...document.querySelectorAll("#found li")].filter(li => li.checkVisibility()).length`); n > 20 {
		t.Errorf("%d measures are shown at once, want 20 at the most", n)
	}
	if eval[bool](t, tb, `document.querySelector("#found .rest").checkVisibility()`) {
		tb.click(t, "#found .rest")
	}
	return eval[[]string](t, tb, `[...document.querySelectorAll("#found li")].filter(li => li.checkVisibility())
		.map(li => new URL(li.querySelector(".title a").href).pathname.split("`+subFolder+`")[1])`)
}

// wanted are the addresses of the measures that fit, told in Go.
func wanted(b built, lang plan.Lang, fits func(*site.Measure) bool) []string {
	var urls []string
	for _, p := range b.pages {
		if p.Kind == site.MeasurePage && p.Lang == lang && fits(p.Measure) {
			urls = append(urls, p.URL)
		}
	}
	return urls
}

func has(tags []site.Tag, ids ...string) bool {
	return slices.ContainsFunc(tags, func(tag site.Tag) bool { return slices.Contains(ids, tag.ID) })
}

func sameSet(t *testing.T, what string, got, want []string) {
	t.Helper()
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) || len(want) == 0 {
		t.Errorf("%s: the page shows %d measures, want %d:\n%s\nwant\n%s", what, len(got), len(want), strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A reader combines who they are, what they want and whether it still runs, with
// the keyboard alone; the choice stands in the address and goes along into the
// other language.
func TestFindCombines(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	page := b.sample(t, site.AudiencesPage, plan.En)
	tb.open(t, place.http(page.URL))
	open := func(m *site.Measure) bool {
		return m.Standing.Running() != site.Over && len(m.Audiences)+len(m.Benefits) > 0
	}
	sameSet(t, "nothing chosen", found(t, tb), wanted(b, plan.En, open))

	tb.choose(t, "#find-for", "Rest")
	eaters := func(m *site.Measure) bool { return open(m) && has(m.Audiences, "catering", "services") }
	sameSet(t, "restaurants", found(t, tb), wanted(b, plan.En, eaters))

	tb.choose(t, "#find-still", "Runs")
	running := func(m *site.Measure) bool { return eaters(m) && m.Standing.Running() == site.Runs }
	sameSet(t, "restaurants, by dates", found(t, tb), wanted(b, plan.En, running))

	tb.choose(t, "#find-still", kb.Home)
	tb.choose(t, "#find-gives", "Rent")
	tb.click(t, `fieldset input[value=small-micro-enterprise]`)
	rent := func(m *site.Measure) bool {
		return open(m) && has(m.Audiences, "catering", "services", "small-micro-enterprise", "sme") && has(m.Benefits, "rent")
	}
	want := wanted(b, plan.En, rent)
	sameSet(t, "small restaurants, rent", found(t, tb), want)
	if got := eval[string](t, tb, `document.querySelector("form.find output").textContent`); got != "2 measures" || len(want) != 2 {
		t.Errorf("the form says %q of %d measures", got, len(want))
	}
	report(t, page.URL+" with a choice", barriers(t, tb))
	report(t, page.URL+" with a choice", overflow(t, tb))

	query := url.Values{"for": {"catering"}, "gives": {"rent"}, "also": {"small-micro-enterprise"}}
	address := eval[string](t, tb, "location.search")
	if got, err := url.ParseQuery(strings.TrimPrefix(address, "?")); err != nil || got.Encode() != query.Encode() {
		t.Errorf("address %q, want %s", address, query.Encode())
	}
	tb.click(t, `.languages a[hreflang]`)
	tb.waitFor(t, place.http(page.Twin.URL)+address)
	sameSet(t, "the same in Chinese", found(t, tb), wanted(b, plan.Zh, rent))
	tb.click(t, `form.find button`)
	sameSet(t, "started again", found(t, tb), wanted(b, plan.Zh, open))
	report(t, page.URL, tb.taken())
}

// What nobody offers in an address is not chosen, and breaks nothing.
func TestFindIgnoresUnknownChoices(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	page := b.sample(t, site.AudiencesPage, plan.Zh)
	tb.open(t, place.http(page.URL)+"?for=%3Cscript%3E&gives=nothing&still=perhaps&also=catering")
	report(t, page.URL, tb.taken())
	sameSet(t, "unknown choices", found(t, tb), wanted(b, plan.Zh, func(m *site.Measure) bool {
		return m.Standing.Running() != site.Over && len(m.Audiences)+len(m.Benefits) > 0
	}))
}

// "I run a small restaurant: what can I still get, and whom do I call?" One
// click from the home page are the measures with who leads them, two clicks the
// department, and one more the measure itself.
func TestRestaurantFindsItsMeasures(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	noScript(t, tb, true)
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		tb.open(t, place.http(string(lang)+"/index.html"))
		tb.click(t, `main a[href$="audiences/catering.html"]`)
		tb.waitFor(t, place.http(string(lang)+"/audiences/catering.html"))
		first := eval[string](t, tb, `document.querySelector(".offer").innerText`)
		if status := eval[int](t, tb, `document.querySelectorAll(".offer:first-child .status").length`); status == 0 {
			t.Errorf("%s: the first measure does not say whether it still runs:\n%s", lang, first)
		}
		tb.follow(t, place, b, site.MeasurePage)
		tb.follow(t, place, b, site.DepartmentPage)
	}
}
