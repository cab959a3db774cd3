// Package sourcetest writes documents in the formats that package source reads,
// for tests.
package sourcetest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"
)

// Zip packs parts into an archive, in the order of their names.
func Zip(parts map[string]string) []byte {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(parts[name]))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return buf.Bytes()
}

const (
	wordNS   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`
	relNS    = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	relTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// Docx makes a Word document of the XML within its body and of further parts:
// "styles", "numbering", "footnotes", "endnotes", "comments", "header1",
// "footer1", each the XML within the root element.
func Docx(body string, parts map[string]string) []byte {
	files := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":         `<Relationships ` + relNS + `><Relationship Id="r1" Type="` + relTypes + `officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   wordPart("document", "<w:body>"+body+"</w:body>"),
	}
	var rels strings.Builder
	for i, name := range slices.Sorted(maps.Keys(parts)) {
		kind := strings.TrimRight(name, "0123456789")
		root := map[string]string{"header": "hdr", "footer": "ftr"}[kind]
		if root == "" {
			root = kind
		}
		files["word/"+name+".xml"] = wordPart(root, parts[name])
		fmt.Fprintf(&rels, `<Relationship Id="r%d" Type="%s%s" Target="%s.xml"/>`, i+1, relTypes, kind, name)
	}
	files["word/_rels/document.xml.rels"] = `<Relationships ` + relNS + `>` + rels.String() + `</Relationships>`
	return Zip(files)
}

func wordPart(root, inner string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:` + root + ` ` + wordNS + `>` + inner + `</w:` + root + `>`
}

// Para is the XML of a paragraph; props stands within its pPr.
func Para(text, props string) string {
	if props != "" {
		props = "<w:pPr>" + props + "</w:pPr>"
	}
	return "<w:p>" + props + Run(text) + "</w:p>"
}

// Run is the XML of a stretch of text.
func Run(text string) string {
	return `<w:r><w:t xml:space="preserve">` + html.EscapeString(text) + `</w:t></w:r>`
}

// Table is the XML of a table of plain cells.
func Table(rows ...[]string) string {
	var b strings.Builder
	b.WriteString("<w:tbl>")
	for _, row := range rows {
		b.WriteString("<w:tr>")
		for _, cell := range row {
			b.WriteString("<w:tc>" + Para(cell, "") + "</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
	return b.String()
}

// DocxOf makes a Word document of lines as package source gives them: rows of
// cells become tables.
func DocxOf(lines []string) []byte {
	var b strings.Builder
	for i := 0; i < len(lines); {
		var rows [][]string
		for ; i < len(lines) && strings.Contains(lines[i], "\t"); i++ {
			rows = append(rows, strings.Split(lines[i], "\t"))
		}
		if len(rows) > 0 {
			b.WriteString(Table(rows...))
			continue
		}
		b.WriteString(Para("　　"+lines[i], ""))
		i++
	}
	return Docx(b.String(), nil)
}
