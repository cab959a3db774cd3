package serve

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"syscall"

	"mingbai/cmd/mingbai/internal/diag"
)

// What the server says, in both languages.
var (
	textBusy = diag.Text{
		En: "address %s is already in use (hint: stop the other program, or choose another address with --addr, such as --addr 127.0.0.1:0 for any free port)",
		Zh: "地址 %s 已被占用（请停止占用它的程序，或者用 --addr 另选地址，例如 --addr 127.0.0.1:0 表示任意空闲端口）",
	}
	textNoListen = diag.Text{
		En: "cannot listen on %s (hint: --addr wants HOST:PORT, such as --addr 127.0.0.1:1313)",
		Zh: "无法监听 %s（--addr 的格式为“主机:端口”，例如 --addr 127.0.0.1:1313）",
	}
	textNoWatch = diag.Text{En: "cannot watch files for changes", Zh: "无法监视文件变化"}
	textBuilt   = diag.Text{En: "built %d files in %s", Zh: "已生成 %d 个文件，用时 %s"}
	textFailed  = diag.Text{
		En: "build failed, %s: see %s",
		Zh: "生成失败，%s，详见 %s",
	}
	textNoted    = diag.Text{En: "%s: see %s", Zh: "%s，详见 %s"}
	textBadHost  = diag.Text{En: "This server answers only to the names of this machine.", Zh: "本服务只应答本机名称。"}
	textMethod   = diag.Text{En: "Only GET and HEAD are answered here.", Zh: "本服务只应答 GET 和 HEAD 请求。"}
	textNotFound = diag.Text{En: "There is no such page.", Zh: "没有这个页面。"}
)

// listenError explains why the server cannot have its address.
func listenError(o Options, err error) error {
	text := textNoListen
	if errors.Is(err, syscall.EADDRINUSE) {
		text = textBusy
	}
	return fmt.Errorf("%s: %w", text.Sprintf(o.Addr).In(o.Lang), err)
}

// logger writes whole lines, of several goroutines one at a time.
type logger struct {
	lang string
	mu   sync.Mutex
	w    io.Writer
}

// say writes a line in the user's language.
func (l *logger) say(t diag.Text, args ...any) {
	fmt.Fprintln(l, t.Sprintf(args...).In(l.lang))
}

// findings writes findings as the other commands do.
func (l *logger) findings(fs ...diag.Finding) {
	l.mu.Lock()
	defer l.mu.Unlock()
	_ = diag.WriteText(l.w, fs, diag.TextOptions{Lang: l.lang}) // a closed terminal is no reason to stop
}

// Write makes a logger an io.Writer, for http.Server's own log.
func (l *logger) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}
