package serve

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"mingbai/cmd/mingbai/internal/diag"
)

// TestRequests runs the scripts in testdata/requests. An archive holds a site;
// its comment is a script of requests and what they must give:
//
//	GET /zh/            METHOD PATH, after which come
//	host evil.example   the Host header of the request
//	send Name: value    another header of the request
//	status 200
//	header Name: value  exactly; "header Name:" wants it absent
//	body contains text
//	body lacks text
//	body empty
//
// The name "failed-…" makes the last build a failed one.
func TestRequests(t *testing.T) {
	scripts, err := filepath.Glob("testdata/requests/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no request scripts: %v", err)
	}
	for _, script := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(script), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(script)
			if err != nil {
				t.Fatal(err)
			}
			runRequests(t, siteHandler(archive, strings.HasPrefix(filepath.Base(script), "failed-")), string(archive.Comment))
		})
	}
}

// siteHandler serves an archive's files as the result of builds.
func siteHandler(archive *txtar.Archive, failed bool) http.Handler {
	files := map[string][]byte{}
	for _, f := range archive.Files {
		files[f.Name] = f.Data
	}
	b := newBuilder(Options{Lang: "en"}, "http://127.0.0.1:1313/", testLogger(), nil)
	b.session = "run"
	b.show(result{files: files}, 0)
	if failed {
		b.show(result{files: files, err: errors.New(`layouts/<page>.html is broken`)}, 0)
	} else {
		b.show(result{files: files, findings: []diag.Finding{{Code: "C999", Severity: diag.Warning,
			Message: diag.Text{En: "look <here>", Zh: "请看"}}}}, 0)
	}
	return guard("127.0.0.1", "en", &handler{viewed: &viewed{}, store: b.store, lang: "en"})
}

func runRequests(t *testing.T, h http.Handler, script string) {
	var req *http.Request
	var res *httptest.ResponseRecorder
	for i, line := range strings.Split(script, "\n") {
		line = strings.TrimSpace(line)
		verb, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case verb == strings.ToUpper(verb):
			req, res = httptest.NewRequestWithContext(t.Context(), verb, rest, nil), nil
			req.Host = "127.0.0.1:1313"
		case verb == "host":
			req.Host = rest
		case verb == "send":
			name, value, _ := strings.Cut(rest, ": ")
			req.Header.Set(name, value)
		default:
			if res == nil {
				res = httptest.NewRecorder()
				h.ServeHTTP(res, req)
			}
			if why := unmet(res, verb, rest); why != "" {
				t.Errorf("line %d: %s %s: %s: %s", i+1, req.Method, req.URL, line, why)
			}
		}
	}
}

// unmet says why a response is not as the script wants it, or "".
func unmet(res *httptest.ResponseRecorder, verb, rest string) string {
	switch verb {
	case "status":
		if got := strconv.Itoa(res.Code); got != rest {
			return "got " + got
		}
	case "header":
		name, want, _ := strings.Cut(rest, ":")
		if got := res.Header().Get(name); got != strings.TrimSpace(want) {
			return "got " + strconv.Quote(got)
		}
	case "body":
		how, text, _ := strings.Cut(rest, " ")
		body := res.Body.String()
		switch {
		case how == "contains" && strings.Contains(body, text):
		case how == "lacks" && !strings.Contains(body, text):
		case how == "empty" && body == "":
		default:
			return "got:\n" + body
		}
	default:
		return "unknown verb"
	}
	return ""
}
