package main

import (
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"mingbai/cmd/mingbai/internal/build"
)

// terminal is what was drawn, by lines that were cleared.
type terminal struct {
	mu   sync.Mutex
	text string
}

func (t *terminal) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text += string(p)
	return len(p), nil
}

// line is what stands on the line now.
func (t *terminal) line() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text[strings.LastIndex(t.text, clearLine)+len(clearLine):]
}

// The bar is silent for a second, then shows stage and place, later how long it
// will take, and leaves a clean line.
func TestProgress(t *testing.T) {
	for _, c := range []struct {
		lang  string
		lines []string // after each step
	}{
		{"en", []string{
			"░░░░░░░░░░░░░░░░░░░░ loading content",
			"█████░░░░░░░░░░░░░░░ making pages 25/100",
			"██████████░░░░░░░░░░ making pages 50/100, about 5 s left",
			"████████████████████ making pages 100/100",
			"░░░░░░░░░░░░░░░░░░░░ writing",
		}},
		{"zh", []string{
			"░░░░░░░░░░░░░░░░░░░░ 载入内容",
			"█████░░░░░░░░░░░░░░░ 生成页面 25/100",
			"██████████░░░░░░░░░░ 生成页面 50/100，约剩 5 秒",
			"████████████████████ 生成页面 100/100",
			"░░░░░░░░░░░░░░░░░░░░ 写出文件",
		}},
	} {
		synctest.Test(t, func(t *testing.T) {
			screen := &terminal{text: clearLine}
			p := startProgress(&app{lang: c.lang, stderr: screen})
			for i, s := range []struct {
				build.Step
				wait time.Duration
			}{
				{build.Step{Stage: build.Loading}, 1500 * time.Millisecond},
				{build.Step{Stage: build.Rendering, Done: 25, Total: 100}, 500 * time.Millisecond},
				{build.Step{Stage: build.Rendering, Done: 50, Total: 100}, 4 * time.Second},
				{build.Step{Stage: build.Rendering, Done: 100, Total: 100}, time.Second},
				{build.Step{Stage: build.Writing}, time.Second},
			} {
				p.at(s.Step)
				time.Sleep(s.wait)
				synctest.Wait()
				if got := screen.line(); got != c.lines[i] {
					t.Errorf("%s, step %d: line %q, want %q", c.lang, i, got, c.lines[i])
				}
			}
			p.done()
			if got := screen.line(); got != "" {
				t.Errorf("%s: done left %q", c.lang, got)
			}
		})
	}
}

// A build of less than a second draws nothing, whatever it does.
func TestProgressOfShortBuild(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		screen := &terminal{}
		p := startProgress(&app{lang: "en", stderr: screen})
		var wait sync.WaitGroup
		for i := range 4 { // as the workers of a build do
			wait.Go(func() { p.at(build.Step{Stage: build.Rendering, Done: i, Total: 4}) })
		}
		wait.Wait()
		time.Sleep(900 * time.Millisecond)
		p.done()
		if screen.text != "" {
			t.Errorf("drew %q", screen.text)
		}
	})
}

// Where messages go to a file there is no bar, and steps do nothing.
func TestNoProgressWithoutTerminal(t *testing.T) {
	p := newProgress(&app{stderr: new(strings.Builder)})
	p.at(build.Step{Stage: build.Loading})
	p.done()
	if p != nil {
		t.Error("a bar without a terminal")
	}
}

// A long name of a document does not break the line.
func TestShortened(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"short", "short"},
		{"云南省人民政府办公厅关于印发十大专项行动", "云南省人民政府办公厅关…"},
		{"line\nbreak", "line?break"},
	} {
		if got := shortened(c.name, barName); got != c.want {
			t.Errorf("%q: %q, want %q", c.name, got, c.want)
		}
	}
}
