package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"golang.org/x/term" // tells a terminal from a file or pipe on every system

	"mingbai/cmd/mingbai/internal/build"
)

// Shape and patience of the bar.
const (
	barWidth = 20
	barAfter = time.Second            // a bar for less would only flicker
	barEvery = 200 * time.Millisecond // how often it is drawn
	barName  = 24                     // columns of a name; a line that is too long would break
)

// progress shows on a terminal which stage a build is at, how far that is, and
// roughly how long it will take. It is a few lines and no library: the stages
// tell how far they are themselves.
type progress struct {
	w   io.Writer
	app *app

	stop, stopped chan struct{}

	mu    sync.Mutex
	step  build.Step
	since time.Time // when its stage began
}

// newProgress gives nil where the user's messages do not go to a terminal.
func newProgress(a *app) *progress {
	if !isTerminal(a.stderr) {
		return nil
	}
	return startProgress(a)
}

// startProgress draws from now on until done.
func startProgress(a *app) *progress {
	p := &progress{w: a.stderr, app: a, stop: make(chan struct{}), stopped: make(chan struct{}), since: time.Now()}
	go p.run(time.Now())
	return p
}

// isTerminal reports whether a person watches what is written.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// at takes a step, from any goroutine; it suits build.Options.Progress. It does
// nothing where there is no terminal, as does done.
func (p *progress) at(s build.Step) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if s.Stage != p.step.Stage {
		p.since = time.Now()
	}
	p.step = s
}

// done clears the bar, so that messages begin on a clean line.
func (p *progress) done() {
	if p == nil {
		return
	}
	close(p.stop)
	<-p.stopped
}

// run draws the bar again and again, when the build has taken its while.
func (p *progress) run(start time.Time) {
	defer close(p.stopped)
	ticks := time.NewTicker(barEvery)
	defer ticks.Stop()
	shown := false
	for {
		select {
		case now := <-ticks.C:
			if now.Sub(start) >= barAfter {
				fmt.Fprint(p.w, clearLine+p.line(now))
				shown = true
			}
		case <-p.stop:
			if shown {
				fmt.Fprint(p.w, clearLine)
			}
			return
		}
	}
}

const clearLine = "\r\x1b[K"

// line is the bar as it stands.
func (p *progress) line(now time.Time) string {
	p.mu.Lock()
	s, took := p.step, now.Sub(p.since)
	p.mu.Unlock()
	filled, text := 0, stageWord(p.app, s.Stage)
	if s.Name != "" {
		text += " " + shortened(s.Name, barName)
	}
	if s.Total > 0 {
		filled = min(barWidth, barWidth*s.Done/s.Total)
		text += fmt.Sprintf(" %d/%d", s.Done, s.Total)
	}
	if left, ok := remaining(s, took); ok {
		text += fmt.Sprintf(p.app.say(", about %d s left", "，约剩 %d 秒"), left)
	}
	return strings.Repeat("█", filled) + strings.Repeat("░", barWidth-filled) + " " + text
}

// remaining is for how many seconds the stage will go on, if it does so as it
// has until now. Of its beginning nothing can be foretold.
func remaining(s build.Step, took time.Duration) (seconds int, ok bool) {
	if took < barAfter || s.Done == 0 || s.Done >= s.Total {
		return 0, false
	}
	left := took.Seconds() * float64(s.Total-s.Done) / float64(s.Done)
	return int(left) + 1, true
}

// shortened is a text in at most so many columns.
func shortened(s string, most int) string {
	s = plainCell(s)
	if columns(s) <= most {
		return s
	}
	for columns(s) > most-1 {
		runes := []rune(s)
		s = string(runes[:len(runes)-1])
	}
	return s + "…"
}

// stageWord is a stage as people read it.
func stageWord(a *app, s build.Stage) string {
	switch s {
	case build.Reading:
		return a.say("reading", "读取文件")
	case build.Importing:
		return a.say("importing", "导入内容")
	case build.Looking:
		return a.say("looking for changes", "查找改动")
	case build.Loading:
		return a.say("loading content", "载入内容")
	case build.Arranging:
		return a.say("arranging pages", "编排页面")
	case build.Comparing:
		return a.say("comparing texts", "核对文本")
	case build.Exporting:
		return a.say("making data files", "生成数据文件")
	case build.Rendering:
		return a.say("making pages", "生成页面")
	case build.Sharing:
		return a.say("making shared files", "生成公共文件")
	case build.Indexing:
		return a.say("indexing for search", "建立搜索索引")
	case build.Checking:
		return a.say("checking pages", "检查页面")
	case build.Writing:
		return a.say("writing", "写出文件")
	case build.Remembering:
		return a.say("remembering", "保存记录")
	}
	return a.say("beginning", "开始")
}
