package build

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/diag"
)

// built imports and builds a project.
func built(t *testing.T, o Options) Result {
	t.Helper()
	if _, err := Import(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	r, err := Site(t.Context(), o)
	if err != nil || diag.HasErrors(r.Findings) {
		t.Fatalf("error %v, findings %v", err, r.Findings)
	}
	return r
}

// The options stand above content/site.yaml.
func TestSiteOptions(t *testing.T) {
	root := newProject(t)
	plain := built(t, Options{Root: root})
	if page := string(plain.Files["sitemap.xml"]); !strings.Contains(page, "https://qinghe.example/zh/") {
		t.Errorf("sitemap.xml without the address of site.yaml:\n%s", page)
	}
	moved := built(t, Options{Root: root, BaseURL: "https://other.example/zwgk/"})
	if page := string(moved.Files["sitemap.xml"]); !strings.Contains(page, "https://other.example/zwgk/zh/") || strings.Contains(page, "qinghe") {
		t.Errorf("sitemap.xml without the address of the options:\n%s", page)
	}
	later := built(t, Options{Root: root, Clock: "2030-01-01"})
	if cmp.Equal(plain.Files["zh/timeline.html"], later.Files["zh/timeline.html"]) {
		t.Error("the clock does not change the timeline")
	}
}

// A layout of the project stands in for the embedded one of the same name; the
// others stay.
func TestSiteWithOwnLayout(t *testing.T) {
	root := newProject(t)
	plain := built(t, Options{Root: root})
	own := filepath.Join(root, "layouts", "404.html")
	if err := os.MkdirAll(filepath.Dir(own), 0o755); err != nil {
		t.Fatal(err)
	}
	layout := "{{define \"main\"}}<h1>{{.Heading.Text}}</h1><p>Our own words. <a href=\"{{.To \"home\"}}\">{{.Heading.Text}}</a></p>{{end}}\n"
	if err := os.WriteFile(own, []byte(layout), 0o644); err != nil {
		t.Fatal(err)
	}
	changed := built(t, Options{Root: root})
	if !strings.Contains(string(changed.Files["en/404.html"]), "Our own words.") {
		t.Error("the project's layout is not used")
	}
	if !cmp.Equal(plain.Files["en/timeline.html"], changed.Files["en/timeline.html"]) {
		t.Error("a page of another layout changed")
	}
}

// A build that is stopped leaves the old site as it was.
func TestStoppedBuildLeavesOldSite(t *testing.T) {
	root := newProject(t)
	o := Options{Root: root}
	if _, err := Build(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	before := readTree(t, filepath.Join(root, "public"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Build(ctx, Options{Root: root, Fresh: true}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the error of the context", err)
	}
	if _, err := Site(ctx, o); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the error of the context", err)
	}
	if diff := cmp.Diff(before, readTree(t, filepath.Join(root, "public"))); diff != "" {
		t.Error("public/ changed:\n", diff)
	}
}

func readTree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
