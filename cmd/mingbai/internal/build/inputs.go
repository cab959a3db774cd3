package build

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/cache"
)

// read are the folders whose content a build depends on.
var read = []string{contentDir, seedsDir, layoutsDir, assetsDir}

// ignored tells files that nobody reads: what editors and tools leave behind.
func ignored(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(name, contentDir+"/") && (strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~"))
}

// everywhere is the sum of all that every file depends on beside program and
// options: configuration, layouts, assets, and the words that topics and
// searches have.
func everywhere(inputs []cache.Input) cache.Sum {
	var sum []byte
	for _, in := range inputs {
		if isEverywhere(in.Path) {
			sum = append(append(append(sum, in.Path...), 0), in.Sum[:]...)
		}
	}
	return cache.SumOf(sum)
}

func isEverywhere(name string) bool {
	switch name {
	case contentDir + "/site.yaml", seedsDir + "/" + lexiconFile, seedsDir + "/" + synonymsFile:
		return true
	}
	return strings.HasPrefix(name, layoutsDir+"/") || strings.HasPrefix(name, assetsDir+"/")
}

// steady reports whether what every file depends on is as it was found at the
// beginning. Layouts and words that changed while they were being read are not
// those of the sums: no unit of theirs may be taken over, even when they become
// again what they were.
func steady(root string, inputs []cache.Input) bool {
	for _, folder := range []string{layoutsDir, assetsDir, seedsDir} {
		known := slices.ContainsFunc(inputs, func(in cache.Input) bool { return in.Path == folder+"/" })
		if _, err := os.Lstat(filepath.Join(root, folder)); err == nil && !known {
			return false
		}
	}
	return cache.Unmoved(root, inputs, isEverywhere)
}

// readAnyway tells what a build reads even where it knows it: all but the
// content.
func readAnyway(name string) bool { return !strings.HasPrefix(name, contentDir+"/") }
