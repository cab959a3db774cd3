package build

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/layouts"
)

// What a preview shows after an edit is what a build of everything makes; of a
// text that was edited, the pages that are looked at come first.
func TestPreviewMakesOnlyWhatChanged(t *testing.T) {
	root := newProject(t)
	v, err := NewPreview(Options{Root: root})
	if err != nil {
		t.Fatal(err)
	}
	const zh, en = "zh/small-shops-2024/plan/m01.html", "en-elder/small-shops-2024/plan/m01.html"
	measure := filepath.Join(root, "content", "small-shops-2024", "1-plan", "m01.zh.md")
	layout := filepath.Join(root, "layouts", "measure.html")
	own, err := layouts.FS.ReadFile("measure.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name  string
		edit  func()
		early []string
	}{
		{"nothing yet", func() {}, nil},
		{"a sentence", func() { edit(t, measure, " {#", "新词语 {#") }, []string{zh}},
		{"nothing", func() {}, nil},
		{"a title", func() { edit(t, measure, "title: ", "title: 新") }, nil},
		{"a layout", func() {
			if err := os.MkdirAll(filepath.Dir(layout), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(layout, append(own, "<!-- changed -->"...), 0o644); err != nil {
				t.Fatal(err)
			}
		}, nil},
		{"another sentence", func() { edit(t, measure, "新词语 {#", "另一新词语 {#") }, []string{zh}},
	} {
		step.edit()
		var early map[string][]byte
		files, findings, err := v.Rebuild(t.Context(), []string{zh, en, "zh/index.html", "missing.html"}, func(some map[string][]byte) { early = some })
		if err != nil {
			t.Fatal(err)
		}
		want, err := Site(t.Context(), Options{Root: root})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(slices.Sorted(maps.Keys(want.Files)), slices.Sorted(maps.Keys(files))); diff != "" {
			t.Errorf("%s: other files:\n%s", step.name, diff)
		}
		for name, data := range want.Files {
			if string(files[name]) != string(data) {
				t.Errorf("%s: %s differs from that of a full build", step.name, name)
			}
		}
		for _, f := range want.Findings {
			if !slices.Contains(findings, f) {
				t.Errorf("%s: no finding %v", step.name, f)
			}
		}
		for _, name := range step.early {
			if string(early[name]) != string(want.Files[name]) || !strings.Contains(string(early[name]), "新词语") {
				t.Errorf("%s: %s was not shown early, or not as it is", step.name, name)
			}
		}
		if len(step.early) == 0 && len(early) > 0 {
			t.Errorf("%s: shown early without need: %q", step.name, slices.Sorted(maps.Keys(early)))
		}
	}
}
