package build

import (
	"context"
	"errors"
	"maps"
	"slices"
	"testing"
	"time"

	"mingbai/cmd/mingbai/internal/diag"
)

// Whatever people do to a project while they look at it, and however often they
// save before a page is made, what they see in the end is what a build of
// everything makes.
func TestPreviewIsRight(t *testing.T) {
	h := newHistory(t, *seed)
	h.build("nothing yet")
	v, err := NewPreview(h.o)
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for n := range *edits {
		what := h.edit()
		if h.rand.IntN(3) == 0 {
			h.interrupted(v)
			what += ", interrupted, " + h.edit()
		}
		if h.preview(v, what) {
			shown++
		}
		if t.Failed() {
			t.Fatalf("after edit %d of seed %d", n+1, *seed)
		}
	}
	if shown < *edits/4 {
		t.Errorf("%d of %d edits were shown: the test looks at little", shown, *edits)
	}
}

// viewed picks pages that somebody looks at.
func (h *history) viewed() []string {
	names := slices.Sorted(maps.Keys(h.publicFiles()))
	var some []string
	for range 4 {
		if len(names) > 0 {
			some = append(some, names[h.rand.IntN(len(names))])
		}
	}
	return some
}

// interrupted begins a rebuild that ends too early, as the next save ends it.
func (h *history) interrupted(v *Preview) {
	ctx, cancel := context.WithTimeout(h.Context(), time.Duration(h.rand.IntN(80))*time.Millisecond)
	defer cancel()
	_, _, err := v.Rebuild(ctx, h.viewed(), func(map[string][]byte) {})
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		h.Fatal(err)
	}
}

// preview holds a rebuild against a build of everything, and reports whether
// there was one to see.
func (h *history) preview(v *Preview, what string) bool {
	h.Helper()
	got, findings, err := v.Rebuild(h.Context(), h.viewed(), func(map[string][]byte) {})
	if err != nil {
		h.Fatal(what, ": ", err)
	}
	want, err := Site(h.Context(), h.o)
	if err != nil {
		h.Fatal(what, ": ", err)
	}
	if h.refused = diag.HasErrors(findings); h.refused {
		return false
	}
	if diag.HasErrors(want.Findings) {
		h.Errorf("%s: shown in spite of errors: %v", what, want.Findings)
	}
	h.good = h.project()
	for name, data := range want.Files {
		if string(got[name]) != string(data) {
			h.Errorf("%s: %s differs from that of a full build", what, name)
		}
	}
	for name := range got {
		if want.Files[name] == nil {
			h.Errorf("%s: %s is left behind", what, name)
		}
	}
	return true
}
