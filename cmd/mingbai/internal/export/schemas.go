package export

import (
	"bytes"
	"fmt"

	"mingbai/cmd/mingbai/internal/schema"
	"mingbai/cmd/mingbai/internal/site"
)

// schema is a published schema of the data interface. Its id is its address
// where the site's address is known; else it is relative, which programs resolve
// from wherever they found the file.
func (e *Exporter) schema(d site.Download) ([]byte, error) {
	data, err := schema.Source(d.Schema)
	if err != nil {
		return nil, err
	}
	if address := e.site.Absolute(d.Path); address != "" {
		id := fmt.Appendf(nil, "%q", d.Schema+".json")
		data = bytes.Replace(data, id, fmt.Appendf(nil, "%q", address), 1)
	}
	return data, nil
}
