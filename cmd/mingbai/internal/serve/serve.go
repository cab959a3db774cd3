// Package serve shows the site while it is being edited. It watches the
// project's files, has the site rebuilt after every batch of changes, serves
// the last good build from memory, and tells open pages to reload:
//
//	watch    file events → batches          (watch.go, batch.go, scratch.go)
//	build    a batch → one build            (builder.go, state.go)
//	show     the newest build over HTTP     (handler.go, files.go, inject.go)
//	reload   server-sent events             (events.go, client/reload.js)
//	mend     findings as a page             (report.go, excerpt.go)
//
// Nothing is written anywhere, and how a site is built is not known here: it
// comes as a function. The server is for one person on one machine, so it
// listens on the loopback address and answers only to names of that machine.
package serve

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"mingbai/cmd/mingbai/internal/diag"
)

// DefaultAddr is where the server listens unless told otherwise.
const DefaultAddr = "127.0.0.1:1313"

// Options say what to serve and how.
type Options struct {
	Addr  string   // host:port; "" is DefaultAddr, port 0 any free port
	Root  string   // folder of the project
	Watch []string // slash-separated files and folders below Root; they may be missing

	// Rebuild makes the finished files from what is on disk. Its context ends
	// when the files changed again in the meantime. It never runs twice at once.
	// What it writes below Watch would begin the next build.
	Rebuild Rebuild

	// Source reads a file that a finding names, for excerpts; nil for none.
	Source func(name string) ([]byte, error)

	Lang  string           // of messages: "zh" or "en"
	Ready func(url string) // called once, when the first build can be seen; may be nil
	Log   io.Writer        // lines for the terminal; nil for none
}

// Files are finished files by slash-separated path.
type Files = map[string][]byte

// Rebuild makes finished files; see Options. viewed names the pages that were
// asked for last, the newest first. Those may be given to early as soon as they
// are made, before all others.
type Rebuild func(ctx context.Context, viewed []string, early func(Files)) (Files, []diag.Finding, error)

// shutdownTime is how long requests under way may take when the server stops.
const shutdownTime = 3 * time.Second

// Run serves until ctx ends, which is no error. It fails when it cannot listen
// or watch; a build that fails is shown in the browser and does not end it.
func Run(ctx context.Context, o Options) error {
	if o.Addr == "" {
		o.Addr = DefaultAddr
	}
	if o.Log == nil {
		o.Log = io.Discard
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", o.Addr)
	if err != nil {
		return listenError(o, err)
	}
	defer listener.Close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out := &logger{lang: o.Lang, w: o.Log}
	watch, err := newWatcher(o.Root, o.Watch, out)
	if err != nil {
		return fmt.Errorf("%s: %w", textNoWatch.In(o.Lang), err)
	}
	// Watching begins before the first build, so that no edit falls between.
	build := newBuilder(o, siteURL(listener.Addr()), out, watch.changed)
	var tasks sync.WaitGroup
	tasks.Go(func() { watch.run(ctx) })
	tasks.Go(func() { build.run(ctx) })
	defer tasks.Wait()
	defer cancel()
	select {
	case <-build.first:
	case <-ctx.Done():
		return nil
	}
	return serveHTTP(ctx, o, listener, build.store, build.viewed, out)
}

// serveHTTP answers requests until ctx ends.
func serveHTTP(ctx context.Context, o Options, listener net.Listener, st *store, views *viewed, out *logger) error {
	host, _, err := net.SplitHostPort(o.Addr)
	if err != nil {
		return listenError(o, err)
	}
	server := &http.Server{
		Handler: guard(host, o.Lang, &handler{store: st, viewed: views, lang: o.Lang}),
		// Streams of events last until the page goes: they must end with ctx.
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          log.New(out, "", 0),
	}
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(listener) }()
	if o.Ready != nil {
		o.Ready(siteURL(listener.Addr()))
	}
	select {
	case err := <-stopped:
		return fmt.Errorf("serve %s: %w", o.Addr, err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	if err := server.Shutdown(grace); err != nil {
		server.Close() // what is still under way has had its time
	}
	if err := <-stopped; !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve %s: %w", o.Addr, err)
	}
	return nil
}

// siteURL is the address to open in a browser. A server that listens on all
// addresses is reached at the loopback one.
func siteURL(addr net.Addr) string {
	host, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return "http://" + addr.String() + "/"
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// newRun is a name for this run of the server: pages of an earlier run, whose
// builds have the same numbers, must see that they are out of date.
func newRun() string { return rand.Text()[:8] }
