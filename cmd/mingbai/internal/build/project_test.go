package build

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOpenRefusesWhatIsNoProject(t *testing.T) {
	if _, err := open(Options{Root: t.TempDir()}); !errors.Is(err, ErrNoProject) {
		t.Errorf("got %v, want ErrNoProject", err)
	}
}

// A folder of the project that leads elsewhere is refused before anything is
// read or written through it; one that leads to another folder inside is not.
func TestOpenRefusesFoldersOutside(t *testing.T) {
	for _, c := range []struct {
		name, link, target, want string
	}{
		{"out of the project", "content", "../outside", "leads out of the project"},
		{"absolute", "public", "/", "leads out of the project"},
		{"nowhere", "layouts", "missing", "leads out of the project or cannot be read"},
		{"inside", "public", "build", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			root := filepath.Join(dir, "project")
			for _, folder := range []string{"project/seeds", "project/build", "outside"} {
				if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Symlink(c.target, filepath.Join(root, c.link)); err != nil {
				t.Fatal(err)
			}
			p, err := open(Options{Root: root})
			if err == nil {
				p.close()
			}
			switch {
			case c.want == "" && err != nil:
				t.Errorf("refused: %v", err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.link+": "+c.want)):
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestOpenRefusesFileAsFolder(t *testing.T) {
	root := t.TempDir()
	for name, data := range map[string]string{"seeds": "", "content": ""} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := open(Options{Root: root}); err == nil || !strings.Contains(err.Error(), "want a folder, found a file") {
		t.Errorf("got %v", err)
	}
}

// TestCataloguesAreCurrent keeps the catalogues of this repository in step with
// its document, names and words: "mingbai import" renews them.
func TestCataloguesAreCurrent(t *testing.T) {
	ts, _, err := Translations(t.Context(), Options{Root: "../../../.."})
	if err != nil {
		t.Fatal(err)
	}
	if len(ts) != 3 {
		t.Errorf("%d catalogues, want two of the document and that of names", len(ts))
	}
	for _, c := range ts {
		if n := c.Catalogue.Count(); c.Changed() || n.Missing > 0 || n.Fuzzy > 0 {
			t.Errorf("%s is not current or not whole: %+v", c.File, n)
		}
	}
}
