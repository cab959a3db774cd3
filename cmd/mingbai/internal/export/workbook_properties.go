package export

import (
	"time"

	"mingbai/cmd/mingbai/internal/site"
)

// properties say what the workbook is. Its times are those of the documents,
// so that the same facts make the same bytes. The part is written here, since
// some programs know its elements only with the usual prefix, which excelize
// leaves out.
func (b *workbook) properties(revised time.Time) error {
	data, err := b.coreProperties(revised)
	b.file.Pkg.Store(propertiesPart, data)
	return err
}

func (b *workbook) coreProperties(revised time.Time) ([]byte, error) {
	when := func(name string) *node {
		return el("dcterms:"+name, "xsi:type", "dcterms:W3CDTF").add(revised.Format(time.RFC3339))
	}
	author := site.NameOf(b.site.Config.Name, b.lang).Text
	return document(el("cp:coreProperties",
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
	).add(
		el("dc:title").add(b.title), el("dc:creator").add(author), el("dc:description").add(b.say("data.note")),
		el("dc:language").add(tags[b.lang]), el("cp:lastModifiedBy").add(author), when("created"), when("modified"),
	))
}

// stampOf is when the newest of the tasks' documents was last revised.
func stampOf(rows []task) time.Time {
	newest := time.Unix(0, 0).UTC()
	var last *site.Document
	for _, row := range rows {
		if doc := row.measure.Plan.Document; doc != last {
			last = doc
			if t := stamp(doc); t.After(newest) {
				newest = t
			}
		}
	}
	return newest
}
