package publish

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// checkPaths refuses a set of files that no target could hold: none at all,
// a name that leads out, or one file where another needs a folder.
func checkPaths(files map[string][]byte) error {
	if len(files) == 0 {
		return refuse(nothingToPublish, "", nil)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		why := badPath(name)
		if why == nil {
			why = folderConflict(files, name)
		}
		if why != nil {
			return refuseText(pathNotAllowed, name, *why)
		}
	}
	return nil
}

// badPath says why a name cannot be that of a published file, or nil.
func badPath(name string) *diag.Text {
	switch {
	case !fs.ValidPath(name) || name == "." || !filepath.IsLocal(filepath.FromSlash(name)) || strings.Contains(name, `\`):
		return &diag.Text{En: "want a slash-separated path inside the site", Zh: "应为站点内以斜杠分隔的相对路径"}
	case strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return &diag.Text{En: "it has a control character", Zh: "路径中含有控制字符"}
	case strings.Contains(name, ownPrefix) && slices.ContainsFunc(strings.Split(name, "/"), isOwn):
		return &diag.Text{En: "names that begin with " + ownPrefix + " are kept for mingbai itself",
			Zh: "以 " + ownPrefix + " 开头的名称由 mingbai 自用"}
	}
	return nil
}

// isOwn tells bookkeeping and staged files by the last element of their path.
func isOwn(base string) bool { return strings.HasPrefix(base, ownPrefix) }

func folderConflict(files map[string][]byte, name string) *diag.Text {
	for dir := range ancestors(name) {
		if _, ok := files[dir]; ok {
			return fileInTheWay(dir)
		}
	}
	return nil
}

// fileInTheWay says that a folder's name is taken by a file.
func fileInTheWay(dir string) *diag.Text {
	return &diag.Text{En: "its folder " + dir + " is itself a file of the site",
		Zh: "其所在的文件夹 " + dir + " 同时又是站点中的文件"}
}

// ancestors gives the folders above a file, the nearest first.
func ancestors(name string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if !yield(dir) {
				return
			}
		}
	}
}

// rank groups files by when they may appear: what pages load, pages, and what
// announces pages to machines.
func rank(name string) int {
	base := path.Base(name)
	switch path.Ext(name) {
	case ".html":
		return 1
	case ".atom", ".rss":
		return 2
	}
	if base == "robots.txt" || base == "feed.xml" || strings.HasPrefix(base, "sitemap") {
		return 2
	}
	return 0
}

// sortForWriting orders files so that at every moment what a reader meets
// leads on to what exists: assets first, and deep pages before the pages that
// list them, the home page last.
func sortForWriting(names []string) {
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(
			cmp.Compare(rank(a), rank(b)),
			cmp.Compare(strings.Count(b, "/"), strings.Count(a, "/")),
			strings.Compare(a, b),
		)
	})
}

// sortForRemoval is the other way round: a stale page goes before its assets.
func sortForRemoval(names []string) {
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(b), rank(a)), strings.Compare(a, b))
	})
}
