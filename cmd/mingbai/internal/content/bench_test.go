//go:build unix

package content

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// multiplied writes the document of this repository n times, each under an id
// of its own, with the departments once.
func multiplied(tb testing.TB, n int) string {
	tb.Helper()
	dir := tb.TempDir()
	own := os.DirFS(ownContent)
	if err := os.CopyFS(dir, own); err != nil {
		tb.Fatal(err)
	}
	doc, err := fs.Glob(own, "*/_index.zh.md")
	if err != nil || len(doc) == 0 {
		tb.Fatal("no document in ", ownContent, err)
	}
	name := filepath.Dir(doc[0])
	for i := 1; i < n; i++ {
		copyDocument(tb, own, name, filepath.Join(dir, fmt.Sprintf("%s-%d", name, i)), fmt.Sprintf("copy-%d", i))
	}
	return dir
}

// copyDocument copies a document's folder and gives its pages another id.
func copyDocument(tb testing.TB, own fs.FS, name, to, id string) {
	tb.Helper()
	err := fs.WalkDir(own, name, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(to, path[len(name):])
		if e.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		data, err := fs.ReadFile(own, path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, reID(data, id), 0o644)
	})
	if err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkLoad reads the content of this repository, and the same with its
// document twenty times: the time for a file is the same.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{1, 20} {
		dir := multiplied(b, n)
		root, err := os.OpenRoot(dir)
		if err != nil {
			b.Fatal(err)
		}
		defer root.Close()
		for name, fsys := range map[string]fs.FS{"dir": os.DirFS(dir), "root": root.FS(), "own": Dir(root)} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) { benchmarkLoad(b, fsys) })
		}
	}
}

func benchmarkLoad(b *testing.B, fsys fs.FS) {
	files := 0
	b.ReportAllocs()
	before := cpuTime(b)
	for b.Loop() {
		tree, findings, err := Load(b.Context(), fsys)
		if err != nil || len(findings) > 0 {
			b.Fatal(findings, err)
		}
		if files == 0 {
			files = countFiles(tree)
		}
	}
	b.ReportMetric(float64((cpuTime(b)-before).Nanoseconds())/float64(b.N)/float64(files), "cpu-ns/file")
}

// countFiles is the number of files of a tree in which no file is missing.
func countFiles(t *Tree) int {
	n := len(t.Departments)
	plans := func(all []*Plan) {
		for _, p := range all {
			n += 1 + len(p.Measures)
		}
	}
	for _, d := range t.Documents {
		n += 1 + len(d.Actions)
		plans(d.Plans)
		for _, a := range d.Actions {
			plans(a.Plans)
		}
	}
	return 2 * n
}

// idOfOwn is how ids of the document begin.
var idOfOwn = regexp.MustCompile(`(?m)^(id|parent): yunnan-2022\b`)

// reID gives a page another document's id.
func reID(data []byte, id string) []byte {
	return idOfOwn.ReplaceAll(data, []byte("${1}: "+id))
}

// cpuTime is the time that all processors have spent on this process: of work
// that is done in parallel, on a machine that is shared, it tells what the
// clock on the wall does not.
func cpuTime(tb testing.TB) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkReload loads again what was loaded, where nothing has changed and
// where one measure has.
func BenchmarkReload(b *testing.B) {
	dir := multiplied(b, 80)
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	tree, _, kept, err := Reload(b.Context(), Dir(root), nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	files := float64(countFiles(tree))
	cold := func(string) Stamp { return Stamp{Size: 1} }
	_, _, known, err := Reload(b.Context(), Dir(root), nil, cold)
	if err != nil {
		b.Fatal(err)
	}
	edited := tree.Documents[0].Actions[0].Plans[0].Measures[0].Zh.Path
	edits := 1
	for name, reload := range map[string]func() error{
		"asking": func() error {
			_, _, _, err := Reload(b.Context(), Dir(root), kept, nil)
			return err
		},
		"told": func() error {
			_, _, _, err := Reload(b.Context(), Dir(root), known, cold)
			return err
		},
		"edited": func() error {
			edits++
			_, _, _, err := Reload(b.Context(), Dir(root), known, func(name string) Stamp {
				if name == edited {
					return Stamp{Size: int64(edits)}
				}
				return Stamp{Size: 1}
			})
			return err
		},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			before := cpuTime(b)
			for b.Loop() {
				if err := reload(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64((cpuTime(b)-before).Nanoseconds())/float64(b.N)/files, "cpu-ns/file")
		})
	}
}

// BenchmarkAssemble makes the tree of what was read.
func BenchmarkAssemble(b *testing.B) {
	w := &walker{library: library{os.DirFS(multiplied(b, 80))}}
	top, err := w.walk(b.Context(), nil)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	files := 0
	before := cpuTime(b)
	for b.Loop() {
		l := &loader{library: w.library, tree: &Tree{}}
		l.found(top)
		if err := l.assemble(b.Context(), top, nil); err != nil {
			b.Fatal(err)
		}
		files = countFiles(l.tree)
	}
	b.ReportMetric(float64((cpuTime(b)-before).Nanoseconds())/float64(b.N)/float64(files), "cpu-ns/file")
}

// BenchmarkKept gives what is kept as bytes and reads it again.
func BenchmarkKept(b *testing.B) {
	root, err := os.OpenRoot(multiplied(b, 80))
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	tree, _, kept, err := Reload(b.Context(), Dir(root), nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	var data strings.Builder
	if err := kept.Encode(b.Context(), &data, nil); err != nil {
		b.Fatal(err)
	}
	text := data.String()
	files := float64(countFiles(tree))
	for name, work := range map[string]func() error{
		"encode": func() error { return kept.Encode(b.Context(), io.Discard, nil) },
		"decode": func() error {
			_, err := DecodeKept(b.Context(), text)
			return err
		},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			before := cpuTime(b)
			for b.Loop() {
				if err := work(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64((cpuTime(b)-before).Nanoseconds())/float64(b.N)/files, "cpu-ns/file")
		})
	}
}
