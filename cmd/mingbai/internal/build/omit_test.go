package build

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/content"
)

// A site without any one of its parts, and without all of them, is whole: no
// link leads nowhere, and nothing asks for what was left out but the one finding
// in site.yaml.
func TestSiteWithoutParts(t *testing.T) {
	root := newProject(t)
	whole := built(t, Options{Root: root})
	known := map[string]bool{}
	for _, f := range whole.Findings {
		known[f.Code] = true
	}
	all := ""
	for _, part := range content.Parts() {
		all += ", " + string(part)
		t.Run(string(part), func(t *testing.T) {
			files := without(t, root, string(part), known)
			within := []content.Part{content.PortalTagsPart, content.AnyLanguagePart, content.MentionsPart}
			if !slices.Contains(within, part) && len(files) >= len(whole.Files) {
				t.Errorf("nothing is left out")
			}
		})
	}
	t.Run("all", func(t *testing.T) {
		files := without(t, root, all[2:], known)
		for _, name := range slices.Sorted(maps.Keys(files)) {
			switch folder, rest, _ := strings.Cut(name, "/"); {
			case folder == "assets" || rest == "index.html" || name == "index.html":
			case strings.HasPrefix(rest, "departments/") || strings.HasPrefix(rest, "small-shops-2024/"):
			default:
				t.Errorf("%s was made", name)
			}
		}
		if page := string(files["zh/index.html"]); strings.Contains(page, "SiteName") || strings.Contains(page, `role="search"`) {
			t.Errorf("tags or search on the home page:\n%s", page)
		}
	})
}

// without is the files of the project built without parts.
func without(t *testing.T, root, parts string, known map[string]bool) map[string][]byte {
	t.Helper()
	name := filepath.Join(root, "content", "site.yaml")
	config, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(slices.Clone(config), "omit: ["+parts+"]\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.WriteFile(name, config, 0o644); err != nil {
			t.Error(err)
		}
	})
	r, err := Site(t.Context(), Options{Root: root})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		if f.Code != "C503" && !known[f.Code] {
			t.Errorf("finding: %v", f)
		}
	}
	return r.Files
}
