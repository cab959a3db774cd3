package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term" // tells a terminal from a file or pipe on every system

	"mingbai/cmd/mingbai/internal/build"
)

// Shape and patience of the bar.
const (
	barWidth = 20
	barAfter = time.Second // a bar for less would only flicker
)

// progress shows the step at work on a terminal. It is a few lines and no
// library: steps are known beforehand and few, and a bar that is silent until
// a second has passed needs no goroutine.
type progress struct {
	w     io.Writer
	app   *app
	start time.Time
	now   func() time.Time
	shown bool
}

// newProgress gives nil where the user's messages do not go to a terminal.
func newProgress(a *app) *progress {
	if !isTerminal(a.stderr) {
		return nil
	}
	return &progress{w: a.stderr, app: a, start: time.Now(), now: time.Now}
}

// isTerminal reports whether a person watches what is written.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// step draws the bar anew; it suits build.Options.Progress. It does nothing
// where there is no terminal, as does done.
func (p *progress) step(s build.Step) {
	if p == nil || p.now().Sub(p.start) < barAfter {
		return
	}
	filled := 0
	if s.Total > 0 {
		filled = min(barWidth, barWidth*s.Done/s.Total)
	}
	bar := strings.Repeat("█", filled) + strings.Repeat("░", barWidth-filled)
	fmt.Fprintf(p.w, "\r\x1b[K%s %s %s", bar, stageWord(p.app, s.Stage), s.Name)
	p.shown = true
}

// done clears the bar, so that messages begin on a clean line.
func (p *progress) done() {
	if p != nil && p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}

// stageWord is a stage as people read it.
func stageWord(a *app, s build.Stage) string {
	switch s {
	case build.Reading:
		return a.say("reading", "读取文件")
	case build.Importing:
		return a.say("importing", "导入内容")
	case build.Loading:
		return a.say("loading content", "载入内容")
	case build.Rendering:
		return a.say("rendering pages", "生成页面")
	case build.Checking:
		return a.say("checking pages", "检查页面")
	default:
		return a.say("writing", "写出文件")
	}
}
