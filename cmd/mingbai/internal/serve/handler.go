package serve

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"net"
	"net/http"
	"strings"
	"time"
)

// Addresses of the server's own. No page of a site has such a name.
const (
	ownPrefix    = "/-/mingbai/"
	eventsPath   = ownPrefix + "events"
	scriptPath   = ownPrefix + "reload.js"
	stylePath    = ownPrefix + "error.css"
	findingsPath = ownPrefix + "findings"
)

// ownPolicy is the content security policy of the server's own pages.
const ownPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

//go:embed client/reload.js
var script []byte

//go:embed client/error.css
var style []byte

// handler answers with what the store holds at the moment.
type handler struct {
	store  *store
	viewed *viewed
	lang   string
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s := h.store.load()
	switch r.URL.Path {
	case eventsPath:
		streamEvents(w, r, h.store)
	case scriptPath:
		send(w, r, http.StatusOK, "reload.js", script)
	case stylePath:
		send(w, r, http.StatusOK, "error.css", style)
	case findingsPath:
		sendOwn(w, r, http.StatusOK, s.report)
	default:
		h.serveSite(w, r, s)
	}
}

// guard lets through what a browser on this machine asks for. The check of the
// Host header stands against DNS rebinding: a foreign page whose name was made
// to lead here must not read an unpublished site.
func guard(bound, lang string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if !allowedHost(r.Host, bound) {
			http.Error(w, textBadHost.In(lang), http.StatusMisdirectedRequest)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			http.Error(w, textMethod.In(lang), http.StatusMethodNotAllowed)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// allowedHost reports whether a Host header names this machine: localhost, a
// loopback address, or the host that the server was told to listen on. Told to
// listen on all addresses, it answers to each, but still not to other names.
func allowedHost(header, bound string) bool {
	host := header
	if h, _, err := net.SplitHostPort(header); err == nil {
		host = h
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	if host == "localhost" || (host != "" && host == strings.ToLower(bound)) {
		return true
	}
	ip, all := net.ParseIP(host), net.ParseIP(bound)
	return ip != nil && (ip.IsLoopback() || bound == "" || (all != nil && all.IsUnspecified()))
}

// sendOwn sends one of the server's own pages, which are of the moment.
func sendOwn(w http.ResponseWriter, r *http.Request, status int, page []byte) {
	h := w.Header()
	h.Set("Content-Security-Policy", ownPolicy)
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(page) // the reader may be gone
	}
}

// send sends a file. The browser asks again every time, and gets nothing new
// (status 304) while the bytes are the same.
func send(w http.ResponseWriter, r *http.Request, status int, name string, data []byte) {
	h := w.Header()
	h.Set("Content-Type", contentType(name))
	if status != http.StatusOK {
		h.Set("Cache-Control", "no-store")
		w.WriteHeader(status)
		if r.Method != http.MethodHead {
			_, _ = w.Write(data) // the reader may be gone
		}
		return
	}
	sum := sha256.Sum256(data)
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", `"`+hex.EncodeToString(sum[:12])+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}
