package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"mingbai/cmd/mingbai/internal/bench/compare"
	"mingbai/cmd/mingbai/internal/bench/corpus"
	"mingbai/cmd/mingbai/internal/bench/meter"
)

// bench is one comparison with Hugo.
type bench struct {
	settings
	out    io.Writer
	work   string // folder of the comparison
	counts corpus.Counts
	full   meter.Sample // of Hugo's full build
	report *report
}

// Folders below the work folder.
func (b *bench) hugoSite() string { return filepath.Join(b.work, "hugo") }
func (b *bench) hugoOut() string  { return filepath.Join(b.work, "hugo-public") }
func (b *bench) project() string  { return filepath.Join(b.work, "mingbai") }
func (b *bench) ourOut() string   { return filepath.Join(b.project(), "public") }
func (b *bench) floorOut() string { return filepath.Join(b.work, "floor") }
func (b *bench) hugoEnv() []string {
	return append(hugoEnv, "HUGO_CACHEDIR="+filepath.Join(b.work, "hugo-cache"))
}

// hugoEnv sets Hugo's minifier, which is mingbai's, to what mingbai does: it
// keeps the quotes of attributes.
var hugoEnv = []string{"HUGO_MINIFY_TDEWOLFF_HTML_KEEPQUOTES=true"}

// compare makes the site in both forms, proves that they are one, and takes the
// series of full builds, of builds after a build, and of saves.
func (b *bench) compare(ctx context.Context) error {
	for _, step := range []func(context.Context) error{b.prepare, b.prove, b.fullBuilds, b.rebuilds, b.saves} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return b.leave()
}

// prepare generates the corpus and brings it into mingbai's form.
func (b *bench) prepare(ctx context.Context) error {
	generate := meter.Command{Args: []string{b.corpusgen, "-seed", b.seed, "-scale", strconv.Itoa(b.scale), "-layout", "hugo", "-out", b.hugoSite()}}
	if _, err := meter.Run(ctx, generate); err != nil {
		return err
	}
	var err error
	b.counts, err = corpus.Convert(b.hugoSite(), b.project())
	return err
}

// prove builds both sites and compares them.
func (b *bench) prove(ctx context.Context) error {
	if _, err := b.hugoBuild(ctx); err != nil {
		return err
	}
	if _, err := b.cleanBuild(ctx); err != nil {
		return err
	}
	// The names of folders that differ: addresses are each generator's own.
	hugo := &compare.Site{Name: "Hugo", Host: host, Names: strings.NewReplacer("/orgs/", "/departments/")}
	ours := &compare.Site{Name: "mingbai", Host: host}
	for site, dir := range map[*compare.Site]string{hugo: b.hugoOut(), ours: b.ourOut()} {
		if err := site.Open(dir); err != nil {
			return err
		}
	}
	differences, err := compare.Sites(ctx, hugo, ours, mostBytes)
	if err != nil {
		return err
	}
	if want := b.counts.Pages(); hugo.Pages() != want {
		differences = append(differences, fmt.Sprintf("Hugo made %d pages of a corpus of %d", hugo.Pages(), want))
	}
	if len(differences) > 0 {
		return fmt.Errorf("the two builds are not one site:\n%s", strings.Join(differences, "\n"))
	}
	b.report.Scale, b.report.Rounds, b.report.Pages = b.scale, b.rounds, ours.Pages()
	fmt.Fprintf(b.out, "scale %d: %d pages, the same texts and links in both; %.1f MB from Hugo, %.1f MB from mingbai\n",
		b.scale, ours.Pages(), float64(hugo.Bytes())/1e6, float64(ours.Bytes())/1e6)
	return nil
}

const (
	host      = "policy.example" // of both sites
	mostBytes = 0.05             // by which the bytes of the pages may differ
	writers   = 2                // of the floor
)

// hugoBuild builds with Hugo into a fresh folder.
func (b *bench) hugoBuild(ctx context.Context) (meter.Sample, error) {
	if err := os.RemoveAll(b.hugoOut()); err != nil {
		return meter.Sample{}, err
	}
	return meter.Run(ctx, meter.Command{Env: b.hugoEnv(), Args: []string{b.hugo, "-s", b.hugoSite(), "--minify", "--quiet", "-d", b.hugoOut()}})
}

// cleanBuild builds with mingbai, from nothing.
func (b *bench) cleanBuild(ctx context.Context) (meter.Sample, error) {
	if err := clean(b.project()); err != nil {
		return meter.Sample{}, err
	}
	return b.ourBuild(ctx)
}

func (b *bench) ourBuild(ctx context.Context) (meter.Sample, error) {
	return meter.Run(ctx, meter.Command{Dir: b.project(), Args: []string{b.mingbai, "build"}})
}

// clean removes from a project what was built, and what mingbai remembers of it.
func clean(project string) error {
	left, err := filepath.Glob(filepath.Join(project, ".mingbai*"))
	if err != nil {
		return err
	}
	for _, name := range append(left, filepath.Join(project, "public")) {
		if err := os.RemoveAll(name); err != nil {
			return err
		}
	}
	return nil
}

// fullBuilds takes the series of full builds, in turn with the floor. The first
// round warms up and does not count.
func (b *bench) fullBuilds(ctx context.Context) error {
	var hugo, ours []meter.Sample
	var floor []time.Duration
	for round := range b.rounds + 1 {
		h, err := b.hugoBuild(ctx)
		if err != nil {
			return err
		}
		o, err := b.cleanBuild(ctx)
		if err != nil {
			return err
		}
		f, err := b.bareWrite()
		if err != nil {
			return err
		}
		if round > 0 {
			hugo, ours, floor = append(hugo, h), append(ours, o), append(floor, f)
		}
	}
	h, o, f := meter.MedianSample(hugo), meter.MedianSample(ours), meter.Median(floor)
	b.full = h
	b.report.Wall, b.report.CPU = meter.Ratio(h.Wall, o.Wall), meter.Ratio(h.CPU, o.CPU)
	b.report.Memory, b.report.Write = meter.Ratio(h.Peak, o.Peak), meter.Ratio(o.Wall, f)
	fmt.Fprintf(b.out, "full build, medians of %d rounds:\n", b.rounds)
	fmt.Fprintf(b.out, "  %-8s %9s %9s %9s\n", "", "wall s", "CPU s", "peak MiB")
	for _, row := range []struct {
		name string
		s    meter.Sample
	}{{"Hugo", h}, {"mingbai", o}} {
		fmt.Fprintf(b.out, "  %-8s %9.3f %9.3f %9.0f\n", row.name, row.s.Wall.Seconds(), row.s.CPU.Seconds(), mebibytes(row.s.Peak))
	}
	fmt.Fprintf(b.out, "  %-8s %9.3f  the same files, written from memory by %d writers\n", "floor", f.Seconds(), writers)
	fmt.Fprintf(b.out, "  Hugo ÷ mingbai: wall %.2f, CPU %.2f, memory %.2f; mingbai ÷ floor: %.2f\n",
		b.report.Wall, b.report.CPU, b.report.Memory, b.report.Write)
	return nil
}

// bareWrite writes the files of mingbai's build once more, from memory.
func (b *bench) bareWrite() (time.Duration, error) {
	tree, err := meter.ReadTree(b.ourOut())
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(b.floorOut())
	return tree.Write(b.floorOut(), writers)
}

func mebibytes(bytes int64) float64 { return float64(bytes) / (1 << 20) }

// leave leaves both forms of the site where the user asked for them.
func (b *bench) leave() error {
	if b.keep == "" {
		return nil
	}
	for _, form := range []string{b.hugoSite(), b.project()} {
		if err := clean(form); err != nil {
			return err
		}
		if err := os.CopyFS(filepath.Join(b.keep, filepath.Base(form)), os.DirFS(form)); err != nil {
			return fmt.Errorf("keep the projects: %w", err)
		}
	}
	fmt.Fprintf(b.out, "left in %s: hugo/ and mingbai/\n", b.keep)
	return nil
}
