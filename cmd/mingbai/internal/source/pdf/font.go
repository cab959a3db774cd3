package pdf

import (
	"sort"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// font turns the bytes of a string into characters.
type font struct {
	unit    float64 // of widths, in units of text: 1/1000 but for fonts drawn in the file
	split   func([]byte) []rawCode
	text    func(rawCode) string
	width   func(rawCode) float64
	unicode *cmap
}

// rawCode is a code of a string: one to four bytes.
type rawCode struct {
	value uint32
	size  int
}

// code is a character of a string.
type code struct {
	text  string // "" where the font does not say
	width float64
	space bool // the code 32 of one byte, which word spacing widens
}

func (f *font) decode(raw []byte) []code {
	var out []code
	for _, c := range f.split(raw) {
		text := ""
		if f.unicode != nil {
			text = f.unicode.text(c)
		}
		if text == "" || text == "\x00" || text == "\ufffd" {
			text = f.text(c)
		}
		out = append(out, code{text, f.width(c), c.size == 1 && c.value == ' '})
	}
	return out
}

// font gives a font of the resources, each read once.
func (f *file) font(resources types.Dict, name string) *font {
	all := f.dict(f.entry(resources, "Font"))
	var ref types.Object
	if all != nil {
		ref = all[name]
	}
	d := f.dict(ref)
	if d == nil {
		return nil
	}
	n := refNumber(ref)
	if found := f.fonts[n]; n > 0 && found != nil {
		return found
	}
	out := f.readFont(d)
	if f.fonts == nil {
		f.fonts = map[int]*font{}
	}
	if n > 0 {
		f.fonts[n] = out
	}
	return out
}

func (f *file) readFont(d types.Dict) *font {
	out := &font{unit: 0.001}
	if data, err := f.stream(d["ToUnicode"]); err == nil && data != nil {
		out.unicode = readCMap(data)
	}
	if f.name(d["Subtype"]) == "Type0" {
		f.composite(out, d)
		return out
	}
	f.simple(out, d)
	return out
}

// simple reads a font of one byte for each character.
func (f *file) simple(out *font, d types.Dict) {
	out.split = func(raw []byte) []rawCode {
		codes := make([]rawCode, len(raw))
		for i, b := range raw {
			codes[i] = rawCode{uint32(b), 1}
		}
		return codes
	}
	table := f.encoding(d["Encoding"], f.name(d["BaseFont"]))
	out.text = func(c rawCode) string { return table[byte(c.value)] }
	if f.name(d["Subtype"]) == "Type3" {
		if m, ok := matrixOf(f.numbers(d["FontMatrix"])); ok {
			out.unit = m.across()
		}
	}
	first, _ := f.number(d["FirstChar"])
	widths := f.numbers(d["Widths"])
	missing, ok := f.number(f.entry(f.dict(d["FontDescriptor"]), "MissingWidth"))
	if !ok {
		missing = 500 // about that of the standard fonts, whose widths are not in the file
	}
	out.width = func(c rawCode) float64 {
		if i := int(c.value) - int(first); i >= 0 && i < len(widths) {
			return widths[i]
		}
		return missing
	}
}

// composite reads a font of several bytes for each character.
func (f *file) composite(out *font, d types.Dict) {
	var child types.Dict
	if kids := f.array(d["DescendantFonts"]); len(kids) > 0 {
		child = f.dict(kids[0])
	}
	widths := f.wideWidths(child)
	if name := f.name(d["Encoding"]); name != "" && name != "Identity-H" && name != "Identity-V" {
		known := predefined(name)
		out.split, out.text = known.split, known.text
		out.width = func(c rawCode) float64 {
			if c.value < 0x80 {
				return 500
			}
			return widths.usual
		}
		return
	}
	out.split, out.text = twoBytes, func(rawCode) string { return "" }
	number := func(c rawCode) int { return int(c.value) }
	if data, err := f.stream(d["Encoding"]); err == nil && data != nil {
		m := readCMap(data)
		out.split, number = m.split, m.number
	}
	out.width = func(c rawCode) float64 { return widths.at(number(c)) }
}

func twoBytes(raw []byte) []rawCode {
	var out []rawCode
	for i := 0; i+1 < len(raw); i += 2 {
		out = append(out, rawCode{uint32(raw[i])<<8 | uint32(raw[i+1]), 2})
	}
	return out
}

// wideWidths are the widths of a composite font, by ranges.
type wideWidths struct {
	usual  float64
	ranges []widthRange
}

type widthRange struct {
	from, to int
	width    float64
}

// maxWidths bounds what a font may list.
const maxWidths = 100_000

func (f *file) wideWidths(d types.Dict) wideWidths {
	w := wideWidths{usual: 1000}
	if n, ok := f.number(f.entry(d, "DW")); ok {
		w.usual = n
	}
	list := f.array(f.entry(d, "W"))
	for i := 0; i+1 < len(list) && len(w.ranges) < maxWidths; {
		from, _ := f.number(list[i])
		if each := f.numbers(list[i+1]); each != nil {
			for k, v := range each {
				w.ranges = append(w.ranges, widthRange{int(from) + k, int(from) + k, v})
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			break
		}
		to, _ := f.number(list[i+1])
		v, _ := f.number(list[i+2])
		w.ranges = append(w.ranges, widthRange{int(from), int(to), v})
		i += 3
	}
	sort.SliceStable(w.ranges, func(a, b int) bool { return w.ranges[a].from < w.ranges[b].from })
	return w
}

func (w wideWidths) at(n int) float64 {
	i := sort.Search(len(w.ranges), func(i int) bool { return w.ranges[i].from > n }) - 1
	if i >= 0 && n <= w.ranges[i].to {
		return w.ranges[i].width
	}
	return w.usual
}
