package build

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestOverlay(t *testing.T) {
	upper := fstest.MapFS{
		"page.html":      {Data: []byte("project")},
		".page.html.swp": {Data: []byte("an editor's")},
		"page.html~":     {Data: []byte("an editor's")},
		"css/own.css":    {Data: []byte("project")},
		"layouts.go":     {Data: []byte("package layouts")},
	}
	lower := fstest.MapFS{
		"page.html":    {Data: []byte("embedded")},
		"home.html":    {Data: []byte("embedded")},
		"css/base.css": {Data: []byte("embedded")},
		"js/site.js":   {Data: []byte("embedded")},
	}
	o := overlay{upper, lower}
	if err := fstest.TestFS(o, "page.html", "home.html", "css/own.css", "css/base.css", "js/site.js"); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"page.html": "project", "home.html": "embedded", "css/base.css": "embedded"}
	for name, content := range want {
		if got, err := fs.ReadFile(o, name); err != nil || string(got) != content {
			t.Errorf("%s: got %q, %v; want %q", name, got, err, content)
		}
	}
	for _, name := range []string{".page.html.swp", "page.html~", "layouts.go", "../secret"} {
		if _, err := fs.ReadFile(o, name); err == nil {
			t.Errorf("%s is shown", name)
		}
	}
}

func TestOverlayWithoutProjectFolder(t *testing.T) {
	o := overlay{emptyFS{}, fstest.MapFS{"home.html": {Data: []byte("embedded")}}}
	if err := fstest.TestFS(o, "home.html"); err != nil {
		t.Fatal(err)
	}
}
