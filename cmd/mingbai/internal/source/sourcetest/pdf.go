package sourcetest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// PDFFont is what a PDF file says of its font: the objects that follow it.
type PDFFont struct {
	Encoding string // of the codes: "Identity-H" or one that the standard defines
	Unmapped bool   // without a table of characters
}

// PDF makes a PDF file of the content of its pages. The font F1 is a composite
// one whose codes are UTF-16; I1 is a picture.
func PDF(font PDFFont, contents ...string) []byte {
	toUnicode := "/ToUnicode 6 0 R"
	if font.Unmapped {
		toUnicode = ""
	}
	if font.Encoding == "" {
		font.Encoding = "Identity-H"
	}
	kids := ""
	for i := range contents {
		kids += fmt.Sprintf("%d 0 R ", 8+2*i)
	}
	cmap := "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange"
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 %g %g]/Resources<</Font<</F1 3 0 R>>/XObject<</I1 7 0 R>>>>>>", kids, len(contents), Width, Height),
		fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/%s/DescendantFonts[4 0 R]%s>>", font.Encoding, toUnicode),
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R/DW 1000/W[32 126 500]>>",
		"<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
		stream(cmap, ""),
		stream("\x00", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"),
	}
	for i, c := range contents {
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", 9+2*i), stream(c, ""))
	}
	return pdfFile(objects)
}

func stream(data, dict string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", dict, len(data), data)
}

func pdfFile(objects []string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// Show is the content that draws lines.
func Show(lines []Placed) string {
	var b strings.Builder
	b.WriteString("BT\n")
	for _, p := range lines {
		fmt.Fprintf(&b, "/F1 %g Tf 1 0 0 1 %g %g Tm <%s> Tj\n", p.Size, p.X, Height-p.Y, Hex(p.Text))
	}
	b.WriteString("ET\n")
	return b.String()
}

// Hex is a text as codes of the font F1.
func Hex(text string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// PDFOf makes a PDF file of set pages.
func PDFOf(pages [][]Placed) []byte {
	var contents []string
	for _, p := range pages {
		contents = append(contents, Show(p))
	}
	return PDF(PDFFont{}, contents...)
}
