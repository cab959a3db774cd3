package publish

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"testing"
)

// A page that comes to the place of something of the user's does not take it
// away: the build is refused, and goes on when the user has moved it.
func TestOutputRefusesThePlaceOfTheUsers(t *testing.T) {
	page := site("index.html", "i", "zh/a.html", "a", "zh/doc/x.html", "page")
	for _, test := range []struct {
		name, own, at string
		make          func(t *testing.T, dir string)
		code          string
	}{
		{"a file", "zh/doc/x.html", "zh/doc/x.html", func(t *testing.T, dir string) { write(t, dir, "zh/doc/x.html", "mine") }, "U110"},
		{"a folder at a file's place", "zh/doc/x.html/y", "zh/doc/x.html", func(t *testing.T, dir string) { write(t, dir, "zh/doc/x.html/y", "mine") }, "U110"},
		{"a file at a folder's place", "zh/doc", "zh/doc", func(t *testing.T, dir string) { write(t, dir, "zh/doc", "mine") }, "U110"},
		{"a link", "zh/doc", "zh/doc", func(t *testing.T, dir string) { link(t, "elsewhere", filepath.Join(dir, "zh/doc")) }, "U109"},
	} {
		t.Run(test.name, func(t *testing.T) {
			parent := t.TempDir()
			dir, spareDir := filepath.Join(parent, "public"), filepath.Join(parent, "spare")
			one, two := site("index.html", "i", "zh/a.html", "a"), site("index.html", "i", "zh/a.html", "a2")
			brought(t, dir, spareDir, nil, one)
			brought(t, dir, spareDir, one, two)
			test.make(t, dir)
			var refused *Error
			if err := bring(t, dir, spareDir, two, page); !errors.As(err, &refused) || refused.Code != test.code {
				t.Fatalf("got %v, want %s", err, test.code)
			}
			wantTree(t, dir, two, test.own)
			if err := os.RemoveAll(filepath.Join(dir, filepath.FromSlash(test.at))); err != nil {
				t.Fatal(err)
			}
			brought(t, dir, spareDir, two, page)
			brought(t, dir, spareDir, page, one)
			wantTree(t, dir, one)
		})
	}
}

// A folder of the user's that the site comes to share keeps what is in it.
func TestOutputSharesAFolderOfTheUsers(t *testing.T) {
	parent := t.TempDir()
	dir, spareDir := filepath.Join(parent, "public"), filepath.Join(parent, "spare")
	one := site("index.html", "i", "zh/a.html", "a")
	brought(t, dir, spareDir, nil, one)
	brought(t, dir, spareDir, one, one)
	mine := []string{"zh/doc/mine.txt", "zh/doc/sub/mine.txt"}
	for _, name := range mine {
		write(t, dir, name, "mine")
	}
	two := maps.Clone(one)
	two["zh/doc/x.html"] = []byte("page")
	before := one
	for _, next := range []map[string][]byte{two, site("index.html", "2", "zh/a.html", "a", "zh/doc/x.html", "page"), two, one, two} {
		brought(t, dir, spareDir, before, next)
		wantTree(t, dir, next, mine...)
		before = next
	}
}

// A file of the user's with the very bytes of a page is no loss.
func TestOutputAdoptsTheSameBytes(t *testing.T) {
	parent := t.TempDir()
	dir, spareDir := filepath.Join(parent, "public"), filepath.Join(parent, "spare")
	one, two := site("index.html", "i"), site("index.html", "i", "zh/a.html", "a")
	brought(t, dir, spareDir, nil, one)
	brought(t, dir, spareDir, one, one)
	write(t, dir, "zh/a.html", "a")
	brought(t, dir, spareDir, one, two)
	brought(t, dir, spareDir, two, two)
	wantTree(t, dir, two)
}

// A folder of the site that the user has exchanged for a link leads elsewhere:
// nothing there is removed, moved or written.
func TestSpareTouchesNothingBehindLinks(t *testing.T) {
	parent := t.TempDir()
	dir, spareDir := filepath.Join(parent, "public"), filepath.Join(parent, "spare")
	one := site("index.html", "i", "zh/doc/old.html", "x", "zh/doc/kept.html", "x")
	brought(t, dir, spareDir, nil, one)
	brought(t, dir, spareDir, one, one)
	docs := filepath.Join(parent, "docs")
	if err := os.Rename(filepath.Join(dir, "zh", "doc"), docs); err != nil {
		t.Fatal(err)
	}
	write(t, docs, "private.txt", "private")
	link(t, docs, filepath.Join(dir, "zh", "doc"))
	two := site("index.html", "i", "zh/doc/kept.html", "x")
	brought(t, dir, spareDir, one, two)
	for _, next := range []map[string][]byte{two, site("index.html", "2", "zh/doc/kept.html", "x"), two} {
		brought(t, dir, spareDir, two, next)
		wantTree(t, dir, next)
		two = next
	}
	wantOnly(t, docs, "kept.html", "old.html", "private.txt")
}

// What the user puts into a folder of the new site the moment it stands is
// found by the next build.
func TestSpareFindsWhatComesAtOnce(t *testing.T) {
	parent := t.TempDir()
	dir, spareDir := filepath.Join(parent, "public"), filepath.Join(parent, "spare")
	one, two := site("index.html", "i", "zh/doc/a.html", "a"), site("index.html", "2", "zh/doc/a.html", "a")
	brought(t, dir, spareDir, nil, one)
	o, err := Begin(dir, spareDir)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range two {
		if _, _, err := o.Put(name, data); err != nil {
			t.Fatal(err)
		}
	}
	if err := o.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "zh/doc/mine.txt", "mine")
	o.Close()
	brought(t, dir, spareDir, two, one)
	wantTree(t, dir, one, "zh/doc/mine.txt")
	brought(t, dir, spareDir, one, two)
	wantTree(t, dir, two, "zh/doc/mine.txt")
}
