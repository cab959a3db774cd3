package browsertest

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"image/png"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// measures are the pages of measures in a language, the longest first.
func (b built) measures(lang plan.Lang) []*site.Page {
	var all []*site.Page
	for _, p := range b.pages {
		if p.Kind == site.MeasurePage && p.Lang == lang {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(x, y *site.Page) int { return cmp.Compare(len(b.files[y.URL]), len(b.files[x.URL])) })
	return all
}

// On a telephone the card stands at the head of the page, whole, with every
// fact to be seen; by day and by night nothing about it keeps people out.
func TestCardOnATelephone(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	tb.width(t, 360)
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		all := b.measures(lang)
		for _, p := range []*site.Page{all[0], all[len(all)/2], all[len(all)-1]} {
			tb.scheme(t, "light")
			tb.open(t, place.http(p.URL))
			report(t, p.URL, overflow(t, tb))
			report(t, p.URL, hiddenFacts(t, tb))
			report(t, p.URL, barriers(t, tb))
			tb.scheme(t, "dark")
			report(t, p.URL+" (dark)", barriers(t, tb, "color-contrast"))
		}
	}
}

// hiddenFacts looks for rows of the card that cannot be seen, and for a card
// that does not come before the text.
func hiddenFacts(t *testing.T, tb *tab) []string {
	t.Helper()
	return eval[[]string](t, tb, `(() => {
		const card = document.querySelector(".card");
		const facts = [...card.querySelectorAll("dt, dd")];
		const out = facts.filter(e => !e.checkVisibility() || !e.innerText.trim() || e.getBoundingClientRect().width < 40)
			.map(e => "not to be seen: " + e.outerHTML.slice(0, 200));
		if (facts.length === 0) out.push("the card is empty");
		const text = document.getElementById("UCAP-CONTENT");
		if (card.getBoundingClientRect().bottom > text.getBoundingClientRect().top) out.push("the text comes before the card");
		return out;
	})()`)
}

// A citation is copied by keyboard alone, with and without the right to use the
// clipboard, and readers of the screen are told.
func TestCitationIsCopiedByKeyboard(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	tb.mayReadClipboard(t)
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		for _, clipboard := range []bool{true, false} {
			tb.open(t, place.http(b.sample(t, site.MeasurePage, lang).URL))
			eval[bool](t, tb, `navigator.clipboard.writeText("nothing").then(() => true)`)
			if !clipboard {
				eval[bool](t, tb, `(navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"))) !== undefined`)
			}
			// The summary of the other form stands behind the button: from it
			// one step back.
			eval[bool](t, tb, `document.querySelector(".cite summary").focus() === undefined`)
			if err := tb.do(chromedp.KeyEvent("\t", chromedp.KeyModifiers(chromedp.ModifierShift)), chromedp.KeyEvent("\r")); err != nil {
				t.Fatal(err)
			}
			eval[bool](t, tb, `new Promise(done => setTimeout(() => done(true), 300))`)
			want := eval[string](t, tb, `document.querySelector(".cite .copy").textContent`)
			if got := eval[string](t, tb, `navigator.clipboard.readText()`); got != want || !strings.Contains(got, "https://") {
				t.Errorf("%s, clipboard %v: copied %q, want %q", lang, clipboard, got, want)
			}
			if told := eval[string](t, tb, `document.querySelector(".cite [role=status]").textContent`); told != eval[string](t, tb, `document.querySelector(".cite").dataset.done`) {
				t.Errorf("%s, clipboard %v: told %q", lang, clipboard, told)
			}
		}
	}
}

// mayReadClipboard lets the tab's pages read the clipboard, to see what came
// into it.
func (tb *tab) mayReadClipboard(t *testing.T) {
	t.Helper()
	err := tb.do(chromedp.Func(func(ctx context.Context, tg *chromedp.Target) error {
		own, err := cdp.Call(ctx, tg, target.GetTargetInfo, target.GetTargetInfoParams{})
		if err != nil {
			return err
		}
		for _, name := range []string{"clipboard-read", "clipboard-write"} {
			_, err = cdp.Call(ctx, tg, cdpbrowser.SetPermission, cdpbrowser.SetPermissionParams{
				Permission:       &cdpbrowser.PermissionDescriptor{Name: name},
				Setting:          cdpbrowser.PermissionSettingGranted,
				BrowserContextID: own.TargetInfo.BrowserContextID,
			})
			if err != nil {
				return err
			}
		}
		return nil
	}))
	if err != nil {
		t.Fatal(err)
	}
}

// What the page shows is read by a telephone as its canonical address.
func TestQRCodeIsRead(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	for _, scheme := range []string{"light", "dark"} {
		p := b.sample(t, site.MeasurePage, plan.Zh)
		tb.scheme(t, scheme)
		tb.open(t, place.http(p.URL))
		eval[bool](t, tb, `(document.querySelector(".qr-fold").open = true)`)
		ctx, cancel := context.WithTimeout(tb.Context, pageTimeout)
		picture, err := chromedp.Run(ctx, chromedp.Screenshot(chromedp.CSS(".qr-fold svg")))
		cancel()
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(picture))
		if err != nil {
			t.Fatal(err)
		}
		bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
		if err != nil {
			t.Fatal(err)
		}
		read, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
		if err != nil {
			t.Fatalf("%s: the code cannot be read: %v", scheme, err)
		}
		if want := eval[string](t, tb, `document.querySelector("link[rel=canonical]").href`); read.GetText() != want {
			t.Errorf("%s: the code says %q, want %q", scheme, read.GetText(), want)
		}
	}
}

// printClass is the size of type that a measure is printed in.
var printClass = regexp.MustCompile(`<article class="measure(?: print-([a-z]+))?">`)

// pdfPage is a page of a PDF file as Chromium writes it.
var pdfPage = regexp.MustCompile(`/Type ?/Page\b[^s]`)

// Every measure is one sheet of A4: tried with the longest of each size of
// type, in both languages.
func TestMeasurePrintsOnOnePage(t *testing.T) {
	t.Parallel()
	place, b := theSite(t)
	tb := newTab(t)
	const ofEach = 5
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		tried := map[string]int{}
		for _, p := range b.measures(lang) {
			m := printClass.FindSubmatch(b.files[p.URL])
			if m == nil {
				t.Fatalf("%s: no class for the print", p.URL)
			}
			if tried[string(m[1])]++; tried[string(m[1])] > ofEach {
				continue
			}
			tb.open(t, place.http(p.URL))
			if n := tb.printed(t); n != 1 {
				t.Errorf("%s (%s) takes %d pages", p.URL, m[1], n)
			}
		}
	}
}

// printed prints the page as its style sheet wants and counts the sheets.
func (tb *tab) printed(t *testing.T) int {
	t.Helper()
	pages := 0
	err := tb.do(chromedp.Func(func(ctx context.Context, tg *chromedp.Target) error {
		r, err := cdp.Call(ctx, tg, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)})
		pages = len(pdfPage.FindAll(r.Data, -1))
		return err
	}))
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// The script tells the standing of a measure on another day as the build would
// have told it on that day.
func TestScriptTellsStandingsLikeTheBuild(t *testing.T) {
	t.Parallel()
	tb := newTab(t)
	source, err := os.ReadFile(repository + "/assets/js/status.js")
	if err != nil {
		t.Fatal(err)
	}
	tb.open(t, "about:blank")
	script := strings.ReplaceAll(string(source), "export ", "")
	const soon = 30
	for _, days := range [][]plan.Date{
		{"", "2022-12-31"}, {"2022-01-01", "2024-12-31"}, {"", "2022-10-31", "2023-01-01", "2023-12-31"},
		{"", "2022-09-30", "", "2022-12-31"}, {"2022-07-01", ""}, {"", "2022-09-30", "2023-01-01", ""},
	} {
		var limits []plan.Deadline
		var spans []string
		for i := 0; i < len(days); i += 2 {
			limits = append(limits, plan.Deadline{Kind: plan.Period, Start: days[i], End: days[i+1]})
		}
		standing := site.StandingOf(limits, content.Validity{}, "2022-01-01", soon)
		for _, s := range standing.Spans {
			spans = append(spans, string(s.Start)+"/"+string(s.End))
		}
		for _, today := range []plan.Date{"2021-12-31", "2022-09-30", "2022-10-01", "2022-10-31", "2022-12-15", "2022-12-31", "2023-01-01", "2025-01-01"} {
			args, err := json.Marshal([]any{today, strings.Join(spans, " "), soon})
			if err != nil {
				t.Fatal(err)
			}
			got := eval[string](t, tb, `(() => {`+script+`; return standingOn(...`+string(args)+`)})()`)
			if want := string(site.StandingOf(limits, content.Validity{}, today, soon).Status); got != want {
				t.Errorf("%v on %s: the script says %q, the build %q", days, today, got, want)
			}
		}
	}
}
