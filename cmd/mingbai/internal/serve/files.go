package serve

import (
	"net/http"
	"net/url"
	"path"
	"strings"
)

// serveSite answers with a file of the site. Files are looked up by name in
// memory, so no address can lead out of the site.
func (h *handler) serveSite(w http.ResponseWriter, r *http.Request, s *state) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	data, found := s.file(name)
	if found && path.Ext(name) == ".html" {
		h.viewed.note(name)
	}
	switch {
	case s.failed != nil && isPage(name, found):
		sendOwn(w, r, http.StatusInternalServerError, s.failed)
	case found:
		sendFile(w, r, http.StatusOK, name, data, s.build)
	case has(s.files, name+"/index.html"):
		to := url.URL{Path: "/" + name + "/", RawQuery: r.URL.RawQuery}
		w.Header().Set("Cache-Control", "no-store")
		http.Redirect(w, r, to.String(), http.StatusFound)
	default:
		h.notFound(w, r, s)
	}
}

// isPage reports whether a person would see the file as a page. Where the last
// good build does not know the name, one without an ending may be a folder.
func isPage(name string, found bool) bool {
	ext := path.Ext(name)
	return ext == ".html" || (!found && ext == "")
}

// sendFile sends a file of the site; a page gets the client script.
func sendFile(w http.ResponseWriter, r *http.Request, status int, name string, data []byte, build string) {
	if path.Ext(name) == ".html" {
		data = inject(data, build)
	}
	send(w, r, status, name, data)
}

// notFound answers with the site's page for missing addresses, in the language
// of the address as far as it has one.
func (h *handler) notFound(w http.ResponseWriter, r *http.Request, s *state) {
	names := []string{"404.html", "zh/404.html", "en/404.html"}
	for _, lang := range []string{"zh", "en"} {
		if strings.HasPrefix(r.URL.Path, "/"+lang+"/") {
			names = append([]string{lang + "/404.html"}, names...)
		}
	}
	for _, name := range names {
		if data, ok := s.files[name]; ok {
			sendFile(w, r, http.StatusNotFound, name, data, s.build)
			return
		}
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, textNotFound.In(h.lang), http.StatusNotFound)
}

// contentTypes are those of the files a site has. The system's table is not
// asked: it differs between machines.
var contentTypes = map[string]string{
	".atom":        "application/atom+xml; charset=utf-8",
	".avif":        "image/avif",
	".css":         "text/css; charset=utf-8",
	".csv":         "text/csv; charset=utf-8",
	".docx":        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".gif":         "image/gif",
	".html":        "text/html; charset=utf-8",
	".ico":         "image/x-icon",
	".ics":         "text/calendar; charset=utf-8",
	".jpeg":        "image/jpeg",
	".jpg":         "image/jpeg",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".jsonld":      "application/ld+json",
	".mjs":         "text/javascript; charset=utf-8",
	".pdf":         "application/pdf",
	".png":         "image/png",
	".svg":         "image/svg+xml; charset=utf-8",
	".txt":         "text/plain; charset=utf-8",
	".webmanifest": "application/manifest+json",
	".webp":        "image/webp",
	".woff":        "font/woff",
	".woff2":       "font/woff2",
	".xlsx":        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".xml":         "application/xml; charset=utf-8",
	".zip":         "application/zip",
}

// contentType is the type of a file by its ending; an unknown one is saved
// rather than shown.
func contentType(name string) string {
	if t, ok := contentTypes[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}

func has(files map[string][]byte, name string) bool {
	_, ok := files[name]
	return ok
}
