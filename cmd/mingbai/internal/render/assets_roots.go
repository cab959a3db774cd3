package render

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
)

// importForm finds what files seem to import: also where that stands in a
// comment, and never an address that a script makes.
var importForm = regexp.MustCompile(`(?:@import|import|from)\s*(?:url\()?\s*["'](\.\.?/[^"']+)["']`)

// likelyRoots are the files that no other one seems to import. The bundler makes
// a whole of each file that it is given, and most of ours are parts.
func likelyRoots(fsys fs.FS, files []string) []string {
	parts := map[string]bool{}
	for _, name := range files {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return files // the bundler tells of it
		}
		for _, m := range importForm.FindAllSubmatch(data, -1) {
			parts[path.Join(path.Dir(name), string(m[1]))] = true
		}
	}
	roots := slices.DeleteFunc(slices.Clone(files), func(name string) bool { return parts[name] })
	if len(roots) == 0 { // they import each other
		return files
	}
	return roots
}
