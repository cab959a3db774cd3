package publish

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func pipe(t *testing.T, at string) {
	t.Helper()
	if err := syscall.Mkfifo(at, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestVerify(t *testing.T) {
	dir := t.TempDir()
	mustApply(t, dir, siteA)
	f := openFolder(t, dir)
	diffs, err := Verify(t.Context(), f)
	if err != nil || len(diffs) > 0 {
		t.Errorf("right after publishing: %v, %v", diffs, err)
	}

	write(t, dir, "others.html", "not ours")
	write(t, dir, "zh/index.html", "<p>申") // as long as before
	write(t, dir, "sitemap.xml", "longer than before")
	os.Remove(filepath.Join(dir, "zh/old.html"))
	os.Remove(filepath.Join(dir, "index.html"))
	link(t, "zh/index.html", filepath.Join(dir, "index.html"))
	os.RemoveAll(filepath.Join(dir, "zh/plan"))
	os.Remove(filepath.Join(dir, "assets/logo.svg"))
	pipe(t, filepath.Join(dir, "assets/logo.svg"))
	diffs, err = Verify(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	want := []Difference{
		{Path: "assets/logo.svg", State: Altered},
		{Path: "index.html", State: Altered},
		{Path: "sitemap.xml", State: Altered},
		{Path: "zh/index.html", State: Altered},
		{Path: "zh/old.html", State: Missing},
		{Path: "zh/plan/index.html", State: Missing},
	}
	if diff := cmp.Diff(want, diffs, cmpopts.IgnoreUnexported(Difference{})); diff != "" {
		t.Error(diff)
	}
	finding := diffs[4].Finding()
	if got := finding.String(); got != f.String()+"/zh/old.html: error: published, but no longer there [U311]" {
		t.Errorf("finding %q", got)
	}
}

func TestVerifyAnUnfinishedPublish(t *testing.T) {
	dir := t.TempDir()
	mustApply(t, dir, siteA)
	broken := &faulty{Target: openFolder(t, dir), left: 14}
	if _, err := Apply(t.Context(), siteB, broken, Options{}); err == nil {
		t.Fatal("the publish did not fail")
	}
	diffs, err := Verify(t.Context(), openFolder(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	if len(diffs) == 0 || diffs[0].State != Midway || diffs[0].Finding().Code != "U313" {
		t.Errorf("differences %+v, want the unfinished publish first", diffs)
	}
}

func TestVerifyNeedsAManifest(t *testing.T) {
	for name, test := range map[string]struct {
		manifest, code string
	}{
		"none":           {"", "U303"},
		"not JSON":       {"{", "U301"},
		"other JSON":     {"[]", "U301"},
		"foreign schema": {`{"schema":"other/1"}`, "U301"},
		"future schema":  {`{"schema":"mingbai/manifest/9","files":{}}`, "U302"},
		"a way out":      {`{"schema":"mingbai/manifest/1","files":[{"path":"../x","size":1,"sha256":"` + strings.Repeat("0", 64) + `"}]}`, "U301"},
		"a bad hash":     {`{"schema":"mingbai/manifest/1","files":[{"path":"x","size":1,"sha256":"0"}]}`, "U301"},
		"a bad size":     {`{"schema":"mingbai/manifest/1","files":[{"path":"x","size":-1,"sha256":"` + strings.Repeat("0", 64) + `"}]}`, "U301"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if test.manifest != "" {
				write(t, dir, ManifestName, test.manifest)
			}
			if _, err := Verify(t.Context(), openFolder(t, dir)); code(err) != test.code {
				t.Errorf("verify: %v, want %s", err, test.code)
			}
			if name == "none" {
				return
			}
			if _, err := apply(t, dir, siteA, Options{}); code(err) != test.code {
				t.Errorf("publish: %v, want %s", err, test.code)
			}
			_, err := apply(t, dir, siteA, Options{Force: true})
			if test.code == "U301" && err != nil {
				t.Errorf("publish --force with a damaged manifest: %v", err)
			}
			if test.code == "U302" && code(err) != "U302" {
				t.Errorf("publish --force with a newer manifest: %v, want U302", err)
			}
		})
	}
	if _, err := Verify(t.Context(), openFolder(t, filepath.Join(t.TempDir(), "none"))); code(err) != "U303" {
		t.Errorf("verify of a missing folder: %v, want U303", err)
	}
}

func TestVerifyStopsWithItsContext(t *testing.T) {
	dir := t.TempDir()
	mustApply(t, dir, siteA)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Verify(ctx, openFolder(t, dir)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
}

// endless is a file that gives bytes for ever; a reader that takes it whole
// would never come back.
type endless struct{ n int64 }

func (e *endless) Read(p []byte) (int, error) {
	n := min(int64(len(p)), e.n)
	if n == 0 {
		return 0, io.EOF
	}
	e.n -= n
	return int(n), nil
}
func (e *endless) Close() error { return nil }

type bigTarget struct {
	*Folder
	largest int
}

func (b *bigTarget) Open(ctx context.Context, name string) (io.ReadCloser, error) {
	if name == "big.pdf" {
		return &watched{&endless{n: 1 << 28}, b}, nil
	}
	return b.Folder.Open(ctx, name)
}

type watched struct {
	io.ReadCloser
	b *bigTarget
}

func (w *watched) Read(p []byte) (int, error) {
	w.b.largest = max(w.b.largest, len(p))
	return w.ReadCloser.Read(p)
}

// Files are hashed as a stream, whatever their size.
func TestVerifyStreams(t *testing.T) {
	dir := t.TempDir()
	mustApply(t, dir, site("big.pdf", "small"))
	b := &bigTarget{Folder: openFolder(t, dir)}
	if _, err := Verify(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	if b.largest == 0 || b.largest > 1<<20 {
		t.Errorf("read %d bytes at a time", b.largest)
	}
}

func TestManifestForm(t *testing.T) {
	got := encodeList(manifestSchema, []Entry{
		entryOf("zh/index.html", []byte("明白")), entryOf("a & b.css", nil), entryOf("zh/index.html", []byte("明白")),
	})
	want := `{"schema":"mingbai/manifest/1","files":[
{"path":"a \u0026 b.css","size":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
{"path":"zh/index.html","size":6,"sha256":"8e37cd5f7f76c831a2ba528cd4c6de3f0074c68c964d8bd2a64340633e590db5"}
]}
`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}

// Whatever stands in a manifest, reading it gives entries that are safe to
// use, or an error; and what is written is read back.
func FuzzDecodeList(f *testing.F) {
	f.Add([]byte(manifestOf(siteA)))
	f.Add([]byte(`{"schema":"mingbai/manifest/1","files":[{"path":"../../etc/passwd"}]}`))
	f.Add([]byte(`{"schema":"mingbai/manifest/2","files":7}`))
	f.Add([]byte(`[`))
	f.Fuzz(func(t *testing.T, data []byte) {
		entries, err := decodeList(bytes.NewReader(data), manifestSchema)
		if err != nil {
			return
		}
		for _, e := range entries {
			if why := badPath(e.Path); why != nil {
				t.Errorf("path %q: %s", e.Path, why.En)
			}
		}
		again, err := decodeList(bytes.NewReader(encodeList(manifestSchema, entries)), manifestSchema)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(encodeList(manifestSchema, again), encodeList(manifestSchema, entries)) {
			t.Errorf("%q reads back as other entries", data)
		}
	})
}
