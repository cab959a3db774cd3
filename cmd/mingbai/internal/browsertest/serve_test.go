package browsertest

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"testing"
)

// place is a folder of finished pages, on disk and over HTTP.
type place struct {
	dir  string
	base string // of the pages over HTTP, ends with /
}

// subFolder is where the pages stand on the server: portals give a site a
// folder of their own, never the root.
const subFolder = "/zwgk/mingbai/"

// publishTo writes files into a folder and serves it.
func publishTo(t testing.TB, dir string, files map[string][]byte) place {
	t.Helper()
	for name, data := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	mux := http.NewServeMux()
	mux.Handle(subFolder, http.StripPrefix(subFolder[:len(subFolder)-1], http.FileServer(http.Dir(dir))))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return place{dir: dir, base: server.URL + subFolder}
}

// http is the address of a page on the server.
func (p place) http(name string) string { return p.base + name }

// file is the address of a page on the disk.
func (p place) file(name string) string {
	return (&url.URL{Scheme: "file", Path: path.Join(filepath.ToSlash(p.dir), name)}).String()
}
