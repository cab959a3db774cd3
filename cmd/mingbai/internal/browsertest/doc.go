// Package browsertest holds no code of the program: its tests build the
// repository's own site and look at it in a real browser, as its readers do.
// They need Chromium, a Chinese font, Java and npm, and install what is missing
// where they may; `go test -short` leaves them out.
package browsertest
