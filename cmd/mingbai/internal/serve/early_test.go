package serve

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"mingbai/cmd/mingbai/internal/diag"
)

// What a person looks at is shown as soon as it is made, and what a build that
// was ended made early stays until the next has something newer.
func TestViewedPageComesFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		changed := make(chan struct{}, 1)
		text := "first"
		b := newBuilder(Options{Rebuild: func(ctx context.Context, viewed []string, early func(Files)) (Files, []diag.Finding, error) {
			all := Files{"zh/a.html": []byte(text), "zh/b.html": []byte(text)}
			some := Files{}
			for _, name := range viewed {
				some[name] = all[name]
			}
			early(some)
			select {
			case <-ctx.Done():
				return nil, nil, ctx.Err()
			case <-time.After(10 * time.Second):
				return all, nil, nil
			}
		}}, "http://x/", testLogger(), changed)
		ctx, cancel := context.WithCancel(t.Context())
		go b.run(ctx)
		time.Sleep(time.Minute)
		b.viewed.note("zh/a.html")
		before := b.store.load()

		want := func(when, a, other string) {
			t.Helper()
			synctest.Wait()
			for name, text := range map[string]string{"zh/a.html": a, "zh/b.html": other} {
				if data, _ := b.store.load().file(name); string(data) != text {
					t.Errorf("%s: %s is %q, want %q", when, name, data, text)
				}
			}
		}
		text = "second"
		changed <- struct{}{}
		want("at once", "second", "first")
		select {
		case <-before.newer:
		default:
			t.Error("open pages are not told of an early page")
		}
		text = "third"
		changed <- struct{}{}
		want("after another change", "third", "first")
		time.Sleep(time.Minute)
		want("at last", "third", "third")
		cancel()
		synctest.Wait()
	})
}

func TestViewedPagesAreFewAndNewestFirst(t *testing.T) {
	var v viewed
	for i := range 20 {
		v.note(string(rune('a' + i)))
	}
	v.note("s")
	if got := v.list(); len(got) != mostViewed || got[0] != "s" || got[1] != "t" || got[2] != "r" {
		t.Errorf("got %q", got)
	}
}
