package build

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Edits of where things stand, and what befalls the folders of a project.
func (h *history) placeEdits() []func() string {
	return []func() string{
		h.moveDocument, h.addDocument, h.dropDocument, h.swapFiles, h.keepTimes, h.spacing,
		h.keepCopy, h.bringBack, h.linkFile, h.moveProject, h.dropPublic, h.ownFolder,
	}
}

func (h *history) documents() []string {
	found, err := filepath.Glob(filepath.Join(h.o.Root, "content", "*", "_index.zh.md"))
	h.try(err)
	for i := range found {
		found[i] = filepath.Dir(found[i])
	}
	return found
}

func (h *history) moveDocument() string {
	docs := h.documents()
	if len(docs) == 0 {
		return "no document to move"
	}
	from := docs[h.rand.IntN(len(docs))]
	to := from + h.one("-b", "-B", "b")
	h.try(os.Rename(from, to))
	return "moved document " + filepath.Base(from) + " to " + filepath.Base(to)
}

func (h *history) addDocument() string {
	docs := h.documents()
	if len(docs) == 0 {
		return "no document to copy"
	}
	from, id := docs[h.rand.IntN(len(docs))], h.one("small-shops-2030", "small-shops-2031")
	to := filepath.Join(filepath.Dir(from), id)
	if _, err := os.Stat(to); err == nil {
		return "document is there"
	}
	h.try(os.CopyFS(to, os.DirFS(from)))
	old := frontID(h.T, filepath.Join(from, "_index.zh.md"))
	for name := range readTree(h.T, to) {
		if strings.HasSuffix(name, ".md") {
			h.change(name, func(s string) string { return strings.ReplaceAll(s, old, id) })
		}
	}
	return "new document " + id
}

// dropDocument removes one, or all but one: a site of one document is another.
func (h *history) dropDocument() string {
	docs := h.documents()
	most := len(docs) - 1
	if h.rand.IntN(3) > 0 {
		most = 1
	}
	for i := range min(most, len(docs)-1) {
		h.try(os.RemoveAll(docs[i]))
	}
	return "dropped documents"
}

// swapFiles exchanges two files of one folder with each other.
func (h *history) swapFiles() string {
	a, b := h.pick(anyMeasure), h.pick(anyMeasure)
	if a == "" || a == b {
		return "nothing to swap"
	}
	h.try(os.Rename(a, a+"~"))
	h.try(os.Rename(b, a))
	h.try(os.Rename(a+"~", b))
	return "swapped " + filepath.Base(a) + " and " + filepath.Base(b)
}

// keepTimes is an edit that leaves size and time as they were.
func (h *history) keepTimes() string {
	name := h.pick(anyMeasure)
	if name == "" {
		return "nothing to edit"
	}
	h.withTimes(name, func() {
		h.change(name, strings.NewReplacer("小店", "小厂", "小厂", "小店", "手续", "步骤", "步骤", "手续").Replace)
	})
	return "with its time, " + filepath.Base(name)
}

// linkFile puts a link at the place of a file, with the same content.
func (h *history) linkFile() string {
	name := h.pick(anyMeasure)
	if h.rand.IntN(2) == 0 {
		name = filepath.Join(h.o.Root, "assets", "own.txt")
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return "nothing to link"
	}
	h.write(filepath.Join(h.o.Root, "elsewhere.txt"), string(data))
	h.try(os.Remove(name))
	h.try(os.Symlink(filepath.Join(h.o.Root, "elsewhere.txt"), name))
	return "link at " + filepath.Base(name)
}

// spacing changes nothing that is read.
func (h *history) spacing() string {
	return h.on("spacing of", anyPage, func(s string) string {
		switch h.rand.IntN(3) {
		case 0:
			return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", "\r\n")
		case 1:
			return strings.Replace(s, "---\n", "---\n# "+h.word()+"\n", 1)
		}
		return s + "\n\n"
	})
}

// kept are the folders that a build leaves, of which people keep copies.
var kept = []string{"public", ".mingbai", ".mingbai/content", ".mingbai/state", ".mingbai/spare", ".mingbai/spare.record"}

func (h *history) copyPlace() string { return h.o.Root + ".copy" }

func (h *history) keepCopy() string {
	h.try(os.RemoveAll(h.copyPlace()))
	for _, name := range []string{"public", ".mingbai"} {
		if _, err := os.Stat(filepath.Join(h.o.Root, name)); err == nil {
			h.copyAll(filepath.Join(h.o.Root, name), filepath.Join(h.copyPlace(), name))
		}
	}
	return "kept a copy"
}

// bringBack brings a part of the copy back.
func (h *history) bringBack() string {
	name := kept[h.rand.IntN(len(kept))]
	from, to := filepath.Join(h.copyPlace(), name), filepath.Join(h.o.Root, name)
	if _, err := os.Stat(from); err != nil {
		return "no copy of " + name
	}
	h.try(os.RemoveAll(to))
	h.copyAll(from, to)
	h.mine = map[string]bool{}
	for own, data := range h.publicFiles() {
		if data == "mine" {
			h.own(own)
		}
	}
	return "brought back " + name
}

// copyAll copies with the times of files and folders.
func (h *history) copyAll(from, to string) {
	info, err := os.Lstat(from)
	h.try(err)
	if info.Mode()&os.ModeSymlink != 0 { // perhaps to nothing
		target, err := os.Readlink(from)
		h.try(err)
		h.try(os.MkdirAll(filepath.Dir(to), 0o755))
		h.try(os.Symlink(target, to))
		return
	}
	if info.IsDir() {
		h.try(os.MkdirAll(to, 0o755))
		entries, err := os.ReadDir(from)
		h.try(err)
		for _, e := range entries {
			h.copyAll(filepath.Join(from, e.Name()), filepath.Join(to, e.Name()))
		}
	} else {
		data, err := os.ReadFile(from)
		h.try(err)
		h.try(os.MkdirAll(filepath.Dir(to), 0o755))
		h.try(os.WriteFile(to, data, 0o644))
	}
	h.try(os.Chtimes(to, info.ModTime(), info.ModTime()))
}

// moveProject copies the project and goes on with the copy, or moves it there
// and back.
func (h *history) moveProject() string {
	aside := h.o.Root + ".aside"
	h.try(os.Rename(h.o.Root, aside))
	if h.rand.IntN(2) == 0 {
		h.try(os.Rename(aside, h.o.Root))
		return "moved the project and back"
	}
	h.copyAll(aside, h.o.Root)
	h.try(os.RemoveAll(aside))
	return "copied the project"
}

// dropPublic takes a part of public/ away.
func (h *history) dropPublic() string {
	name := h.one("", "zh", "en/departments", "assets", "data")
	h.try(os.RemoveAll(filepath.Join(h.o.Root, "public", name)))
	h.mine = maps.Clone(h.mine)
	maps.DeleteFunc(h.mine, func(mine string, _ bool) bool { return name == "" || strings.HasPrefix(mine, name+"/") })
	return "dropped public/" + name
}

// ownFolder is files of the user's in folders of the site and of their own.
func (h *history) ownFolder() string {
	if len(h.publicFiles()) == 0 {
		return "nothing public"
	}
	name := h.one("zh/mine.txt", "zh/small-shops-2026/mine.txt", "zh/small-shops-2030/sub/mine.txt", "own/a/b.txt", "data/mine.txt")
	h.write(filepath.Join(h.o.Root, "public", name), "mine")
	h.own(name)
	return "own file " + name
}

func (h *history) own(name string) {
	if h.mine == nil {
		h.mine = map[string]bool{}
	}
	h.mine[name] = true
}

// wantMine fails where a file of the user's is gone, and takes it out of what
// stands in public/.
func (h *history) wantMine(what string, got map[string]string) {
	h.Helper()
	for _, name := range slices.Sorted(maps.Keys(h.mine)) {
		if got[name] != "mine" {
			h.Errorf("%s: %s of the user's is lost", what, name)
		}
		delete(got, name)
	}
}

func (h *history) try(err error) {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
}

// withTimes writes a file and gives it the time that it had.
func (h *history) withTimes(name string, change func()) {
	info, err := os.Stat(name)
	h.try(err)
	time.Sleep(5 * time.Millisecond) // so that only the times tell
	change()
	h.try(os.Chtimes(name, info.ModTime(), info.ModTime()))
}

func (h *history) damageCache() string {
	file := filepath.Join(h.o.Root, ".mingbai", "state")
	data, err := os.ReadFile(file)
	if err != nil {
		return "no cache"
	}
	switch h.rand.IntN(3) {
	case 0:
		data[h.rand.IntN(len(data))] ^= 1
	case 1:
		data = data[:h.rand.IntN(len(data))]
	case 2:
		if err := os.RemoveAll(filepath.Dir(file)); err != nil {
			h.Fatal(err)
		}
		return "cache removed"
	}
	h.write(file, string(data))
	return "cache damaged"
}

// damagePublic does to finished files what nobody should.
func (h *history) damagePublic() string {
	names := slices.Sorted(maps.Keys(h.publicFiles()))
	if len(names) == 0 {
		return "nothing public"
	}
	name := names[h.rand.IntN(len(names))]
	file := filepath.Join(h.o.Root, "public", filepath.FromSlash(name))
	if strings.HasPrefix(name, ".mingbai") || h.mine[name] {
		return "nothing"
	}
	if h.rand.IntN(2) == 0 {
		if err := os.Remove(file); err != nil {
			h.Fatal(err)
		}
		return "removed public " + name
	}
	h.write(file, "foreign")
	return "overwrote public " + name
}

// ownFile is a file of the user's in public/, which stays.
func (h *history) ownFile() string {
	if len(h.publicFiles()) > 0 {
		h.write(filepath.Join(h.o.Root, "public", "mine.txt"), "mine")
		h.own("mine.txt")
	}
	return "a file of one's own in public/"
}
