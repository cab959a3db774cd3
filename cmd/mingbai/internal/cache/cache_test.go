package cache

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"mingbai/cmd/mingbai/internal/diag"
)

// some is a state with something of everything.
func some() *State {
	id := ID{Size: 3, MTime: 1_600_000_000_000_000_000, CTime: 1_600_000_000_000_000_001, Inode: 7, Device: 1 << 40}
	return &State{
		Setting: SumOf([]byte("setting")),
		Inputs:  []Input{{Path: "content/"}, {Path: "content/a.zh.md", ID: id, Sum: SumOf([]byte("甲"))}},
		Outputs: []Output{{Path: "zh/a.html", Size: 3, SHA256: [32]byte{1, 2}, ID: id}, {Path: "zh/b.html"}},
		Units: []Unit{{Name: "zh/a.html", Of: SumOf([]byte("of")), Also: SumOf([]byte("also")), Asked: 3, Outputs: []int{0, 1}, Findings: []diag.Finding{{
			Code: "K101", Severity: diag.Warning, Position: diag.Position{File: "zh/a.html", Line: 3, Column: 4},
			Message: diag.Text{En: "message", Zh: "信息"}, Hint: diag.Text{En: "hint"}, Cause: diag.Position{File: "content/a.zh.md"},
		}}, About: []string{"a#p1"}}},
		Documents: []Document{{Folder: "a", Facts: SumOf([]byte("facts"))}},
		Lists:     SumOf([]byte("lists")),
		Whole:     true,
		Found:     []diag.Finding{{Code: "C101"}}, Loaded: []diag.Finding{{Code: "C102"}}, Checked: []diag.Finding{{Code: "K601"}},
		Report: Report{Pages: 2, Files: 2, Bytes: 1 << 40},
		Facts:  "facts",
		Public: id,
	}
}

// encode is a written state, as the store writes it.
func (s *State) encode() []byte {
	e := s.Encode()
	return append(e.head(s.Public), e.body...)
}

func TestStateRoundTrip(t *testing.T) {
	want := some()
	got, err := decode(want.encode())
	if err != nil {
		t.Fatal(err)
	}
	want.base, want.mark = got.base, got.mark
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

// change is a patch of some.
func change() *Patch {
	return &Patch{
		Inputs:  map[int]Input{1: {Path: "content/a.zh.md", Sum: SumOf([]byte("乙"))}},
		Outputs: map[int]Output{1: {Path: "zh/b.html", Size: 4}},
		Units:   map[int]Unit{0: {Name: "zh/a.html", Of: SumOf([]byte("other")), Outputs: []int{0, 1}}},
		Found:   []diag.Finding{{Code: "C103"}},
		Report:  Report{Pages: 2, Files: 2, Bytes: 7},
	}
}

// saved is a store with a state that is long enough for patches.
func saved(t *testing.T) (*Store, *State) {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	s, long := NewStore(root), some()
	long.Facts = strings.Repeat("facts", 2000)
	if err := s.Save(long.Encode(), long.Public); err != nil {
		t.Fatal(err)
	}
	return s, long
}

// A state with patches behind it is read as the state that they make of it, and
// they do not pile up for ever.
func TestAmend(t *testing.T) {
	s, long := saved(t)
	base, most := s.State().base, 0
	for n := range 30 {
		p := change()
		p.Outputs[1] = Output{Path: "zh/b.html", Size: int64(n)}
		public := ID{Size: 1, Inode: uint64(n)}
		if err := s.Amend(s.State(), p, public); err != nil {
			t.Fatal(err)
		}
		got := s.State()
		if got == nil {
			t.Fatal("nothing can be read any more after patch ", n)
		}
		want := some()
		want.Facts = long.Facts
		want.Apply(p)
		want.Public, want.base, want.patches, want.mark = public, got.base, got.patches, got.mark
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("after patch %d: got %+v\nwant %+v", n, got, want)
		}
		most = max(most, got.patches)
	}
	if most == 0 || most > base/mostPatches {
		t.Errorf("the patches behind %d bytes came to %d", base, most)
	}
}

// Of two builds that read the same state, the second has not seen what the first
// made of it: behind that, its patch stands for nothing.
func TestAmendOfAnotherState(t *testing.T) {
	s, _ := saved(t)
	one, other := s.State(), s.State()
	if err := s.Amend(one, change(), ID{}); err != nil || s.State() == nil {
		t.Fatal("a patch cannot be read: ", err)
	}
	if err := s.Amend(other, change(), ID{}); err != nil || s.State() != nil {
		t.Error("a patch is taken for one of another state: ", err)
	}
}

// Whatever is wrong with a written state, it is found out.
func TestDamagedStateIsNone(t *testing.T) {
	whole := some().encode()
	cut := len(whole) // without the patch, it is whole again
	state, err := decode(whole)
	if err != nil {
		t.Fatal(err)
	}
	whole = append(whole, change().encode(state.place(), ID{Size: 2})...)
	if _, err := decode(whole); err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		damaged := bytes.Clone(whole)
		damaged[i] ^= 0x10
		if _, err := decode(damaged); err == nil {
			t.Fatalf("byte %d of %d changed, and nobody noticed", i, len(whole))
		}
		if _, err := decode(whole[:i]); err == nil && i != cut {
			t.Fatalf("cut off at %d of %d, and nobody noticed", i, len(whole))
		}
	}
}

// FuzzDecode reads what nobody wrote: it may fail, and must not ask for memory
// that the bytes do not pay for. The sum is left out of account, so that damage
// reaches the fields.
func FuzzDecode(f *testing.F) {
	whole := some().encode()
	state, err := decode(whole)
	if err != nil {
		f.Fatal(err)
	}
	patch := change().encode(state.place(), ID{})
	f.Add(whole[headLength:], patch[patchHead:len(patch)-crc32.Size])
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0x0f}, []byte{})
	f.Fuzz(func(t *testing.T, body, patch []byte) {
		e := Encoded{body, crc32.Checksum(body, castagnoli)}
		data := binary.LittleEndian.AppendUint64(append(e.head(ID{}), body...), uint64(len(patch)))
		data = binary.LittleEndian.AppendUint32(append(data, patch...), crc32.Checksum(patch, castagnoli))
		state, err := decode(data)
		if err == nil {
			if _, err := decode(state.encode()); err != nil {
				t.Error("what was read cannot be written and read again")
			}
		}
	})
}

func TestScanTellsWhatMayHaveChanged(t *testing.T) {
	root := t.TempDir()
	write := func(name, data string) {
		t.Helper()
		p := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	scan := func() map[string]ID {
		t.Helper()
		found, err := Scan(t.Context(), root, []string{"content", "missing"}, func(name string) bool { return filepath.Base(name) == ".swp" })
		if err != nil {
			t.Fatal(err)
		}
		all := map[string]ID{}
		for _, in := range found {
			all[in.Path] = in.Known()
		}
		return all
	}
	write("content/doc/a.zh.md", "one")
	write("content/doc/b.zh.md", "one")
	write("content/.swp", "x")
	write("other/c.zh.md", "x")
	if err := os.Symlink("a.zh.md", filepath.Join(root, "content/doc/link.md")); err != nil {
		t.Fatal(err)
	}
	if first := scan(); first["content/doc/a.zh.md"] != (ID{}) {
		t.Error("a file of this moment counts as known: the next write may fall into the same tick of the clock")
	}
	time.Sleep(2 * settled)
	before := scan()
	if len(before) != 5 || before["content/doc/a.zh.md"] == (ID{}) || before["content/doc/link.md"] != (ID{}) {
		t.Errorf("found %v, want two folders, two files that are known and a link that is not", before)
	}

	// The same length and the same time of change of the content.
	info, err := os.Lstat(filepath.Join(root, "content/doc/a.zh.md"))
	if err != nil {
		t.Fatal(err)
	}
	write("content/doc/a.zh.md", "two")
	if err := os.Chtimes(filepath.Join(root, "content/doc/a.zh.md"), info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	time.Sleep(2 * settled)
	after := scan()
	if before["content/doc/a.zh.md"] == after["content/doc/a.zh.md"] {
		t.Error("another content of the same size and time was not told from the first")
	}
	if before["content/doc/b.zh.md"] != after["content/doc/b.zh.md"] {
		t.Error("a file that nobody touched has changed")
	}
}

func TestStoreKeepsOneState(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	s := NewStore(root)
	if s.State() != nil {
		t.Error("a project without a cache has a state")
	}
	if err := s.Save(some().Encode(), some().Public); err != nil {
		t.Fatal(err)
	}
	got, want := s.State(), some()
	want.base, want.mark = got.base, got.mark
	if !reflect.DeepEqual(got, want) {
		t.Error("another state came back")
	}
	if data, _ := os.ReadFile(filepath.Join(dir, Folder, ".gitignore")); string(data) != "*\n" {
		t.Errorf(".gitignore holds %q: the cache must not get into version control", data)
	}
}
