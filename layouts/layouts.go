// Package layouts holds the HTML templates that the binary carries. A folder
// layouts/ in a project overrides them file by file.
//
// base.html is the frame of every page, KIND.html the main part of a kind of
// page, choice.html the pages at the root. A part that others use begins with
// "_"; its first line says what it is given. t gives an interface word; what
// else a layout may show is described with the types of package render.
package layouts

import "embed"

// FS holds every template; "all:" keeps names that begin with "_".
//
//go:embed all:*.html
var FS embed.FS
