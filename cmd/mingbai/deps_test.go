package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// module is the path of go.mod, ours the prefix of the internal packages.
const (
	module = "mingbai/"
	ours   = module + "cmd/mingbai/internal/"
)

// rule is what one package is for and what it may import. The standard
// library is free to all.
type rule struct {
	purpose string
	own     []string // of this module
	outside []string // import path of a library, or of a package above it
}

// policy is the statement of which way the data flows: what stands after
// content never sees the reader, what stands before it never sees a page. A
// package that is not listed fails the test, so that whoever adds one says
// here what it is for. Imports of tests are free.
var policy = map[string]rule{
	"cmd/mingbai": {
		purpose: "the command: flags, wiring, printing, exit codes",
		own: []string{"layouts", "assets", "diag", "zh", "plan", "glossary", "source", "parse", "content",
			"markdown", "site", "render", "publish", "check", "build", "serve", "review"},
		outside: []string{"github.com/spf13/cobra", "github.com/spf13/pflag", "golang.org/x/term", "golang.org/x/text/width"},
	},
	"layouts": {purpose: "the embedded templates"},
	"assets":  {purpose: "the embedded style sheets, scripts and pictures"},
	"diag": {
		purpose: "findings: codes, positions, sorted lists, text, JSON and SARIF",
		outside: []string{"golang.org/x/text/width"},
	},
	"zh":      {purpose: "Chinese text: numerals, dates and periods, width folding, list splitting"},
	"pattern": {purpose: "regular expressions that are compiled when they are first used"},
	"plan":    {purpose: "the typed model of a policy document", own: []string{"diag"}},
	"glossary": {
		purpose: "organizations, terms, interface words, names given by hand",
		own:     []string{"diag", "zh", "plan"},
		outside: []string{"go.yaml.in/yaml/v3"},
	},
	"source": {
		purpose: "bytes of a seed file to lines of text: tells formats apart, calls their readers",
		own: []string{"diag", "zh", "source/charset", "source/docx", "source/draft", "source/ofd", "source/pack",
			"source/page", "source/pdf", "source/webpage"},
	},
	"source/draft": {purpose: "what all readers share: lines, bounds, what was left out", own: []string{"diag"}},
	"source/charset": {
		purpose: "which encoding a text is in",
		own:     []string{"diag"},
		outside: []string{"golang.org/x/text/encoding"},
	},
	"source/pack": {
		purpose: "archives of XML, within bounds",
		own:     []string{"source/draft"},
		outside: []string{"golang.org/x/net/html/charset"},
	},
	"source/docx": {purpose: "Word documents", own: []string{"diag", "zh", "source/draft", "source/pack"}},
	"source/webpage": {
		purpose: "saved web pages",
		own:     []string{"diag", "pattern", "zh", "source/charset", "source/draft"},
		outside: []string{"golang.org/x/net/html"},
	},
	"source/page": {
		purpose: "characters placed on pages to paragraphs",
		own:     []string{"diag", "zh", "source/draft"},
		outside: []string{"golang.org/x/text/unicode/norm"},
	},
	"source/pdf": {
		purpose: "PDF files; pdfcpu reads their objects, with repair, limits and decryption kept up for years",
		own:     []string{"diag", "source/draft", "source/page"},
		outside: []string{"github.com/pdfcpu/pdfcpu/pkg/pdfcpu", "golang.org/x/text/encoding"},
	},
	"source/ofd":        {purpose: "OFD files", own: []string{"diag", "source/draft", "source/pack", "source/page"}},
	"source/sourcetest": {purpose: "tests alone: writes documents in every format"},
	"parse": {
		purpose: "lines to the model",
		own:     []string{"diag", "pattern", "zh", "plan", "glossary"},
		outside: []string{"github.com/mozillazg/go-pinyin"},
	},
	"review": {
		purpose: "the model beside its text, for a person who checks it",
		own:     []string{"diag", "plan"},
		outside: []string{"go.yaml.in/yaml/v3"},
	},
	"topic": {
		purpose: "words of a measure to audiences and kinds of benefit",
		own:     []string{"zh", "plan", "glossary"},
	},
	"content": {
		purpose: "the model to Markdown with front matter and back, merged with edits",
		own:     []string{"diag", "plan"},
		outside: []string{"github.com/adrg/frontmatter", "go.yaml.in/yaml/v3", "github.com/aymanbagabas/go-udiff",
			"golang.org/x/tools/txtar", "golang.org/x/sys/unix"},
	},
	"content/contenttest": {purpose: "tests alone: large content out of little", own: []string{"content"}},
	"markdown": {
		purpose: "goldmark, configured once for Chinese",
		outside: []string{"github.com/yuin/goldmark"},
	},
	"site": {
		purpose: "all content to pages: addresses, language pairs, indexes",
		own:     []string{"diag", "plan", "glossary", "content"},
		outside: []string{"golang.org/x/text/collate", "golang.org/x/text/language", "github.com/mozillazg/go-pinyin"},
	},
	"wording": {
		purpose: "the facts of the model in the words of a language",
		own:     []string{"plan", "glossary"},
	},
	"schema": {
		purpose: "the published schemas of the data interface, for programs and for people",
		own:     []string{"plan"},
	},
	"jsonld": {
		purpose: "what a page is about, in the words of schema.org",
		own:     []string{"plan", "glossary", "site", "wording"},
	},
	"export": {
		purpose: "the files for programs: iCalendar, CSV, XLSX, Atom, Akoma Ntoso, JSON",
		own:     []string{"plan", "glossary", "site", "wording", "schema"},
		// iCalendar with folding and escaping as the standard has it; the one kept library for workbooks.
		outside: []string{"github.com/arran4/golang-ical", "github.com/xuri/excelize/v2", "golang.org/x/sync/errgroup"},
	},
	"layout": {
		purpose: "html/template's escaped trees to programs that write the same, minified",
		outside: []string{"github.com/tdewolff/minify/v2", "github.com/tdewolff/parse/v2"},
	},
	"render": {
		purpose: "pages to finished files: layouts, minify, fingerprints",
		own:     []string{"diag", "plan", "glossary", "site", "markdown", "wording", "schema", "jsonld", "layout"},
		outside: []string{"github.com/tdewolff/minify/v2", "github.com/evanw/esbuild/pkg/api", "rsc.io/qr", "golang.org/x/net/html"},
	},
	"fragment": {
		purpose: "finished pages to pieces for a portal's editor",
		outside: []string{"github.com/andybalholm/cascadia", "github.com/tdewolff/parse/v2", "golang.org/x/net/html"},
	},
	"search": {
		purpose: "pages to the shards of a search index, and a searcher to measure it by",
		own:     []string{"diag", "zh"},
		outside: []string{"github.com/mozillazg/go-pinyin", "golang.org/x/text/unicode/norm", "golang.org/x/text/encoding/simplifiedchinese"},
	},
	"publish": {
		purpose: "finished files to a target, whole",
		own:     []string{"diag"},
		outside: []string{"github.com/gofrs/flock", "golang.org/x/sync/errgroup", "golang.org/x/sys/unix"},
	},
	"cache": {
		purpose: "what a build read and made, for the next one",
		own:     []string{"diag"},
		outside: []string{"golang.org/x/sync/errgroup", "golang.org/x/sys/unix"},
	},
	"depend": {
		purpose: "what each file of a site is made of",
		own:     []string{"plan", "content", "site", "cache"},
	},
	"check": {
		purpose: "the rules over content, site and finished HTML",
		own:     []string{"diag", "plan", "glossary", "content", "site"},
		outside: []string{"golang.org/x/net/html"},
	},
	"npmtest":     {purpose: "tests alone: programs of the npm registry to hold results against"},
	"browsertest": {purpose: "tests alone: the built site in a real browser"},
	"searchbench": {
		purpose: "for tests alone: judged queries and a large site to measure the search by",
		own:     []string{"search", "site"},
		outside: []string{"go.yaml.in/yaml/v3"},
	},
	"bench": {
		purpose: "a command: builds of mingbai measured beside those of Hugo, and over growing sites",
		own:     []string{"bench/compare", "bench/corpus", "bench/meter", "bench/multiply"},
	},
	"bench/compare": {
		purpose: "whether two builds are one site",
		outside: []string{"golang.org/x/net/html", "golang.org/x/sync/errgroup"},
	},
	"bench/corpus": {
		purpose: "a Hugo site to a project of mingbai with the same texts",
		outside: []string{"go.yaml.in/yaml/v3"},
	},
	"bench/meter":    {purpose: "what commands and servers take, and the floor below them"},
	"bench/multiply": {purpose: "a project with its documents many times"},
	"build": {
		purpose: "the order of the stages",
		own: []string{"layouts", "assets", "diag", "plan", "glossary", "source", "parse", "topic", "content",
			"markdown", "site", "search", "layout", "render", "export", "fragment", "publish", "check", "cache", "depend"},
		outside: []string{"golang.org/x/sync/errgroup"},
	},
	"serve": {
		purpose: "watch, rebuild, show over HTTP, reload",
		own:     []string{"diag"},
		outside: []string{"github.com/fsnotify/fsnotify", "golang.org/x/text"},
	},
}

// goPackage is what the test needs of the output of go list -json.
type goPackage struct {
	ImportPath string
	Standard   bool
	Imports    []string
}

// listPackages runs go list for the whole module.
func listPackages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Standard,Imports", module+"...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal("go list: ", err)
	}
	var pkgs []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			return pkgs
		}
		if err != nil {
			t.Fatal("go list: ", err)
		}
		pkgs = append(pkgs, p)
	}
}

// shortName is the name by which the policy knows a package of this module.
func shortName(path string) string {
	return strings.TrimPrefix(strings.TrimPrefix(path, ours), module)
}

// isStandard tells a package of the standard library, whose first path
// element has no dot; our own module's has none either.
func isStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && first+"/" != module
}

// allows reports whether the rule lets the package import path.
func (r rule) allows(path string) bool {
	if strings.HasPrefix(path, module) {
		return slices.Contains(r.own, shortName(path))
	}
	return isStandard(path) || slices.ContainsFunc(r.outside, func(lib string) bool {
		return path == lib || strings.HasPrefix(path, lib+"/")
	})
}

func TestImportPolicy(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range listPackages(t) {
		name := shortName(p.ImportPath)
		seen[name] = true
		r, ok := policy[name]
		if !ok {
			t.Errorf("package %s is not in the import policy: say there what it is for", name)
			continue
		}
		for _, path := range p.Imports {
			if !r.allows(path) {
				t.Errorf("package %s (%s) may not import %s", name, r.purpose, shortName(path))
			}
		}
	}
	for name := range policy {
		if !seen[name] {
			t.Errorf("the import policy lists %s, which does not exist", name)
		}
	}
}

// The policy itself may not hold a circle: whatever a package may import,
// directly or through others, may not import it.
func TestImportPolicyHasDirection(t *testing.T) {
	var reach func(name string, path []string)
	reach = func(name string, path []string) {
		if slices.Contains(path, name) {
			t.Fatalf("the import policy allows a circle: %s", strings.Join(append(path, name), " → "))
		}
		for _, next := range policy[name].own {
			if _, ok := policy[next]; !ok {
				t.Errorf("%s may import %s, which the policy does not list", name, next)
			}
			reach(next, append(slices.Clone(path), name))
		}
	}
	for name := range policy {
		reach(name, nil)
	}
}

// The architecture page must name every package, or readers lose their way.
func TestArchitecturePageNamesEveryPackage(t *testing.T) {
	page, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range policy {
		if name != "cmd/mingbai" && !strings.Contains(string(page), "`"+name+"`") {
			t.Errorf("README.md does not name the package %s", name)
		}
	}
}
