package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"mingbai/cmd/mingbai/internal/bench/meter"
	"mingbai/cmd/mingbai/internal/bench/multiply"
)

// growth is what a page of a site of one size takes.
type growth struct {
	Size  int     `json:"size"` // how many times the project has its documents
	Pages int     `json:"pages"`
	Wall  float64 `json:"wall_ms_per_page"`
	CPU   float64 `json:"cpu_ms_per_page"`
	Peak  float64 `json:"peak_kib_per_page"`
}

// grow takes the series of sizes: the project with its documents once and many
// times.
func (s settings) grow(ctx context.Context, out io.Writer, work string, r *report) error {
	if len(s.sizes) == 0 {
		return nil
	}
	fmt.Fprintf(out, "the site of this project with its documents many times, a page:\n")
	fmt.Fprintf(out, "  %6s %9s %9s %9s %9s\n", "times", "pages", "wall ms", "CPU ms", "peak KiB")
	for _, size := range s.sizes {
		g, err := s.growTo(ctx, filepath.Join(work, fmt.Sprintf("times-%d", size)), size)
		if err != nil {
			return err
		}
		r.Growth = append(r.Growth, g)
		fmt.Fprintf(out, "  %6d %9d %9.3f %9.3f %9.1f\n", g.Size, g.Pages, g.Wall, g.CPU, g.Peak)
	}
	first, last := r.Growth[0], r.Growth[len(r.Growth)-1]
	r.GrowthRatio = meter.Ratio(last.CPU, first.CPU)
	return nil
}

func (s settings) growTo(ctx context.Context, project string, size int) (growth, error) {
	defer os.RemoveAll(project)
	if err := multiply.Project(s.project, project, size); err != nil {
		return growth{}, err
	}
	var samples []meter.Sample
	for range s.rounds {
		if err := clean(project); err != nil {
			return growth{}, err
		}
		one, err := meter.Run(ctx, meter.Command{Dir: project, Args: []string{s.mingbai, "build"}})
		if err != nil {
			return growth{}, err
		}
		samples = append(samples, one)
	}
	pages, err := countPages(filepath.Join(project, "public"))
	if err != nil {
		return growth{}, err
	}
	m, n := meter.MedianSample(samples), float64(pages)
	return growth{
		Size: size, Pages: pages,
		Wall: m.Wall.Seconds() * 1000 / n, CPU: m.CPU.Seconds() * 1000 / n, Peak: float64(m.Peak) / 1024 / n,
	}, nil
}

func countPages(dir string) (int, error) {
	n := 0
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Ext(name) == ".html" {
			n++
		}
		return err
	})
	return n, err
}
