package source

import (
	"bytes"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/source/pack"
)

// Format is a kind of file, as its content shows and not its name.
type Format string

// The formats that are read.
const (
	Plain    Format = "txt"
	Markdown Format = "md"
	HTML     Format = "html"
	Word     Format = "docx"
	PDF      Format = "pdf"
	OFD      Format = "ofd"
)

// Formats that are told apart and refused, each with advice of its own.
const (
	oldWord   Format = "doc"
	locked    Format = "encrypted Office document"
	richText  Format = "rtf"
	webFolder Format = "mht"
	sheet     Format = "spreadsheet"
	slides    Format = "presentation"
	openText  Format = "odt"
	wordXML   Format = "Word XML"
	picture   Format = "picture"
	archive   Format = "archive"
	program   Format = "program"
	otherFile Format = "unknown"
)

// endings gives the file name endings of each format that is read.
var endings = map[string]Format{
	".txt": Plain, ".md": Markdown, ".html": HTML, ".htm": HTML, ".docx": Word, ".pdf": PDF, ".ofd": OFD,
}

// magics are the first bytes by which files are known.
var magics = []struct {
	prefix string
	format Format
}{
	{"PK\x03\x04", archive}, {"PK\x05\x06", archive},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", oldWord},
	{"{\\rtf", richText},
	{"\x89PNG\r\n\x1a\n", picture}, {"\xff\xd8\xff", picture}, {"GIF8", picture},
	{"II*\x00", picture}, {"MM\x00*", picture}, {"RIFF", picture}, {"BM", picture},
	{"Rar!\x1a\x07", archive}, {"7z\xbc\xaf\x27\x1c", archive}, {"\x1f\x8b", archive}, {"BZh", archive},
	{"\xfd7zXZ\x00", archive},
	{"MZ", program}, {"\x7fELF", program},
}

// head is how much of a file is searched for what tells its kind.
const head = 4096

// identify tells the kind of a file by its content; name decides only between
// kinds of plain text.
func identify(name string, data []byte) Format {
	start := letters(data[:min(len(data), head)])
	if i := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")); i >= 0 && printable(data[:i]) {
		return PDF
	}
	for _, m := range magics {
		word := len(m.prefix) <= 4 && m.prefix[0] < 0x80 // a text may begin with it
		if bytes.HasPrefix(data, []byte(m.prefix)) && (!word || binary(data)) {
			return container(m.format, data)
		}
	}
	lower := bytes.ToLower(start)
	switch {
	case bytes.HasPrefix(lower, []byte("{\\rtf")):
		return richText
	case bytes.HasPrefix(lower, []byte("mime-version:")), bytes.HasPrefix(lower, []byte("from: ")) && bytes.Contains(lower, []byte("\nmime-version:")):
		return webFolder
	case bytes.HasPrefix(lower, []byte("<?xml")) && bytes.Contains(lower, []byte("word.document")):
		return wordXML
	case markup(lower):
		return HTML
	}
	if f := endings[ending(name)]; f == Markdown || f == HTML && hasTag(lower) {
		return f
	}
	return Plain
}

// letters is the beginning of a text without byte order mark, the space at its
// start and the NULs of UTF-16.
func letters(data []byte) []byte {
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		data = bytes.TrimPrefix(data, []byte(mark))
	}
	return bytes.TrimLeft(bytes.ReplaceAll(data, []byte{0}, nil), "\t\n\f\r ")
}

// container tells the kinds of archives and of old Office files apart.
func container(format Format, data []byte) Format {
	switch {
	case format == oldWord:
		return oldOffice(data)
	case format == archive && bytes.HasPrefix(data, []byte("PK")):
		return zipped(data)
	}
	return format
}

// oldOffice tells by the names of its streams, which are UTF-16, what an OLE
// compound file holds.
func oldOffice(data []byte) Format {
	switch {
	case holds(data, "EncryptedPackage"):
		return locked
	case holds(data, "Workbook"):
		return sheet
	case holds(data, "PowerPoint Document"):
		return slides
	}
	return oldWord
}

func holds(data []byte, stream string) bool {
	wide := make([]byte, 0, 2*len(stream))
	for i := range len(stream) {
		wide = append(wide, stream[i], 0)
	}
	return bytes.Contains(data, wide)
}

// zipped tells what an archive holds. One that is cut off is told by the names
// of its parts, which stand before each.
func zipped(data []byte) Format {
	has := func(name string) bool { return bytes.Contains(data, []byte(name)) }
	if a, err := pack.Open(data); err == nil {
		has = func(name string) bool {
			return slices.ContainsFunc(a.Names(), func(n string) bool { return strings.HasPrefix(n, strings.ToLower(name)) })
		}
	}
	switch {
	case has("OFD.xml"):
		return OFD
	case has("word/"):
		return Word
	case has("xl/"):
		return sheet
	case has("ppt/"):
		return slides
	case has("mimetype") && has("content.xml"):
		return openText
	}
	return archive
}

// markup reports whether a text, in lower case, begins as a web page does.
func markup(lower []byte) bool {
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<meta"} {
		if bytes.HasPrefix(lower, []byte(tag)) {
			return true
		}
	}
	return (bytes.HasPrefix(lower, []byte("<?xml")) || bytes.HasPrefix(lower, []byte("<!--"))) && bytes.Contains(lower, []byte("<html"))
}

// hasTag reports whether there is anything like a tag at all.
func hasTag(text []byte) bool {
	for i, c := range text {
		if c == '<' && i+1 < len(text) && (text[i+1] >= 'a' && text[i+1] <= 'z' || text[i+1] == '!') {
			return true
		}
	}
	return false
}

// binary reports whether the beginning of a file holds what no text does.
func binary(data []byte) bool { return !printable(data[:min(len(data), 64)]) }

func printable(data []byte) bool {
	return !slices.ContainsFunc(data, func(b byte) bool { return b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' })
}
