package browsertest

import (
	"bytes"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// place is a folder of finished pages, on disk and over HTTP.
type place struct {
	dir  string
	base string     // of the pages over HTTP, ends with /
	sent *sentFiles // nil where the server is shared by many tests
}

// sentFiles notes the files that a server has sent; nil notes none.
type sentFiles struct {
	mu    sync.Mutex
	names map[string]bool
}

// note adds a file; nil notes nothing.
func (s *sentFiles) note(name string) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.names[name] = true
}

// taken gives the files sent so far, each once, and forgets them.
func (s *sentFiles) taken() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	names := slices.Sorted(maps.Keys(s.names))
	s.names = map[string]bool{}
	return names
}

// subFolder is where the pages stand on the server: portals give a site a
// folder of their own, never the root.
const subFolder = "/zwgk/mingbai/"

// publishTo writes files into a folder and serves it.
func publishTo(t testing.TB, dir string, files map[string][]byte) place {
	t.Helper()
	if err := writeTo(dir, files); err != nil {
		t.Fatal(err)
	}
	sent := &sentFiles{names: map[string]bool{}}
	server := httptest.NewServer(handler(files, sent))
	t.Cleanup(server.Close)
	return place{dir: dir, base: server.URL + subFolder, sent: sent}
}

// writeTo writes files into a folder.
func writeTo(dir string, files map[string][]byte) error {
	for name, data := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(full, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// handler serves files as a portal's server does: each under its own name, with
// the error page for any other. The standard library's file server would send
// readers of index.html to the folder.
func handler(files map[string][]byte, sent *sentFiles) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name, ok := strings.CutPrefix(r.URL.Path, subFolder)
		data, found := files[name]
		if !ok || !found {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(http.StatusNotFound)
			w.Write(files["404.html"])
			return
		}
		sent.note(name)
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
	}
}

// http is the address of a page on the server.
func (p place) http(name string) string { return p.base + name }

// file is the address of a page on the disk.
func (p place) file(name string) string {
	return (&url.URL{Scheme: "file", Path: path.Join(filepath.ToSlash(p.dir), name)}).String()
}
