package render

import (
	"fmt"

	"mingbai/cmd/mingbai/internal/site"
)

// Download is a file for programs.
type Download struct {
	Href string
	Type string // media type
	Code string // ending of its name
	Name string // what it is, in words
	Path string // below the root of the site
	Size string // in words; "" where it is not known
}

// downloads are files for programs as links of the page.
func (p *pager) downloads(all []site.Download) []Download {
	var out []Download
	for _, d := range all {
		out = append(out, Download{
			Href: p.place.to(d.Path), Type: d.Format.MediaType(), Code: string(d.Format),
			Name: p.say("data.format." + string(d.Format)), Path: d.Path, Size: sizeText(p.sizes[d.Path]),
		})
	}
	return out
}

// sizeText says a size as people do; "" for none.
func sizeText(bytes int) string {
	switch {
	case bytes == 0:
		return ""
	case bytes < 1<<20:
		return fmt.Sprintf("%d KB", (bytes+1<<10-1)>>10)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20))
}
