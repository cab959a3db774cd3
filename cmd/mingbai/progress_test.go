package main

import (
	"strings"
	"testing"
	"time"

	"mingbai/cmd/mingbai/internal/build"
)

// The bar is silent for a second, then shows how far the work is, and leaves
// a clean line.
func TestProgress(t *testing.T) {
	var out strings.Builder
	now := time.Unix(0, 0)
	p := &progress{w: &out, app: &app{lang: "en"}, start: now, now: func() time.Time { return now }}
	p.step(build.Step{Stage: build.Loading, Total: 3})
	p.done()
	if out.Len() > 0 {
		t.Errorf("wrote %q within the first second", out.String())
	}
	now = now.Add(2 * time.Second)
	p.step(build.Step{Stage: build.Rendering, Done: 1, Total: 2})
	if want := strings.Repeat("█", barWidth/2) + strings.Repeat("░", barWidth/2) + " rendering pages"; !strings.Contains(out.String(), want) {
		t.Errorf("wrote %q, want %q", out.String(), want)
	}
	out.Reset()
	p.done()
	if out.String() != "\r\x1b[K" {
		t.Errorf("done wrote %q, want the line cleared", out.String())
	}
}

// Where messages go to a file there is no bar, and steps do nothing.
func TestNoProgressWithoutTerminal(t *testing.T) {
	p := newProgress(&app{stderr: new(strings.Builder)})
	p.step(build.Step{Stage: build.Loading})
	p.done()
	if p != nil {
		t.Error("a bar without a terminal")
	}
}
