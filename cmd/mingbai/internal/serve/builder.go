package serve

import (
	"context"
	"fmt"
	"slices"
	"time"

	"mingbai/cmd/mingbai/internal/diag"
)

// builder has the site built after every batch of changes, one build at a
// time, and keeps the newest result in its store.
type builder struct {
	rebuild func(context.Context) (map[string][]byte, []diag.Finding, error)
	changed <-chan struct{}
	store   *store
	first   chan struct{} // closed when the store holds its first state
	report  reporter
	url     string // of the site, for the log
	log     *logger
	session string // names this run of the server
	count   int    // builds shown in this run
}

func newBuilder(o Options, url string, out *logger, changed <-chan struct{}) *builder {
	return &builder{
		rebuild: o.Rebuild, changed: changed, store: &store{}, first: make(chan struct{}),
		report: reporter{lang: o.Lang, source: o.Source}, url: url, log: out, session: newRun(),
	}
}

// run builds at once and then after every batch, until ctx ends.
func (b *builder) run(ctx context.Context) {
	for ctx.Err() == nil {
		if again := b.once(ctx); again {
			continue
		}
		select {
		case <-ctx.Done():
		case <-b.changed:
		}
	}
}

// result is what a build gave.
type result struct {
	files    map[string][]byte
	findings []diag.Finding
	err      error
}

// once builds once. Changes in the meantime end the build and drop its result;
// once then reports that one more build is due, however many they were.
func (b *builder) once(ctx context.Context) (again bool) {
	building, cancel := context.WithCancel(ctx)
	defer cancel()
	begun := time.Now()
	done := make(chan result, 1)
	go func() {
		files, findings, err := b.rebuild(building)
		done <- result{files, findings, err}
	}()
	for {
		select {
		case <-b.changed:
			again = true
			cancel()
		case r := <-done: // never two builds at once: a slow one is waited for
			if !again && ctx.Err() == nil {
				b.show(r, time.Since(begun))
			}
			return again
		}
	}
}

// show puts a result before the user.
func (b *builder) show(r result, took time.Duration) {
	if r.err != nil {
		r.findings = append(slices.Clone(r.findings), buildFailed.At(diag.Position{}, r.err))
	}
	before := b.store.load()
	b.count++
	next := &state{build: fmt.Sprintf("%s-%d", b.session, b.count), findings: r.findings, files: r.files}
	if diag.HasErrors(r.findings) {
		next.files = nil
		if before != nil {
			next.files = before.files
		}
		next.failed = b.report.failure(next.build, r.findings)
	}
	next.report = b.report.list(next.build, r.findings)
	b.store.replace(next)
	if before == nil {
		close(b.first)
	}
	b.tell(next, took)
}

// tell logs a build in a line or two, and the errors of a failed one.
func (b *builder) tell(s *state, took time.Duration) {
	summary, findings := diag.Summary(s.findings).In(b.log.lang), b.url+findingsPath[1:]
	if s.failed != nil {
		b.log.findings(errorsOf(s.findings)...)
		b.log.say(textFailed, summary, findings)
		return
	}
	b.log.say(textBuilt, len(s.files), took.Round(time.Millisecond))
	if diag.Count(s.findings, diag.Warning) > 0 {
		b.log.say(textNoted, summary, findings)
	}
}

// errorsOf are the findings that stopped a build.
func errorsOf(fs []diag.Finding) []diag.Finding {
	var out []diag.Finding
	for _, f := range fs {
		if f.Severity == diag.Error {
			out = append(out, f)
		}
	}
	return out
}
