package serve

import (
	"path/filepath"
	"strings"
)

// scratchPatterns are names, as of filepath.Match, that editors and file
// managers use for files of their own; the site never contains one.
var scratchPatterns = []string{
	"*~",                // backups of vim, Emacs, gedit
	".*.sw?", ".*.sw?x", // vim's swap files
	"4913",             // vim tries with it whether it may write
	".goutputstream-*", // GLib programs, before they rename
	"~$*", ".~*",       // locks of WPS Office, Microsoft Office, LibreOffice
	".#*", "#*#", // locks and automatic saves of Emacs
	"*.tmp", "*.crswap", // WPS and Office before they rename; Chromium
	".DS_Store", "Thumbs.db", // file managers
	".git",
}

// isScratch reports whether a file or folder of this name is none of ours.
func isScratch(name string) bool {
	base := filepath.Base(name)
	for _, pattern := range scratchPatterns {
		// The patterns are constants, and a test tries each.
		if ok, _ := filepath.Match(pattern, base); ok {
			return true
		}
	}
	return false
}

// within reports whether name is dir or stands below it.
func within(name, dir string) bool {
	rest, ok := strings.CutPrefix(name, strings.TrimSuffix(dir, string(filepath.Separator)))
	return ok && (rest == "" || rest[0] == filepath.Separator)
}
