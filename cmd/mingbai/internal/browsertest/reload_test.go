package browsertest

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// reloadTime is how long an edit may take to show in an open page, with much
// to spare for a busy machine.
const reloadTime = 20 * time.Second

// startServe runs the command itself, as an editor does, and gives the address
// of the preview.
func startServe(t *testing.T, project string) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "mingbai")
	if err := run("go", "build", "-o", binary, repository+"/cmd/mingbai"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, binary, "serve", "--addr", "127.0.0.1:0")
	cmd.Dir = project
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 5 * time.Second
	output, writer := io.Pipe()
	cmd.Stdout, cmd.Stderr = writer, writer
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		cmd.Wait() // how it ends is no matter: what it wrote is told
		writer.Close()
		close(ended)
	}()
	t.Cleanup(func() {
		cancel()
		<-ended
	})
	return previewAddress(t, output)
}

var httpAddress = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)

// previewAddress waits for the command to print its address, and reads on so
// that the command can go on writing.
func previewAddress(t *testing.T, output io.Reader) string {
	t.Helper()
	found, ended := make(chan string, 1), make(chan string, 1)
	go func() {
		var said strings.Builder
		for lines := bufio.NewScanner(output); lines.Scan(); {
			said.WriteString(lines.Text() + "\n")
			if address := httpAddress.FindString(lines.Text()); address != "" {
				found <- address
				io.Copy(io.Discard, output)
				return
			}
		}
		ended <- said.String()
	}()
	select {
	case address := <-found:
		return address
	case said := <-ended:
		t.Fatalf("mingbai serve ended:\n%s", said)
	case <-time.After(time.Minute):
		t.Fatal("mingbai serve printed no address within a minute")
	}
	return ""
}

// An edit shows in the open page by itself, which stays where it was; a mistake
// shows as a page that names the file, and goes when it is mended.
func TestServeReloadsOpenPages(t *testing.T) {
	t.Parallel()
	needTools(t)
	_, b := theSite(t)
	project := t.TempDir()
	if err := copyProject(project); err != nil {
		t.Fatal(err)
	}
	if _, err := buildProject(t.Context(), project); err != nil {
		t.Fatal(err)
	}
	base := startServe(t, project)
	p := b.sample(t, site.MeasurePage, plan.Zh)
	file := filepath.Join(project, "content", filepath.FromSlash(p.Measure.Pair.Zh.Path))
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	tb := newTab(t)
	tb.width(t, 390)
	tb.open(t, base+p.URL)
	eval[bool](t, tb, `scrollTo(0, 300) === undefined`)

	save(t, file, string(good)+"\n新增的一段话。\n")
	tb.waitText(t, "新增的一段话。")
	if y := eval[float64](t, tb, `new Promise(done => setTimeout(() => done(scrollY), 300))`); y < 250 || y > 350 {
		t.Errorf("the page was scrolled to 300 and is at %.0f after the edit", y)
	}

	save(t, file, strings.Replace(string(good), "\ntitle:", "\ntitel:", 1))
	tb.waitText(t, filepath.Base(file))
	tb.waitText(t, "titel")

	save(t, file, string(good)+"\n改好的一段话。\n")
	tb.waitText(t, "改好的一段话。")
}

// save writes a file as editors do: beside its place, then moved there.
func save(t *testing.T, name, text string) {
	t.Helper()
	beside := name + "~"
	if err := os.WriteFile(beside, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(beside, name); err != nil {
		t.Fatal(err)
	}
}

// waitText waits until the tab shows a text; nobody touches the tab meanwhile.
func (tb *tab) waitText(t *testing.T, want string) {
	t.Helper()
	shown := ""
	for end := time.Now().Add(reloadTime); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(tb.Context, time.Second)
		text, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.body ? document.body.innerText : ""`))
		cancel()
		if err != nil {
			continue // the page is just being loaded again
		}
		if shown = text; strings.Contains(text, want) {
			return
		}
	}
	t.Fatalf("the page did not show %q within %v; it shows:\n%.600s", want, reloadTime, shown)
}
