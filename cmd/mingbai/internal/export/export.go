// Package export makes the files for programs of a site, from the facts that
// its pages show: iCalendar, the table of tasks as CSV and XLSX, Atom, Akoma
// Ntoso, and the JSON of the data interface with its schemas.
//
// Package site says which files there are and where they stand, so that pages
// link to exactly the files that are made here. Each file is made by itself
// from the site, and says the same whenever it is made: its times are those of
// the documents, never that of the build.
package export

import (
	"context"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// exporter is what all files of a site share. It is read by several goroutines
// and not changed after newExporter.
type exporter struct {
	site   *site.Site
	words  *glossary.Words
	voices map[plan.Lang]*voice
}

// voice says things in a language.
type voice struct {
	*exporter
	lang plan.Lang
}

// Files makes all files for programs, as paths below public/ and their bytes;
// none where the site leaves them out.
// The error is for a stopped context, and for a library that fails; then there
// are no files.
func Files(ctx context.Context, s *site.Site) (map[string][]byte, error) {
	if s.Omits(site.DataPage) {
		return nil, nil
	}
	e, err := newExporter(s)
	if err != nil {
		return nil, err
	}
	downloads := s.AllDownloads()
	made := make([][]byte, len(downloads))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, d := range downloads {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			data, err := e.file(d)
			if err != nil {
				return fmt.Errorf("make %s: %w", d.Path, err)
			}
			made[i] = data
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	files, err := e.schemas()
	if err != nil {
		return nil, err
	}
	for i, d := range downloads {
		files[d.Path] = made[i]
	}
	return files, nil
}

// Exporter makes the files for programs of a site one by one. It may be used by
// several goroutines at once.
type Exporter struct{ *exporter }

// New prepares the files of a site; site.AllDownloads lists them.
func New(s *site.Site) (*Exporter, error) {
	e, err := newExporter(s)
	if err != nil {
		return nil, err
	}
	return &Exporter{e}, nil
}

// Make makes one file.
func (e *Exporter) Make(d site.Download) ([]byte, error) { return e.file(d) }

// Schemas makes the schemas of the data interface, by path below public/.
func (e *Exporter) Schemas() (map[string][]byte, error) { return e.schemas() }

func newExporter(s *site.Site) (*exporter, error) {
	words, err := glossary.InterfaceWords()
	if err != nil {
		return nil, err
	}
	e := &exporter{site: s, words: words, voices: map[plan.Lang]*voice{}}
	for _, lang := range s.Languages() {
		e.voices[lang] = &voice{e, lang}
	}
	return e, nil
}

// file makes one file.
func (e *exporter) file(d site.Download) ([]byte, error) {
	v := e.voices[d.Lang]
	switch d.Format {
	case site.CalendarFormat:
		return v.calendar(d)
	case site.TableFormat:
		return v.csv(d)
	case site.WorkbookFormat:
		return v.workbook(d)
	case site.FeedFormat:
		return v.feed(d)
	case site.AkomaNtosoFormat:
		return v.akomaNtoso(d.Document)
	case site.JSONFormat:
		return e.json(d)
	}
	return nil, fmt.Errorf("no file is made in the format %q", d.Format)
}

// say is an interface word in the voice's language.
func (v *voice) say(key string, args ...any) string {
	return wording.Say(v.words, v.lang, key, args...)
}
