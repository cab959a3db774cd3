package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// pageTimeout bounds what is done with one page.
const pageTimeout = 30 * time.Second

// browser is one running Chromium, shared by all tests.
var browser = struct {
	sync.Once
	ctx    context.Context
	cancel func()
	err    error
}{}

func TestMain(m *testing.M) {
	code := m.Run()
	if browser.cancel != nil {
		browser.cancel()
	}
	withdrawSite()
	os.Exit(code)
}

func startBrowser() {
	opts := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(browserPath()),
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
	)
	if os.Geteuid() == 0 {
		opts = append(opts, chromedp.NoSandbox) // Chromium has no sandbox for root
	}
	alloc, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, cancel := chromedp.NewContext(alloc)
	browser.ctx, browser.cancel = ctx, func() { cancel(); stop() }
	browser.err = chromedp.Do(ctx)
}

// tab is an open page with what it complained about.
type tab struct {
	context.Context
	mu         sync.Mutex
	complaints []string
}

// newTab opens an empty tab, closed when the test ends. Where the test fails,
// a picture of the tab is kept.
func newTab(t *testing.T) *tab {
	t.Helper()
	needTools(t)
	browser.Do(startBrowser)
	if browser.err != nil {
		t.Fatalf("start the browser: %v", browser.err)
	}
	// A profile of its own: what one test stores no other finds.
	ctx, cancel := chromedp.NewContext(browser.ctx, chromedp.WithNewBrowserContext())
	tb := &tab{Context: ctx}
	if err := tb.watch(); err != nil {
		cancel()
		t.Fatalf("open a tab: %v", err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			tb.keepPicture(t)
		}
		cancel()
	})
	return tb
}

// watch opens the tab and listens to what the browser tells of its pages.
func (tb *tab) watch() error {
	if err := chromedp.Do(tb.Context); err != nil {
		return err
	}
	if err := chromedp.Listen(tb.Context, tb.listen); err != nil {
		return err
	}
	return tb.do(command(network.Enable, network.EnableParams{}),
		command(runtime.Enable, cdp.Empty{}), command(log.Enable, cdp.Empty{}), prefers("light"))
}

// command is a command of the DevTools protocol as an action.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// do runs actions on the tab within the time of a page.
func (tb *tab) do(actions ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(tb.Context, pageTimeout)
	defer cancel()
	return chromedp.Do(ctx, actions...)
}

// open goes to an address and waits until the page has loaded; the complaints
// of earlier pages are forgotten.
func (tb *tab) open(t *testing.T, url string) {
	t.Helper()
	tb.taken()
	if err := tb.do(chromedp.Navigate(url)); err != nil {
		t.Fatalf("open %s: %v", url, err)
	}
}

// eval runs a script in the page and gives its result; a promise is awaited.
func eval[T any](t *testing.T, tb *tab, script string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(tb.Context, pageTimeout)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAsValue, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%v in the script:\n%.300s", err, script)
	}
	return v
}

// width makes the window as wide as a telephone or a screen, in CSS pixels.
func (tb *tab) width(t *testing.T, pixels int64) {
	t.Helper()
	if err := tb.do(command(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: pixels, Height: 800, DeviceScaleFactor: 1, Mobile: pixels < 600,
	})); err != nil {
		t.Fatal(err)
	}
}

// scheme is the colours that the reader's system asks for: "light" or "dark".
func (tb *tab) scheme(t *testing.T, name string) {
	t.Helper()
	if err := tb.do(prefers(name)); err != nil {
		t.Fatal(err)
	}
}

// prefers asks for colours, and for no motion: while a page glides to a place,
// a click meant for something on it misses.
func prefers(scheme string) chromedp.Action[chromedp.Void] {
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme},
			{Name: "prefers-reduced-motion", Value: "reduce"},
		},
	})
}

// listen notes what the browser tells of errors and of files it did not get.
func (tb *tab) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		tb.complain("exception: " + exceptionText(e.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			var parts []string
			for _, a := range e.Args {
				parts = append(parts, consoleText(a))
			}
			tb.complain("console: " + strings.Join(parts, " "))
		}
	case *network.EventLoadingFailed:
		if !e.Canceled {
			tb.complain("not loaded: " + e.ErrorText + " " + string(e.BlockedReason))
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			tb.complain("not found: " + e.Response.URL)
		}
	case *log.EventEntryAdded: // what the browser itself says: blocked by policy, wrong checksum
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			tb.complain(string(e.Entry.Source) + ": " + e.Entry.Text + " " + e.Entry.URL)
		}
	}
}

// consoleText is an argument of console.log as the console shows it.
func consoleText(a *runtime.RemoteObject) string {
	var text string
	if json.Unmarshal(a.Value, &text) == nil {
		return text
	}
	return string(a.Value) + a.Description
}

// exceptionText is the message of an exception with its place.
func exceptionText(e *runtime.ExceptionDetails) string {
	text := e.Text
	if e.Exception != nil {
		text += " " + e.Exception.Description
	}
	return fmt.Sprintf("%s (%s:%d)", text, e.URL, e.LineNumber+1)
}

func (tb *tab) complain(s string) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	tb.complaints = append(tb.complaints, s)
}

// taken gives the complaints so far and forgets them.
func (tb *tab) taken() []string {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	all := tb.complaints
	tb.complaints = nil
	return all
}

var notInNames = regexp.MustCompile(`[^A-Za-z0-9]+`)

// keepPicture saves what the tab shows, in MINGBAI_SCREENSHOTS or a folder of
// the system's for temporary files.
func (tb *tab) keepPicture(t *testing.T) {
	dir := os.Getenv("MINGBAI_SCREENSHOTS")
	if dir == "" {
		dir = filepath.Join(os.TempDir(), "mingbai-screenshots")
	}
	ctx, cancel := context.WithTimeout(tb.Context, pageTimeout)
	defer cancel()
	picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(90))
	if err != nil {
		t.Logf("no picture: %v", err)
		return
	}
	name := filepath.Join(dir, notInNames.ReplaceAllString(t.Name(), "-")+".jpg")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Logf("no picture: %v", err)
		return
	}
	if err := os.WriteFile(name, picture, 0o644); err != nil {
		t.Logf("no picture: %v", err)
		return
	}
	t.Logf("picture: %s", name)
}
