package check_test

import (
	"os"
	"testing"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/site"
)

// ownProject is the root of this repository's own project.
const ownProject = "../../../.."

// ownTree is the content of this repository.
func ownTree(tb testing.TB) *content.Tree {
	tb.Helper()
	tree, _, err := content.Load(tb.Context(), os.DirFS(ownProject+"/content"))
	if err != nil {
		tb.Fatal(err)
	}
	return tree
}

// ownSite is the site of this repository with its finished files.
func ownSite(tb testing.TB) (*site.Site, map[string][]byte) {
	tb.Helper()
	lexicon, _, err := glossary.LoadLexicon(os.DirFS(ownProject), "seeds/lexicon.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	tree := ownTree(tb)
	s, _ := site.New(tree, tree.Config.Clock, site.WithLexicon(lexicon))
	built, err := build.Site(tb.Context(), build.Options{Root: ownProject})
	if err != nil {
		tb.Fatal(err)
	}
	return s, built.Files
}
