// Command bench compares mingbai with Hugo on one site, and mingbai with itself
// on sites of growing size. "make bench" runs it; the README says how.
//
// Nothing is timed before the two builds are proven to be one site (package
// compare). Commands run in turn, each as a process of its own that begins with
// nothing built before. The last line of the output is one JSON object.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/bench/meter"
)

// settings say what is compared, with what, and how often.
type settings struct {
	hugo, corpusgen, mingbai string // programs; the first two may be missing
	seed                     string // the document that the corpus is made of
	project                  string // the project that the series of sizes multiplies
	scale                    int    // of the comparison
	rounds                   int    // that count
	edits                    int    // saves under the watching servers
	sizes                    []int  // of the series of sizes
	keep                     string // where the projects of the comparison are left; "" for nowhere
	tmp                      string // where everything is written
}

func main() {
	if len(os.Args) > 2 && os.Args[1] == meter.MeasureWord {
		os.Exit(meter.Measure(os.Args[2:]))
	}
	s, err := parseFlags(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := s.run(ctx, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func parseFlags(args []string) (settings, error) {
	var s settings
	var sizes string
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.StringVar(&s.hugo, "hugo", "", "the Hugo `program`")
	f.StringVar(&s.corpusgen, "corpusgen", "", "the `program` that generates the corpus")
	f.StringVar(&s.mingbai, "mingbai", "", "the mingbai `program`")
	f.StringVar(&s.seed, "seed", "", "the `file` that the corpus is made of")
	f.StringVar(&s.project, "project", ".", "the project that the series of sizes multiplies")
	f.IntVar(&s.scale, "scale", 25, "how many times the corpus has the document")
	f.IntVar(&s.rounds, "rounds", 3, "rounds that count")
	f.IntVar(&s.edits, "edits", 5, "saves under each watching server")
	f.StringVar(&sizes, "sizes", "1,25", "the series of sizes, joined by commas; empty for none")
	f.StringVar(&s.keep, "keep", "", "`folder` in which to leave the projects of the comparison")
	f.StringVar(&s.tmp, "tmp", "", "`folder` to work in, best in memory; /dev/shm where there is one")
	if err := f.Parse(args); err != nil {
		return s, err
	}
	for _, field := range strings.FieldsFunc(sizes, func(r rune) bool { return r == ',' || r == ' ' }) {
		n, err := strconv.Atoi(field)
		if err != nil || n < 1 {
			return s, fmt.Errorf("sizes: %q is no number of copies", field)
		}
		s.sizes = append(s.sizes, n)
	}
	for _, program := range []*string{&s.hugo, &s.corpusgen, &s.mingbai, &s.seed} {
		if err := absolute(program); err != nil {
			return s, err
		}
	}
	if s.mingbai == "" || s.scale < 1 || s.rounds < 1 || s.edits < 1 {
		return s, fmt.Errorf("-mingbai, and a scale, rounds and edits of at least 1, are needed")
	}
	return s, nil
}

// absolute makes a path hold from every folder; "" stays nothing.
func absolute(name *string) (err error) {
	if *name != "" {
		*name, err = filepath.Abs(*name)
	}
	return err
}
