package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func mustSwap(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	if err := Swap(t.Context(), dir, files); err != nil {
		t.Fatal(err)
	}
}

func TestSwap(t *testing.T) {
	parent := filepath.Join(t.TempDir(), "project")
	dir := filepath.Join(parent, "public")
	for _, files := range []map[string][]byte{siteA, siteB, siteB, siteA} {
		mustSwap(t, dir, files)
		wantTree(t, dir, files)
		wantOnly(t, parent, "public")
		if empty := emptyDirs(t, dir); len(empty) > 0 {
			t.Errorf("empty folders stay: %q", empty)
		}
	}
	diffs, err := Verify(t.Context(), openFolder(t, dir))
	if err != nil || len(diffs) > 0 {
		t.Errorf("a built folder verifies with %v, %v", diffs, err)
	}
}

// What the user keeps in the output folder stays: a .gitkeep, a whole
// repository, a file between the pages, a link.
func TestSwapKeepsForeignFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, ".gitkeep", "")
	mustSwap(t, dir, siteA)
	foreign := []string{".gitkeep", ".git/HEAD", ".git/refs/heads/main", "zh/notes/mine.txt", "assets/mine.css"}
	for _, name := range foreign {
		write(t, dir, name, "mine")
	}
	link(t, "elsewhere", filepath.Join(dir, "zh/link"))
	foreign = append(foreign, "zh/link")
	mustSwap(t, dir, siteB)
	wantTree(t, dir, siteB, foreign...)
	// The site no longer has the folder that the user's file stands in.
	flat := site("index.html", "x")
	mustSwap(t, dir, flat)
	wantTree(t, dir, flat, foreign...)
	if got := tree(t, dir)["zh/notes/mine.txt"]; got != "mine" {
		t.Errorf("a foreign file holds %q", got)
	}
}

// Whatever the user made of our own places in the output folder, nothing
// outside is touched and nothing of theirs is lost.
func TestSwapWhereTheUserChangedOurPlaces(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	write(t, parent, "docs/old.html", "private")
	mustSwap(t, dir, site("index.html", "x", "zh/old.html", "x", "en/index.html", "x", "about.html", "x"))
	for _, name := range []string{"zh", "en", "about.html"} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	link(t, filepath.Join(parent, "docs"), filepath.Join(dir, "zh"))
	write(t, dir, "en", "a file")
	write(t, dir, "about.html/x", "in a folder")
	next := site("index.html", "y")
	mustSwap(t, dir, next)
	wantTree(t, dir, next, "zh", "en", "about.html/x")
	if got := tree(t, filepath.Join(parent, "docs")); got["old.html"] != "private" {
		t.Errorf("outside the folder: %q", got)
	}
	wantOnly(t, parent, "docs", "public")
}

func TestSwapThroughALink(t *testing.T) {
	parent := t.TempDir()
	real := filepath.Join(parent, "disk", "www")
	if err := os.MkdirAll(real, 0o750); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(parent, "public")
	link(t, "disk/www", dir)
	mustSwap(t, dir, siteA)
	mustSwap(t, dir, siteB)
	wantTree(t, real, siteB)
	wantOnly(t, parent, "disk", "public")
	if to, err := os.Readlink(dir); to != "disk/www" {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	info, err := os.Stat(real)
	if err != nil || info.Mode().Perm() != 0o750 {
		t.Errorf("mode %v, %v; want that of the old folder", info.Mode(), err)
	}
}

func TestSwapRefuses(t *testing.T) {
	for _, test := range []struct {
		name    string
		prepare func(t *testing.T, dir string)
		code    string
	}{
		{"a folder of documents", func(t *testing.T, dir string) { write(t, dir, "letter.docx", "x") }, "U111"},
		{"a repository", func(t *testing.T, dir string) { write(t, dir, ".git/HEAD", "x") }, "U111"},
		{"a file", func(t *testing.T, dir string) { write(t, filepath.Dir(dir), "public", "x") }, "U103"},
		{"a manifest that is damaged", func(t *testing.T, dir string) { write(t, dir, ManifestName, "{") }, "U113"},
		{"a manifest of the future", func(t *testing.T, dir string) {
			write(t, dir, ManifestName, `{"schema":"mingbai/manifest/2"}`)
		}, "U302"},
		{"a lock that is a link", func(t *testing.T, dir string) {
			link(t, "/etc/hostname", filepath.Join(filepath.Dir(dir), ".mingbai-public-lock"))
		}, "U109"},
	} {
		t.Run(test.name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "public")
			test.prepare(t, dir)
			before := tree(t, parent)
			if err := Swap(t.Context(), dir, siteA); code(err) != test.code {
				t.Errorf("error %v, want %s", err, test.code)
			}
			if diff := cmp.Diff(before, tree(t, parent)); diff != "" {
				t.Error("a refused swap changed something:", diff)
			}
		})
	}
	if err := Swap(t.Context(), "/", siteA); code(err) != "U101" {
		t.Errorf("swap of the root: %v, want U101", err)
	}
}

func TestSwapStopsWithItsContext(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	mustSwap(t, dir, siteA)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Swap(ctx, dir, siteB); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
	wantTree(t, dir, siteA)
	wantOnly(t, parent, "public")
}

// Where the system cannot exchange folders, two renames do it; and a run that
// was killed between any two steps is repaired by the next.
func TestSwapWithoutExchange(t *testing.T) {
	for _, test := range []struct {
		name string
		kill func(t *testing.T, s *swap) // leaves what a run killed there leaves
	}{
		{name: "whole"},
		{name: "before the first rename", kill: func(t *testing.T, s *swap) {}},
		{name: "between the renames", kill: func(t *testing.T, s *swap) { rename(t, s.dir, s.aside) }},
		{name: "after both", kill: func(t *testing.T, s *swap) {
			rename(t, s.dir, s.aside)
			rename(t, s.fresh, s.dir)
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "public")
			mustSwap(t, dir, siteA)
			write(t, dir, "mine.txt", "mine")
			s := writeBeside(t, dir, siteB)
			s.exchangeDirs = func(a, b string) error { return errors.ErrUnsupported }
			if test.kill == nil {
				if err := s.exchange(); err != nil {
					t.Fatal(err)
				}
				if err := s.retire(s.old()); err != nil {
					t.Fatal(err)
				}
				wantTree(t, dir, siteB, "mine.txt")
			} else {
				test.kill(t, s)
			}
			mustSwap(t, dir, siteB)
			wantTree(t, dir, siteB, "mine.txt")
			wantOnly(t, parent, "public")
		})
	}
}

// writeBeside writes a whole site beside dir, as Swap does, and stops before
// the exchange.
func writeBeside(t *testing.T, dir string, files map[string][]byte) *swap {
	t.Helper()
	o, err := Begin(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := o.putAll(t.Context(), files); err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(o.entries, compareEntries)
	if err := o.swap.writeManifest(o.entries); err != nil {
		t.Fatal(err)
	}
	o.release()
	return o.swap
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

// A folder that cannot be renamed, as a mount point, stays as it was.
func TestSwapWhenTheSystemRefuses(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	mustSwap(t, dir, siteA)
	s := writeBeside(t, dir, siteB)
	s.exchangeDirs = func(a, b string) error {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: errors.New("device or resource busy")}
	}
	err := s.exchange()
	if code(err) != "U112" || !strings.Contains(err.Error(), "device or resource busy (hint: a mount point") {
		t.Errorf("error %v, want U112 with cause and hint", err)
	}
	wantTree(t, dir, siteA)
	wantOnly(t, parent, "public")
}

// Only names of ours are cleaned away.
func TestSwapLeavesNeighboursAlone(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	for _, name := range []string{"public-new/x", ".public-new/x", ".mingbai-other-new/x", "public.old/x"} {
		write(t, parent, name, "x")
	}
	write(t, parent, ".mingbai-public-new/zh/half.html", "x") // as a killed first run leaves it
	mustSwap(t, dir, siteA)
	wantTree(t, dir, siteA)
	wantOnly(t, parent, ".mingbai-other-new", ".public-new", "public", "public-new", "public.old")
}

// The same files give the same bytes wherever and whenever they are written.
func TestSwapIsTheSameEverywhere(t *testing.T) {
	one, two := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "deep", "b")
	mustSwap(t, one, bigSite("a", 50))
	mustSwap(t, two, siteB)
	mustSwap(t, two, bigSite("a", 50))
	if diff := cmp.Diff(tree(t, one), tree(t, two)); diff != "" {
		t.Error(diff)
	}
}
