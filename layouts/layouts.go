// Package layouts holds the HTML templates that the binary carries. A folder
// layouts/ in a project overrides them file by file.
package layouts

import "embed"

// FS holds every template; "all:" keeps names that begin with "_".
//
//go:embed all:*.html
var FS embed.FS
