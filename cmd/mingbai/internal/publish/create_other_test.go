//go:build !unix

package publish

import "io/fs"

// markOf is the mark of a file that was looked at.
func markOf(info fs.FileInfo) Mark { return Mark{MTime: info.ModTime().UnixNano()} }
