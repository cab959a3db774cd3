package content

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// known is a load of the editor's files with stamps of everything.
func known(t *testing.T, e *editor, kept *Kept) *Kept {
	t.Helper()
	_, _, kept, err := Reload(t.Context(), e.files, kept, func(name string) Stamp { return Stamp{ModTime: 1 + e.stamps[name]} })
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func encoded(t *testing.T, kept, since *Kept) string {
	t.Helper()
	var data strings.Builder
	if err := kept.Encode(t.Context(), &data, since); err != nil {
		t.Fatal(err)
	}
	return data.String()
}

// bare takes off what is made of a folder when it is loaded.
func bare(f *folder) *folder {
	out := *f
	out.made = nil
	out.folders, out.stems = nil, nil
	for _, s := range f.stems {
		pair := *s
		for i, file := range s.files {
			if file != nil {
				copied := *file
				copied.sum = Sum{}
				pair.files[i] = &copied
			}
		}
		out.stems = append(out.stems, &pair)
	}
	if f.record != nil {
		r := *f.record
		r.read = Sum{}
		out.record = &r
	}
	for _, sub := range f.folders {
		out.folders = append(out.folders, bare(sub))
	}
	return &out
}

// What is encoded is decoded the same, all at once or change by change, and a
// load that takes everything from there gives what a load from scratch gives.
func TestDecodeIsEncoded(t *testing.T) {
	for seed := range uint64(10) {
		e := newEditor(t, 100+seed)
		kept := known(t, e, nil)
		data := encoded(t, kept, nil)
		for range 30 {
			for range e.IntN(4) {
				e.edit()
			}
			next := known(t, e, kept)
			data += encoded(t, next, kept)
			for _, text := range []string{data, encoded(t, next, nil)} {
				got, err := DecodeKept(t.Context(), text)
				if err != nil {
					t.Fatal(err)
				}
				if a, b := bare(got.top), bare(next.top); !reflect.DeepEqual(a, b) {
					t.Fatalf("seed %d: (-want +got)\n%s", seed, cmp.Diff(b, a, cmp.Exporter(func(reflect.Type) bool { return true })))
				}
			}
			checkDecodedLoad(t, e, data)
			kept = next
		}
	}
}

func checkDecodedLoad(t *testing.T, e *editor, data string) {
	t.Helper()
	decoded, err := DecodeKept(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	tree, findings, _, err := Reload(t.Context(), e.files, decoded, e.stamp)
	if err != nil {
		t.Fatal(err)
	}
	plain, wanted := mustLoad(t, e.files)
	if got, want := allOf(t, tree, findings), allOf(t, plain, wanted); got != want {
		t.Fatalf("with what was decoded:\n%s\nwant\n%s", got, want)
	}
}

// A segment for a change is as small as the change.
func TestEncodeOfAChangeIsSmall(t *testing.T) {
	e := newEditor(t, 1)
	kept := known(t, e, nil)
	if same := encoded(t, known(t, e, kept), kept); len(same) > segmentHead+5 {
		t.Errorf("%d bytes where nothing changed", len(same))
	}
	text := strings.Replace(string(e.files[samplePlan+"m01.zh.md"].Data), "加快", "尽快", 1)
	e.put(samplePlan+"m01.zh.md", &text)
	if change, all := encoded(t, known(t, e, kept), kept), encoded(t, kept, nil); len(change) > len(all)/2 {
		t.Errorf("%d bytes for a change, %d for everything", len(change), len(all))
	}
}

// Of whatever was damaged, nothing is taken.
func TestDecodeRefusesDamage(t *testing.T) {
	data := encoded(t, known(t, newEditor(t, 1), nil), nil)
	for n := 0; n < len(data); n += 1 + n/50 {
		if _, err := DecodeKept(t.Context(), data[:n]); err == nil {
			t.Fatalf("taken: the first %d of %d bytes", n, len(data))
		}
		changed := []byte(data)
		changed[n] ^= 0x41
		if _, err := DecodeKept(t.Context(), string(changed)); err == nil {
			t.Fatalf("taken: another byte %d of %d", n, len(data))
		}
	}
	other := []byte(data)
	other[8]++
	if _, err := DecodeKept(t.Context(), string(other)); !errors.Is(err, ErrOtherProgram) {
		t.Errorf("another fingerprint: %v", err)
	}
	for _, more := range []string{"\x00", data[:segmentHead], segmentName} {
		if _, err := DecodeKept(t.Context(), data+more); err == nil {
			t.Errorf("taken: %q at the end", more)
		}
	}
}

// segmentOf is a segment of a right sum whatever the blocks hold.
func segmentOf(blocks ...string) string {
	own := fingerprint()
	var body []byte
	for _, b := range append(blocks, "") {
		body = append(binary.AppendUvarint(body, uint64(len(b))), b...)
	}
	sum := binary.LittleEndian.AppendUint32(nil, crc32.Checksum(body, castagnoli))
	return segmentName + string(own[:]) + string(body) + string(sum)
}

// FuzzDecode proves that bytes of the right sum, which no damage has, are read
// without harm: what is taken can be loaded from, and is no larger than it may
// be.
func FuzzDecode(f *testing.F) {
	var p packer
	p.folder(&folder{path: ".", entries: []entry{{"a", fs.ModeDir}}})
	first := string(p.data)
	p = packer{}
	p.folder(&folder{path: "a", name: "a", depth: 1, entries: []entry{{"_index.zh.md", 0}}, stems: []*stem{{"_index", [2]*file{{}}}}})
	f.Add(first, string(p.data))
	own := &file{kind: documentPage, lang: "zh"}
	own.parse("---\nid: a\ntitle: x\nissuer: b\ntranslation: { from: en, state: draft }\n---\n\n甲 {#p1}\n")
	p = packer{}
	p.folder(&folder{path: "a", name: "a", depth: 1, entries: []entry{{"_index.zh.md", 0}}, stems: []*stem{{"_index", [2]*file{own}}}})
	f.Add(first, string(p.data))
	f.Fuzz(func(t *testing.T, a, b string) {
		kept, err := DecodeKept(t.Context(), segmentOf(a, b))
		if err != nil {
			return
		}
		l := &loader{tree: &Tree{}}
		l.found(kept.top)
		if err := l.assemble(t.Context(), kept.top, nil); err != nil {
			t.Fatal(err)
		}
		if _, err := DecodeKept(t.Context(), encoded(t, kept, nil)); err != nil {
			t.Fatalf("encoded again: %v", err)
		}
	})
}

// A number that says that much follows takes no memory for it.
func TestDecodeTakesNoMemoryForNothing(t *testing.T) {
	data := binary.AppendUvarint(nil, 1<<39)
	for _, read := range []func(p *unpacker){
		func(p *unpacker) { p.strings() }, func(p *unpacker) { p.findings() }, func(p *unpacker) { p.folder() },
		func(p *unpacker) {
			p.value(forms()[reflect.TypeFor[[]string]()], reflect.New(reflect.TypeFor[[]string]()).Elem())
		},
	} {
		p := &unpacker{data: string(slices.Concat(data, data))}
		if read(p); !p.bad {
			t.Error("read what is not there")
		}
	}
}
