package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// site makes files from name, content, name, content…
func site(pairs ...string) map[string][]byte {
	files := map[string][]byte{}
	for i := 0; i < len(pairs); i += 2 {
		files[pairs[i]] = []byte(pairs[i+1])
	}
	return files
}

// bigSite is a site of many pages, all of one version: each page names its
// version and an asset that only this version has.
func bigSite(version string, pages int) map[string][]byte {
	files := site("assets/site-"+version+".css", strings.Repeat("/* "+version+" */\n", 500))
	for i := range pages {
		name := fmt.Sprintf("zh/%02d/page-%d.html", i%17, i)
		files[name] = []byte(strings.Repeat(version+" ", 1000) + name)
	}
	files["zh/index.html"] = []byte(version)
	files["sitemap.xml"] = []byte("<urlset>" + version + "</urlset>")
	files["zh/only-"+version+"/index.html"] = []byte(version)
	return files
}

// tree reads a folder: all files with what they hold.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		if to, err := os.Readlink(p); err == nil {
			files[filepath.ToSlash(rel)] = "link to " + to
			return nil
		}
		data, err := os.ReadFile(p)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// emptyDirs lists folders without any entry.
func emptyDirs(t *testing.T, dir string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		entries, err := os.ReadDir(p)
		if len(entries) == 0 {
			found = append(found, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// wantTree wants a folder to hold exactly the files, beside a manifest that
// lists exactly them, and extra files that are nobody's business.
func wantTree(t *testing.T, dir string, files map[string][]byte, extra ...string) {
	t.Helper()
	got := tree(t, dir)
	for name, data := range files {
		if got[name] != string(data) {
			t.Errorf("%s holds %.40q, want %.40q", name, got[name], data)
		}
		delete(got, name)
	}
	if want := manifestOf(files); got[ManifestName] != want {
		t.Errorf("manifest:\n%s\nwant:\n%s", got[ManifestName], want)
	}
	delete(got, ManifestName)
	for _, name := range extra {
		if _, ok := got[name]; !ok {
			t.Errorf("%s is gone", name)
		}
		delete(got, name)
	}
	if len(got) > 0 {
		t.Errorf("unexpected files: %q", slices.Sorted(maps.Keys(got)))
	}
}

func manifestOf(files map[string][]byte) string {
	var entries []Entry
	for name, data := range files {
		entries = append(entries, entryOf(name, data))
	}
	return string(encodeList(manifestSchema, entries))
}

func write(t *testing.T, dir, name, data string) {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func openFolder(t *testing.T, dir string) *Folder {
	t.Helper()
	f, err := OpenFolder(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func apply(t *testing.T, dir string, files map[string][]byte, opts Options) (Changes, error) {
	t.Helper()
	return Apply(t.Context(), files, openFolder(t, dir), opts)
}

func mustApply(t *testing.T, dir string, files map[string][]byte) Changes {
	t.Helper()
	c, err := apply(t, dir, files, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// code gives the rule of an error, or its text.
func code(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return fmt.Sprint(err)
}

func codes(c Changes) string {
	var b bytes.Buffer
	for _, f := range c.Findings {
		fmt.Fprintf(&b, "%s ", f.Code)
	}
	return strings.TrimSpace(b.String())
}

// folderAt opens a folder in a child process, which has no *testing.T.
func folderAt(dir string) *Folder {
	f, err := OpenFolder(dir, "")
	if err != nil {
		panic(err)
	}
	return f
}

var background = context.Background()
