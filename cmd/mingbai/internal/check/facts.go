package check

import (
	"bytes"
	"encoding/binary"
	"path"
	"slices"

	"mingbai/cmd/mingbai/internal/site"
)

// Facts is what Site must know of a file. It holds numbers that its Checker
// gave to names: facts of one Checker mean nothing to another, but by way of
// AppendFacts and DecodeFacts. The zero value is a file of which only its being
// there matters.
type Facts struct {
	kind  fileKind
	flags factFlags
	links packed // every place that the file leads to, once
	ids   *idSet // nil for none
	more  *rare  // nil for nothing
}

// File is a finished file with its facts.
type File struct {
	Name string // path below the root of the site
	Facts
}

// fileKind classes files by what is looked for in them.
type fileKind uint8

const (
	otherFile   fileKind = iota
	pageFile             // HTML
	pictureFile          // SVG: its links and anchors
	styleFile            // CSS: what it loads
	siteMapFile          // the list of pages for search engines, or a list of such lists
)

// kindOfFile tells the kinds apart. Elder pages are made of finished ones and
// have nothing of their own to check: that they are there is enough.
func kindOfFile(name string, data []byte) fileKind {
	switch path.Ext(name) {
	case ".html":
		if !site.IsElder(name) {
			return pageFile
		}
	case ".svg":
		if !site.IsElder(name) {
			return pictureFile
		}
	case ".css":
		return styleFile
	case ".xml":
		head := data[:min(len(data), 1024)]
		if name == sitemapFile || bytes.Contains(head, []byte("<urlset")) || bytes.Contains(head, []byte("<sitemapindex")) {
			return siteMapFile
		}
	}
	return otherFile
}

// factFlags are the facts that are either so or not so.
type factFlags uint8

const (
	odd        factFlags = 1 << iota // a list with an address that leads to no place of the site, or that cannot be read
	namesTwin                        // <link rel=alternate> to the twin, under its language
	wantsTwin                        // which the twin must answer
	wantsAgain                       // the same under x-default
)

// rare is what few pages have, or many pages have in common.
type rare struct {
	column   string    // ColumnName of a Chinese list
	pubDates []string  // values of PubDate, as they are
	listed   packed    // of such a list: what its main part leads to
	sums     []sum     // integrity attributes
	findings []finding // what the page shows by itself
}

// sum is an integrity attribute for a file.
type sum struct {
	file      uint32 // as in packed
	integrity string
}

// empty reports whether there is nothing to keep.
func (r *rare) empty() bool {
	return r.column == "" && len(r.pubDates)+len(r.listed)+len(r.sums)+len(r.findings) == 0
}

// idSet is the ids of a page, as sorted hashes: they are only ever compared.
type idSet struct {
	main  []uint64 // in the main part, outside pictures
	other []uint64
}

// has reports whether an id stands on the page.
func (s *idSet) has(id uint64) bool {
	if s == nil {
		return false
	}
	_, inMain := slices.BinarySearch(s.main, id)
	if inMain {
		return true
	}
	_, elsewhere := slices.BinarySearch(s.other, id)
	return elsewhere
}

// hasAll reports whether all of some sorted ids stand on the page.
func (s *idSet) hasAll(ids []uint64) bool {
	return !slices.ContainsFunc(ids, func(id uint64) bool { return !s.has(id) })
}

// packed is a sorted list of the numbers of targets, each with a mark that says
// whether people follow it (<a>): the differences, as varints.
type packed string

// packable is one entry of it before packing: number<<1, and 1 for the mark.
type packable = uint64

// pack sorts and packs; entries for one target become one.
func pack(b []byte, links []packable) []byte {
	slices.Sort(links)
	last := uint64(0)
	for i, l := range links {
		if i+1 < len(links) && links[i+1]>>1 == l>>1 {
			continue // the next has the mark, if any has
		}
		b = binary.AppendUvarint(b, (l>>1-last)<<1|l&1)
		last = l >> 1
	}
	return b
}

// all calls yield for every entry until it returns false. Damaged ends are
// passed over; DecodeFacts lets none in.
func (p packed) all(yield func(id uint32, followed bool) bool) {
	last := uint64(0)
	for i := 0; i < len(p); {
		v, shift := uint64(0), 0
		for ; i < len(p) && p[i] >= 0x80; i++ {
			v |= uint64(p[i]&0x7f) << shift
			shift += 7
		}
		if i == len(p) {
			return
		}
		v |= uint64(p[i]) << shift
		i++
		last += v >> 1
		if !yield(uint32(last), v&1 == 1) {
			return
		}
	}
}

// isErrorPage tells the pages that a server shows under other addresses.
func isErrorPage(name string) bool { return path.Base(name) == "404.html" }

// appendTwin appends the path of the same page in the other language, nothing
// at the root.
func appendTwin(b []byte, name string) []byte {
	lang := langOf(name)
	if lang == "" {
		return b
	}
	return append(append(b, lang.Other()...), name[len(lang):]...)
}

// isPage tells files that have ids, and links that people follow.
func (f *File) isPage() bool { return f.kind == pageFile || f.kind == pictureFile }
