package content

import (
	"encoding/json"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"mingbai/cmd/mingbai/internal/diag"
)

// editor changes content at random and keeps count of the states of files and
// folders, as a system does.
type editor struct {
	*rand.Rand
	files  fstest.MapFS
	texts  []string // of pages, to write elsewhere
	stamps map[string]int64
	clock  int64
}

func newEditor(t *testing.T, seed uint64) *editor {
	e := &editor{Rand: rand.New(rand.NewPCG(seed, 1)), files: sampleFS(t), stamps: map[string]int64{}}
	for _, name := range sortedKeys(e.files) {
		if path.Ext(name) == ".md" && strings.HasPrefix(name, "yunnan") { // a second document, of its own id
			text := strings.ReplaceAll(string(e.files[name].Data), "yunnan-2022", "other-2023")
			e.files["other-"+name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	for _, name := range sortedKeys(e.files) {
		e.texts = append(e.texts, string(e.files[name].Data))
	}
	return e
}

// stamp is the state of a file or folder; now and then nobody knows.
func (e *editor) stamp(name string) Stamp {
	if (e.clock+int64(len(name)))%7 == 0 {
		return Stamp{}
	}
	return Stamp{ModTime: 1 + e.stamps[name]}
}

// put writes a file, or removes it where text is nil.
func (e *editor) put(name string, text *string) {
	e.clock++
	_, there := e.files[name]
	if e.stamps[name] = e.clock; text == nil {
		delete(e.files, name)
	} else {
		e.files[name] = &fstest.MapFile{Data: []byte(*text)}
	}
	if there && text != nil {
		return
	}
	for name != "." { // folders come and go with their files
		name = path.Dir(name)
		e.stamps[name] = e.clock
	}
}

func (e *editor) name() string {
	names := sortedKeys(e.files)
	return names[e.IntN(len(names))]
}

// edit does one thing that people do.
func (e *editor) edit() {
	name := e.name()
	text := string(e.files[name].Data)
	lines := strings.SplitAfter(text, "\n")
	at := e.IntN(len(lines))
	switch e.IntN(10) {
	case 0:
		e.put(name, nil)
	case 1: // a copy, or one file in the place of another
		e.put(e.name(), &text)
	case 2: // a file renamed
		e.put(name, nil)
		e.put(path.Join(path.Dir(name), strings.Replace(path.Base(name), "m", "n", 1)), &text)
	case 3: // a file in another folder
		e.put(path.Join(path.Dir(e.name()), path.Base(name)), &text)
	case 4, 5: // what stood there, or elsewhere, once
		e.put(name, &e.texts[e.IntN(len(e.texts))])
	case 6: // a new folder
		e.put(path.Join(path.Dir(name), "03-new", path.Base(name)), &text)
	case 7:
		text = strings.Join(slices.Delete(lines, at, at+1), "")
		e.put(name, &text)
	case 8:
		text = strings.Join(slices.Insert(lines, at, lines[e.IntN(len(lines))]), "")
		e.put(name, &text)
	default:
		words := []string{"zh", "m01", "prov-finance", "甲", "}", "- ", "lead", "\xff", "#"}
		text = strings.Replace(text, words[e.IntN(len(words))], words[e.IntN(len(words))], 1)
		e.put(name, &text)
	}
}

// allOf is all that a load gives, as text.
func allOf(t *testing.T, tree *Tree, findings []diag.Finding) string {
	t.Helper()
	findings = slices.Concat(findings, tree.CheckTopics([]string{"self-employed"}, nil))
	text, err := json.MarshalIndent(tree, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return report(findings) + string(text)
}

// Whatever people do, loading with what was kept gives what loading from
// scratch gives.
func TestReloadIsLoad(t *testing.T) {
	for seed := range uint64(20) {
		e := newEditor(t, seed)
		var kept *Kept
		for step := range 60 {
			for range 1 + e.IntN(3) {
				e.edit()
			}
			tree, findings, next, err := Reload(t.Context(), e.files, kept, e.stamp)
			if err != nil {
				t.Fatal(err)
			}
			plain, wanted := mustLoad(t, e.files)
			if got, want := allOf(t, tree, findings), allOf(t, plain, wanted); got != want {
				t.Fatalf("seed %d, step %d:\n%s\nwant\n%s", seed, step, got, want)
			}
			kept = next
		}
	}
}

// A folder on disk tells by itself what has changed.
func TestReloadReadsOnlyWhatChanged(t *testing.T) {
	var reads atomic.Int64
	files := counting{sampleFS(t), &reads}
	stamps := func(name string) Stamp { return Stamp{ModTime: 1} }
	_, _, kept, err := Reload(t.Context(), files, nil, stamps)
	if err != nil || reads.Load() == 0 {
		t.Fatalf("%d reads, %v", reads.Load(), err)
	}
	reads.Store(0)
	tree, _, kept, err := Reload(t.Context(), files, kept, stamps)
	if err != nil || reads.Load() > 1 {
		t.Fatalf("%d reads where nothing changed but site.yaml may have, %v", reads.Load(), err)
	}
	reads.Store(0)
	edited := samplePlan + "m01.zh.md"
	files.MapFS[edited] = &fstest.MapFile{Data: []byte(strings.Replace(string(files.MapFS[edited].Data), "加快", "尽快", 1))}
	again, _, next, err := Reload(t.Context(), files, kept, func(name string) Stamp {
		if name == edited {
			return Stamp{ModTime: 2}
		}
		return Stamp{ModTime: 1}
	})
	if err != nil || reads.Load() > 2 {
		t.Fatalf("%d reads where one file changed, %v", reads.Load(), err)
	}
	if next.Same(kept) || !kept.Same(kept) {
		t.Error("an edit is not told from none")
	}
	if again.Documents[0] == tree.Documents[0] || !strings.Contains(allOf(t, again, nil), "尽快") {
		t.Error("the edit is not in the tree")
	}
}

// On a disk the system tells what has changed, even of changes that follow
// each other at once and leave a file as long as it was.
func TestReloadFromDisk(t *testing.T) {
	dir := t.TempDir()
	e := newEditor(t, 3)
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	on := map[string]string{}
	var kept *Kept
	for step := range 100 {
		writeChanges(t, dir, on, e.files)
		if step == 1 {
			time.Sleep(justNow + 100*time.Millisecond) // so that the stamps of what stands there are taken
		}
		tree, findings, next, err := Reload(t.Context(), Dir(root), kept, nil)
		if err != nil {
			t.Fatal(err)
		}
		plain, wanted := mustLoad(t, os.DirFS(dir))
		if got, want := allOf(t, tree, findings), allOf(t, plain, wanted); got != want {
			t.Fatalf("step %d:\n%s\nwant\n%s", step, got, want)
		}
		kept = next
		e.edit()
	}
}

// writeChanges makes a folder on disk hold files; on is what it holds.
func writeChanges(t *testing.T, dir string, on map[string]string, files fstest.MapFS) {
	t.Helper()
	for name := range on {
		if files[name] == nil {
			delete(on, name)
			if err := os.Remove(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, f := range files {
		if text, ok := on[name]; ok && text == string(f.Data) {
			continue
		}
		on[name] = string(f.Data)
		file := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, f.Data, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

// counting counts the files that are opened.
type counting struct {
	fstest.MapFS
	opened *atomic.Int64
}

func (c counting) Open(name string) (fs.File, error) {
	f, err := c.MapFS.Open(name)
	if err == nil && len(path.Ext(name)) > 1 {
		c.opened.Add(1)
	}
	return f, err
}

// The sums are those of the bytes of the files, in whatever form they have ends
// of lines, and only of what was read.
func TestSumsAreOfTheBytesRead(t *testing.T) {
	e := newEditor(t, 7)
	kept := known(t, e, nil)
	sums := kept.Sums()
	if len(sums) == 0 {
		t.Fatal("no file was read")
	}
	for name, sum := range sums {
		if want := partSum(string(e.files[name].Data)); sum != want {
			t.Errorf("%s: the sum is not that of its bytes", name)
		}
	}
}
