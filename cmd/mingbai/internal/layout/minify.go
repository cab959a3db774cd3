package layout

import "github.com/tdewolff/minify/v2"

// Minifier is tdewolff/minify with the settings of a site.
type Minifier struct{ M *minify.M }

func (m *Minifier) whole(page []byte) ([]byte, error) { return m.M.Bytes("text/html", page) }
