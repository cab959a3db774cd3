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
	rebuild Rebuild
	changed <-chan struct{}
	store   *store
	viewed  *viewed
	first   chan struct{} // closed when the store holds its first state
	report  reporter
	url     string // of the site, for the log
	log     *logger
	session string // names this run of the server
	count   int    // builds shown in this run
}

func newBuilder(o Options, url string, out *logger, changed <-chan struct{}) *builder {
	return &builder{
		rebuild: o.Rebuild, changed: changed, store: &store{}, viewed: &viewed{}, first: make(chan struct{}),
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
	files    Files
	findings []diag.Finding
	err      error
}

// once builds once. Changes in the meantime end the build and drop its result;
// once then reports that one more build is due, however many they were.
func (b *builder) once(ctx context.Context) (again bool) {
	building, cancel := context.WithCancel(ctx)
	defer cancel()
	begun := time.Now()
	done, early := make(chan result, 1), make(chan Files)
	go func() {
		files, findings, err := b.rebuild(building, b.viewed.list(), func(some Files) {
			select {
			case early <- some:
			case <-building.Done():
			}
		})
		done <- result{files, findings, err}
	}()
	for {
		select {
		case <-b.changed:
			again = true
			cancel()
		case some := <-early:
			b.showEarly(some)
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
	next := &state{build: b.name(), findings: r.findings, files: r.files}
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

// name names the newest state of this run.
func (b *builder) name() string { return fmt.Sprintf("%s-%d", b.session, b.count) }

// showEarly puts some pages before the user while the others are being made.
// After a build that failed they wait for the one that is under way: it will
// tell whether all is well again.
func (b *builder) showEarly(some Files) {
	before := b.store.load()
	if before == nil || before.failed != nil || len(some) == 0 {
		return
	}
	b.count++
	next := *before
	next.build, next.early = b.name(), some
	b.store.replace(&next)
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
