package browsertest

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// repository is the root of the project that the tests build: this one.
const repository = "../../../.."

// built is the repository's site, made once for all tests.
type built struct {
	files map[string][]byte
	pages []*site.Page
	site  *site.Site
	err   error
}

var builtOnce = sync.OnceValue(func() built {
	dir, err := os.MkdirTemp("", "mingbai-site-*")
	if err != nil {
		return built{err: err}
	}
	defer os.RemoveAll(dir)
	if err := copyProject(dir); err != nil {
		return built{err: err}
	}
	files, err := buildProject(context.Background(), dir)
	if err != nil {
		return built{err: err}
	}
	tree, _, err := content.Load(context.Background(), os.DirFS(filepath.Join(dir, "content")))
	if err != nil {
		return built{err: err}
	}
	lexicon, _, err := glossary.LoadLexicon(os.DirFS(dir), "seeds/lexicon.yaml")
	if err != nil {
		return built{err: err}
	}
	s, _ := site.New(tree, tree.Config.Clock, site.WithLexicon(lexicon))
	return built{files: files, pages: s.Pages, site: s}
})

// copyProject copies the repository's documents and content, which a test may
// change, into a folder. Layouts and assets are those in the program.
func copyProject(dir string) error {
	for _, name := range []string{"seeds", "content"} {
		from := filepath.Join(repository, name)
		if _, err := os.Stat(from); err != nil {
			return err
		}
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(from)); err != nil {
			return err
		}
	}
	return nil
}

// buildProject imports the documents of a project and builds its site, as
// `mingbai import` and `mingbai build` do.
func buildProject(ctx context.Context, dir string) (map[string][]byte, error) {
	imported, err := build.Import(ctx, build.Options{Root: dir})
	if err == nil {
		err = firstError(imported.Findings)
	}
	if err != nil {
		return nil, fmt.Errorf("import: %w", err)
	}
	result, err := build.Site(ctx, build.Options{Root: dir})
	if err == nil {
		err = firstError(result.Findings)
	}
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	return result.Files, nil
}

// firstError is the first finding that stops a build, as an error.
func firstError(findings []diag.Finding) error {
	for _, f := range findings {
		if f.Severity == diag.Error {
			return fmt.Errorf("%s (%d errors in all)", f, diag.Count(findings, diag.Error))
		}
	}
	return nil
}

// publishedSite is the repository's site in a folder and behind a server, for
// all tests; TestMain takes both away.
var publishedSite = struct {
	sync.Once
	place  place
	server *httptest.Server
	err    error
}{}

func publishSite(files map[string][]byte) {
	p := &publishedSite
	if p.place.dir, p.err = os.MkdirTemp("", "mingbai-public-*"); p.err != nil {
		return
	}
	if p.err = writeTo(p.place.dir, files); p.err == nil {
		p.server = httptest.NewServer(handler(files, nil))
		p.place.base = p.server.URL + subFolder
	}
}

func withdrawSite() {
	if publishedSite.server != nil {
		publishedSite.server.Close()
	}
	if publishedSite.place.dir != "" {
		os.RemoveAll(publishedSite.place.dir)
	}
}

// theSite is the repository's site, published. No test changes it.
func theSite(t *testing.T) (place, built) {
	t.Helper()
	needTools(t)
	b := builtOnce()
	if b.err != nil {
		t.Fatal(b.err)
	}
	publishedSite.Do(func() { publishSite(b.files) })
	if publishedSite.err != nil {
		t.Fatal(publishedSite.err)
	}
	return publishedSite.place, b
}

// samples are the paths of one page of each kind in each language, the longest
// of its kind, and the error page at the root. The page beside it leads on
// before one can look at it and has a test of its own.
func (b built) samples() []string {
	longest := map[string]string{}
	var order []string
	for _, p := range b.pages {
		key := string(p.Kind) + " " + string(p.Lang)
		if longest[key] == "" {
			order = append(order, key)
		}
		if len(b.files[p.URL]) > len(b.files[longest[key]]) {
			longest[key] = p.URL
		}
	}
	var names []string
	for _, key := range order {
		names = append(names, longest[key])
	}
	return append(names, "404.html")
}

// sample is the longest page of a kind in a language.
func (b built) sample(t *testing.T, kind site.Kind, lang plan.Lang) *site.Page {
	t.Helper()
	var found *site.Page
	for _, p := range b.pages {
		if p.Kind == kind && p.Lang == lang && (found == nil || len(b.files[p.URL]) > len(b.files[found.URL])) {
			found = p
		}
	}
	if found == nil {
		t.Fatalf("the site has no page of kind %s in %s", kind, lang)
	}
	return found
}

// Every kind of page that the site can have must be among the samples, or the
// tests below would pass over it in silence.
func TestSamplesAreOfEveryKind(t *testing.T) {
	_, b := theSite(t)
	for _, kind := range site.Kinds() {
		for _, lang := range []plan.Lang{plan.Zh, plan.En} {
			if p := b.sample(t, kind, lang); b.files[p.URL] == nil {
				t.Errorf("%s was not built", p.URL)
			}
		}
	}
}
