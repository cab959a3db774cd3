package serve

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"mingbai/cmd/mingbai/internal/diag"
)

func testLogger() *logger { return &logger{lang: "en", w: io.Discard} }

// TestChangesDuringBuild changes files five times while a build runs: it is
// ended, nothing of it is shown, and exactly one build follows.
func TestChangesDuringBuild(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		changed := make(chan struct{}, 1)
		var builds, running, ended int
		o := Options{Rebuild: func(ctx context.Context, _ []string, _ func(Files)) (Files, []diag.Finding, error) {
			builds++
			if running++; running > 1 {
				t.Error("two builds at once")
			}
			defer func() { running-- }()
			select {
			case <-ctx.Done():
				ended++
				time.Sleep(time.Second) // slow to stop
				return nil, nil, ctx.Err()
			case <-time.After(10 * time.Second):
				return map[string][]byte{"a.html": []byte("done")}, nil, nil
			}
		}}
		b := newBuilder(o, "http://x/", testLogger(), changed)
		ctx, cancel := context.WithCancel(t.Context())
		go b.run(ctx)
		time.Sleep(5 * time.Second)
		for range 5 {
			changed <- struct{}{}
			time.Sleep(50 * time.Millisecond)
		}
		synctest.Wait()
		if b.store.load() != nil {
			t.Error("a build that was ended is shown")
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		if builds != 2 || ended != 1 || b.count != 1 {
			t.Errorf("%d builds, %d of them ended, %d shown; want 2, 1, 1", builds, ended, b.count)
		}
		if got := string(b.store.load().files["a.html"]); got != "done" {
			t.Errorf("the page is %q", got)
		}
		cancel()
		synctest.Wait()
	})
}

// TestFailureKeepsLastGood tries what is a failure, and that one keeps the
// files of the last good build.
func TestFailureKeepsLastGood(t *testing.T) {
	bad := []diag.Finding{{Code: "C101", Severity: diag.Error, Message: diag.Text{En: "bad date", Zh: "日期有误"}}}
	good := map[string][]byte{"a.css": []byte("good")}
	for name, r := range map[string]result{
		"an error":                  {err: errors.New("broken")},
		"an error finding":          {findings: bad},
		"files and error findings":  {files: map[string][]byte{"a.css": []byte("bad")}, findings: bad},
		"files and an error beside": {files: map[string][]byte{"a.css": []byte("bad")}, err: errors.New("broken")},
	} {
		t.Run(name, func(t *testing.T) {
			var out strings.Builder
			b := newBuilder(Options{Lang: "en"}, "http://x/", &logger{lang: "en", w: &out}, nil)
			b.show(result{files: good}, 0)
			before := b.store.load()
			b.show(r, 0)
			s := b.store.load()
			if s.failed == nil || string(s.files["a.css"]) != "good" || s.build == before.build {
				t.Errorf("failed %t, files %v, build %s after %s", s.failed != nil, s.files, s.build, before.build)
			}
			select {
			case <-before.newer:
			default:
				t.Error("open pages are not told")
			}
			if !strings.Contains(out.String(), "build failed, 1 error") {
				t.Errorf("the log says %q", out.String())
			}
			b.show(result{files: good}, 0)
			if b.store.load().failed != nil {
				t.Error("still failed after a good build")
			}
		})
	}
}
