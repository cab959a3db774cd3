package build

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/layouts"
)

// A cache that cannot be written costs time, not the site.
func TestBuildWithoutCache(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(t *testing.T, place string)
	}{
		{"a file", func(t *testing.T, place string) {
			if err := os.WriteFile(place, nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}},
		{"a link that leads out", func(t *testing.T, place string) {
			if err := os.Symlink(t.TempDir(), place); err != nil {
				t.Fatal(err)
			}
		}},
		{"nothing but folders where files belong", func(t *testing.T, place string) {
			for _, name := range []string{"state.new", "content.new"} {
				if err := os.MkdirAll(filepath.Join(place, name, "x"), 0o755); err != nil {
					t.Fatal(err)
				}
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHistory(t, 1)
			c.make(t, filepath.Join(h.o.Root, ".mingbai"))
			for _, step := range []string{"first", "second"} {
				want, err := Site(t.Context(), h.o)
				if err != nil {
					t.Fatal(err)
				}
				got, err := Build(t.Context(), h.o)
				if err != nil {
					t.Fatal(step, err)
				}
				if !slices.ContainsFunc(got.Findings, func(f diag.Finding) bool { return f.Code == unkept.Code }) {
					t.Error(step, ": nobody is told")
				}
				h.compare(step, want.Files)
				h.editBody()
			}
		})
	}
}

// footer is the footer's layout with a word in it.
func (h *history) footer(word string) string {
	data, err := layouts.FS.ReadFile("_footer.html")
	if err != nil {
		h.Fatal(err)
	}
	return strings.Replace(string(data), "</p>", "<b>"+word+"</b></p>", 1)
}

// A layout that is another while it is read, and the same again when all is
// done, leaves nothing of the other behind.
func TestLayoutChangesMeanwhile(t *testing.T) {
	h := newHistory(t, 1)
	h.build("nothing yet")
	file := filepath.Join(h.o.Root, "layouts", "_footer.html")
	h.write(file, h.footer("one"))
	other := h.o
	other.Progress = func(s Step) {
		if s.Stage == Loading && s.Total == 0 {
			h.write(file, h.footer("other"))
		}
	}
	if _, err := Build(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	if page := h.publicFiles()["zh/index.html"]; !strings.Contains(page, "<b>other") {
		t.Fatal("the layout was not read meanwhile")
	}
	h.write(file, h.footer("one"))
	h.build("the layout is what it was")
}

// The same in a preview.
func TestLayoutChangesDuringPreview(t *testing.T) {
	h := newHistory(t, 1)
	file := filepath.Join(h.o.Root, "layouts", "_footer.html")
	h.write(file, h.footer("one"))
	o := h.o
	once := true
	o.Progress = func(s Step) {
		if s.Stage == Loading && once {
			once = false
			h.write(file, h.footer("other"))
		}
	}
	v, err := NewPreview(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"other", "one"} {
		files, _, err := v.Rebuild(t.Context(), nil, func(map[string][]byte) {})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(files["zh/index.html"]), "<b>"+want) {
			t.Errorf("the page lacks the footer %q", want)
		}
		h.write(file, h.footer("one"))
	}
}

// A layout may show lists of the whole site on any page.
func TestListsOnAnyPage(t *testing.T) {
	h := newHistory(t, 1)
	h.write(filepath.Join(h.o.Root, "layouts", "measure.html"), `{{define "main"}}<h1>{{.Heading.Text}}</h1>
<ul>{{range .Site.Documents}}<li><a href="{{.Href}}">{{.Text}}</a></li>{{end}}{{range .Site.Deadlines}}<li>{{.Text}}</li>{{end}}</ul>{{end}}`)
	h.build("nothing yet")
	h.on("title", `small-shops-2026/_index\.zh\.md$`, func(s string) string { return titleLine.ReplaceAllString(s, "title: 另一名称") })
	h.build("the title of another document")
	h.on("day", `small-shops-2026/.*/m\d+[^/]*\.zh\.md$`, func(s string) string { return dayForm.ReplaceAllString(s, "${1}: 2031-") })
	h.build("a day of another document")
}

// A link is no file, even where it leads to one of the same content.
func TestLinkAtAFilesPlace(t *testing.T) {
	h := newHistory(t, 1)
	own := filepath.Join(h.o.Root, "assets", "own.txt")
	h.write(own, "mine")
	h.build("nothing yet")
	for _, name := range []string{own, h.pick(anyMeasure)} {
		real := filepath.Join(h.o.Root, filepath.Base(name))
		h.try(os.Rename(name, real))
		h.try(os.Symlink(real, name))
		h.build("a link at " + filepath.Base(name))
	}
}

// A text that is another while it is read leaves nothing behind when it is what
// it was, even where nobody knows any more how it was read before.
func TestTextChangesMeanwhile(t *testing.T) {
	h := newHistory(t, 1)
	h.build("nothing yet")
	name := h.pick(anyMeasure)
	text := h.project()[name]
	h.try(os.Remove(filepath.Join(h.o.Root, ".mingbai", "content")))
	h.write(filepath.Join(h.o.Root, "assets", "own.txt"), "own") // something is to be done
	other := h.o
	other.Progress = func(s Step) {
		if s.Stage == Loading {
			h.write(name, strings.Replace(text, " {#", "另一句 {#", 1))
		}
	}
	_, err := Build(t.Context(), other)
	h.try(err)
	h.write(name, text)
	h.build("the text is what it was")
}
