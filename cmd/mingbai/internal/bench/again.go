package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"mingbai/cmd/mingbai/internal/bench/meter"
)

// The measure that is edited: the first, in both forms of the site.
const edited = "p001/a01/s01/m01"

func (b *bench) editedOfHugo() string {
	return filepath.Join(b.hugoSite(), "content", "zh", edited+".md")
}
func (b *bench) editedOfOurs() string {
	return filepath.Join(b.project(), "content", edited+".zh.md")
}

// rebuilds takes the series of builds after a build, each in a new process: with
// nothing changed, and with one measure edited.
func (b *bench) rebuilds(ctx context.Context) error {
	if _, err := b.cleanBuild(ctx); err != nil {
		return err
	}
	var same, one []meter.Sample
	for round := range b.rounds + 1 {
		s, err := b.ourBuild(ctx)
		if err != nil {
			return err
		}
		words, err := edit(b.editedOfOurs(), round)
		if err != nil {
			return err
		}
		o, err := b.ourBuild(ctx)
		if err != nil {
			return err
		}
		if page, err := os.ReadFile(filepath.Join(b.ourOut(), "zh", edited+".html")); err != nil || !bytes.Contains(page, []byte(words)) {
			return fmt.Errorf("the build after an edit does not show it (%v)", err)
		}
		if round > 0 {
			same, one = append(same, s), append(one, o)
		}
	}
	s, o := meter.MedianSample(same), meter.MedianSample(one)
	b.report.NoChange, b.report.Edit = meter.Ratio(b.full.Wall, s.Wall), meter.Ratio(b.full.Wall, o.Wall)
	fmt.Fprintf(b.out, "built again: nothing changed %.3f s, %.0f MiB, a full build of Hugo is %.1f of it; one measure edited %.3f s, %.0f MiB, %.1f\n",
		s.Wall.Seconds(), mebibytes(s.Peak), b.report.NoChange, o.Wall.Seconds(), mebibytes(o.Peak), b.report.Edit)
	return nil
}

// edit puts a few words before the first paragraph of a file, others each time,
// and returns them.
func edit(file string, round int) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	front, body, ok := bytes.Cut(data, []byte("\n---\n\n"))
	if !ok {
		return "", fmt.Errorf("%s: no text behind the front matter", file)
	}
	words := fmt.Sprintf("第%d次修改。", round+1)
	if _, rest, found := bytes.Cut(body, []byte("次修改。")); found {
		body = rest
	}
	whole := bytes.Join([][]byte{front, []byte("\n---\n\n"), []byte(words), body}, nil)
	return words, os.WriteFile(file, whole, 0o666)
}

// patience is how long a server may take for an answer.
const patience = 2 * time.Minute

// saves takes the series from the save of a measure to the answer of a watching
// server that shows it.
func (b *bench) saves(ctx context.Context) error {
	hugo, err := b.saveSeries(ctx, b.editedOfHugo(), "/zh/"+edited+"/", func(port string) meter.Command {
		return meter.Command{Env: b.hugoEnv(), Args: []string{b.hugo, "server", "-s", b.hugoSite(), "--minify", "--quiet", "--port", port,
			"--bind", "127.0.0.1", "--disableLiveReload", "-d", b.hugoOut()}}
	})
	if err != nil {
		return err
	}
	ours, err := b.saveSeries(ctx, b.editedOfOurs(), "/zh/"+edited+".html", func(port string) meter.Command {
		return meter.Command{Dir: b.project(), Args: []string{b.mingbai, "serve", "--addr", "127.0.0.1:" + port}}
	})
	if err != nil {
		return err
	}
	b.report.Save = meter.Ratio(hugo, ours)
	fmt.Fprintf(b.out, "save to answer, medians of %d: hugo server %d ms, mingbai serve %d ms, ratio %.1f\n",
		b.edits, hugo.Milliseconds(), ours.Milliseconds(), b.report.Save)
	return nil
}

// saveSeries edits a file again and again under a server.
func (b *bench) saveSeries(ctx context.Context, file, page string, command func(port string) meter.Command) (time.Duration, error) {
	port, err := meter.FreePort()
	if err != nil {
		return 0, err
	}
	url := "http://127.0.0.1:" + port + page
	server, err := meter.Start(ctx, command(port), url, patience)
	if err != nil {
		return 0, err
	}
	defer server.Stop()
	var took []time.Duration
	for i := range b.edits {
		// Programs gather changes on a ticker: saves must not come in step with it.
		if err := sleep(ctx, time.Duration(1000+i*370%500)*time.Millisecond); err != nil {
			return 0, err
		}
		words, err := edit(file, 100+i)
		if err != nil {
			return 0, err
		}
		d, err := server.Await(ctx, url, words, patience)
		if err != nil {
			return 0, err
		}
		took = append(took, d)
	}
	return meter.Median(took), nil
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
