package publish

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// faulty is a target whose disk is full at the nth write, or that is gone from
// then on, as for a process that was killed.
type faulty struct {
	Target
	mu    sync.Mutex
	left  int // writes that still succeed
	once  bool
	fired bool
	steps []string
}

func (f *faulty) step(what string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.steps = append(f.steps, what)
	f.left--
	if f.left < 0 && (!f.once || !f.fired) {
		f.fired = true
		return syscall.ENOSPC
	}
	return nil
}

func (f *faulty) Stage(ctx context.Context, name string, data []byte) error {
	if err := f.step("stage " + name); err != nil {
		return err
	}
	return f.Target.Stage(ctx, name, data)
}

func (f *faulty) Commit(ctx context.Context, name string) error {
	if err := f.step("commit " + name); err != nil {
		return err
	}
	return f.Target.Commit(ctx, name)
}

func (f *faulty) Remove(ctx context.Context, name string) error {
	if err := f.step("remove " + name); err != nil {
		return err
	}
	return f.Target.Remove(ctx, name)
}

func (f *faulty) Discard(ctx context.Context, name string) error {
	if f.fired && !f.once {
		return syscall.ENOSPC
	}
	return f.Target.Discard(ctx, name)
}

func (f *faulty) Flush(ctx context.Context) error {
	if err := f.step("flush"); err != nil {
		return err
	}
	return f.Target.Flush(ctx)
}

// Whatever write fails, first, second… up to the last: before the first page
// changes the old site is as it was; later every file is whole and no page
// lacks its assets. And in both cases publishing again finishes the work.
func TestApplyWhenAnyWriteFails(t *testing.T) {
	for n := 0; ; n++ {
		dir := t.TempDir()
		mustApply(t, dir, siteA)
		before := tree(t, dir)
		f := &faulty{Target: openFolder(t, dir), left: n, once: true}
		_, err := Apply(t.Context(), siteB, f, Options{})
		if !f.fired {
			if err != nil || n < 10 {
				t.Fatalf("write %d: error %v, want none, after some writes", n, err)
			}
			break
		}
		name := fmt.Sprintf("write %d (%s)", n, f.steps[n])
		if !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%s: error %v, want that of the disk", name, err)
		}
		switch code(err) {
		case "U201":
			if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
				t.Errorf("%s: the old site is not as it was: %s", name, diff)
			}
		case "U205":
			wantConsistent(t, name, dir)
		default:
			t.Errorf("%s: error %v, want U201 or U205", name, err)
		}
		mustApply(t, dir, siteB)
		wantTree(t, dir, siteB)
	}
}

// After a publish that died at any moment, publishing something else leaves
// nothing of either.
func TestApplyAfterADeathAtAnyWrite(t *testing.T) {
	siteC := site("zh/index.html", "<p>丙", "assets/site-c.css", "c")
	for n := 0; ; n++ {
		dir := t.TempDir()
		mustApply(t, dir, siteA)
		f := &faulty{Target: openFolder(t, dir), left: n}
		_, err := Apply(t.Context(), siteB, f, Options{})
		if !f.fired {
			break
		}
		if err == nil {
			t.Errorf("write %d failed and nobody says so", n)
		}
		wantConsistent(t, fmt.Sprintf("death at write %d (%s)", n, f.steps[n]), dir)
		mustApply(t, dir, siteC)
		wantTree(t, dir, siteC)
	}
}

// wantConsistent wants a target between siteA and siteB to hold whole files
// only, and every page beside the assets it was built with.
func wantConsistent(t *testing.T, when, dir string) {
	t.Helper()
	got := tree(t, dir)
	for name, data := range got {
		if isOwn(name[strings.LastIndex(name, "/")+1:]) {
			continue
		}
		if data != string(siteA[name]) && data != string(siteB[name]) {
			t.Errorf("%s: %s holds %q, neither the old nor the new bytes", when, name, data)
		}
		for asset, site := range map[string]map[string][]byte{"assets/site-a.css": siteA, "assets/site-b.css": siteB} {
			onlyHere := data == string(site[name]) && string(siteA[name]) != string(siteB[name])
			if _, ok := got[asset]; rank(name) > 0 && onlyHere && !ok {
				t.Errorf("%s: %s lacks its asset %s", when, name, asset)
			}
		}
	}
	for name, a := range siteA {
		if b, ok := siteB[name]; ok && got[name] != string(a) && got[name] != string(b) {
			t.Errorf("%s: %s is gone", when, name)
		}
	}
}
