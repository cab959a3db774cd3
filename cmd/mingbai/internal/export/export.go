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
	"mingbai/cmd/mingbai/internal/schema"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// Exporter makes the files for programs of a site, each by itself and only when
// it is asked for. It may be used from several goroutines at once.
type Exporter struct {
	site   *site.Site
	words  *glossary.Words
	voices map[plan.Lang]*voice
	forms  bookForms
}

// voice says things in a language.
type voice struct {
	*Exporter
	lang plan.Lang
}

// New makes nothing yet.
func New(s *site.Site) (*Exporter, error) {
	words, err := glossary.InterfaceWords()
	if err != nil {
		return nil, err
	}
	e := &Exporter{site: s, words: words, voices: map[plan.Lang]*voice{}}
	for _, lang := range s.Languages() {
		e.voices[lang] = &voice{e, lang}
	}
	return e, nil
}

// Downloads lists all files, each with what it is about; none where the site
// leaves them out.
func (e *Exporter) Downloads() []site.Download {
	if e.site.Omits(site.DataPage) {
		return nil
	}
	all := e.site.AllDownloads()
	for _, name := range schema.Names() {
		all = append(all, site.SchemaDownload(name))
	}
	return all
}

// Make makes one of the files. The same site gives the same bytes, in whatever
// order files are made. The error is for a library that fails.
func (e *Exporter) Make(d site.Download) ([]byte, error) {
	data, err := e.file(d)
	if err != nil {
		return nil, fmt.Errorf("make %s: %w", d.Path, err)
	}
	return data, nil
}

// Files makes all files for programs, as paths below public/ and their bytes.
// The error is for a stopped context, and for a library that fails; then there
// are no files.
func Files(ctx context.Context, s *site.Site) (map[string][]byte, error) {
	e, err := New(s)
	if err != nil {
		return nil, err
	}
	downloads := e.Downloads()
	made := make([][]byte, len(downloads))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, d := range downloads {
		group.Go(func() (err error) {
			if err := ctx.Err(); err != nil {
				return err
			}
			made[i], err = e.Make(d)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	files := make(map[string][]byte, len(downloads))
	for i, d := range downloads {
		files[d.Path] = made[i]
	}
	return files, nil
}

// file makes one file.
func (e *Exporter) file(d site.Download) ([]byte, error) {
	if d.Schema != "" {
		return e.schema(d)
	}
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
