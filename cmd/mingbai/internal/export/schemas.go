package export

import (
	"bytes"
	"fmt"

	"mingbai/cmd/mingbai/internal/schema"
	"mingbai/cmd/mingbai/internal/site"
)

// schemas are the published schemas of the data interface. Their ids are
// addresses where the site's address is known; else they are relative, which
// programs resolve from wherever they found the file.
func (e *exporter) schemas() (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, name := range schema.Names() {
		data, err := schema.Source(name)
		if err != nil {
			return nil, err
		}
		file := site.InterfaceSchema(name)
		if address := e.site.Absolute(file); address != "" {
			id := []byte(fmt.Sprintf("%q", name+".json"))
			data = bytes.Replace(data, id, []byte(fmt.Sprintf("%q", address)), 1)
		}
		files[file] = data
	}
	return files, nil
}
