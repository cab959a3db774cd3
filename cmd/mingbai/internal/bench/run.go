package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
)

// report is the last line of the output.
type report struct {
	Scale  int `json:"scale,omitempty"`
	Rounds int `json:"rounds,omitempty"`
	Pages  int `json:"pages,omitempty"`

	// How many times as much Hugo takes.
	Wall     float64 `json:"wall_ratio,omitempty"`
	CPU      float64 `json:"cpu_ratio,omitempty"`
	Memory   float64 `json:"memory_ratio,omitempty"`
	NoChange float64 `json:"nochange_ratio,omitempty"` // its full build, to a build of mingbai in which nothing changed
	Edit     float64 `json:"edit_ratio,omitempty"`     // its full build, to a build of mingbai after one edit
	Save     float64 `json:"save_ratio,omitempty"`     // from save to answer, under the watching servers

	// How many times as long mingbai takes as writing the same files.
	Write float64 `json:"write_ratio,omitempty"`

	Growth []growth `json:"growth,omitempty"`
	// The time of processors for each page of the largest site of the series, to
	// that of the smallest: 1 is flat.
	GrowthRatio float64 `json:"growth_ratio,omitempty"`
}

// run makes all comparisons that can be made, and prints them.
func (s settings) run(ctx context.Context, out io.Writer) error {
	work, err := s.workFolder(out)
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	var r report
	switch missing := s.missing(); missing {
	case "":
		b := bench{settings: s, out: out, work: work, report: &r}
		if err := b.compare(ctx); err != nil {
			return err
		}
	default:
		fmt.Fprintf(out, "no comparison with Hugo: %s\n", missing)
	}
	if err := s.grow(ctx, out, work, &r); err != nil {
		return err
	}
	line, err := json.Marshal(r.rounded())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", line)
	return err
}

// missing says what a comparison with Hugo lacks; "" for nothing.
func (s settings) missing() string {
	for _, need := range []struct{ file, what string }{
		{s.corpusgen, "the corpus generator"}, {s.hugo, "Hugo"}, {s.seed, "the document of the corpus"},
	} {
		if _, err := os.Stat(need.file); err != nil {
			return fmt.Sprintf("%s is not here", need.what)
		}
	}
	return ""
}

// workFolder makes the folder in which everything is written: in memory, or the
// disk would be measured.
func (s settings) workFolder(out io.Writer) (string, error) {
	const memory = "/dev/shm"
	base := s.tmp
	if base == "" {
		base = memory
	}
	work, err := os.MkdirTemp(base, "mingbai-bench-")
	if s.tmp == "" && errors.Is(err, os.ErrNotExist) || errors.Is(err, os.ErrPermission) {
		fmt.Fprintf(out, "%s is not to be had: what follows measures the disk of %s, too\n", base, os.TempDir())
		work, err = os.MkdirTemp("", "mingbai-bench-")
	}
	if err != nil {
		return "", err
	}
	return filepath.Abs(work)
}

// rounded leaves out the digits that no measurement can tell.
func (r report) rounded() report {
	for _, f := range []*float64{&r.Wall, &r.CPU, &r.Memory, &r.NoChange, &r.Edit, &r.Save, &r.Write, &r.GrowthRatio} {
		*f = toThousandth(*f)
	}
	r.Growth = slices.Clone(r.Growth)
	for i := range r.Growth {
		g := &r.Growth[i]
		g.Wall, g.CPU, g.Peak = toThousandth(g.Wall), toThousandth(g.CPU), toThousandth(g.Peak)
	}
	return r
}

func toThousandth(x float64) float64 { return math.Round(x*1000) / 1000 }
