// Package assets holds the style sheets, scripts and pictures that the binary
// carries. A folder assets/ in a project overrides them file by file.
package assets

import "embed"

// FS holds every asset under its path below assets/.
//
//go:embed all:css all:js all:img
var FS embed.FS
