package pdf

import (
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// encoding gives the character of each byte of a simple font.
func (f *file) encoding(o types.Object, base string) [256]string {
	d := f.dict(o)
	name := f.name(o)
	if d != nil {
		name = f.name(d["BaseEncoding"])
	}
	var table [256]string
	enc := charmap.Windows1252 // has all that the standard encoding has, mostly in its places
	if name == "MacRomanEncoding" {
		enc = charmap.Macintosh
	}
	symbolic := strings.Contains(base, "Symbol") || strings.Contains(base, "Dingbats") || strings.Contains(base, "Wingdings")
	for i := range table {
		if r := enc.DecodeByte(byte(i)); !symbolic && r >= ' ' && r != '\ufffd' {
			table[i] = string(r)
		}
	}
	at := 0
	for _, e := range f.array(f.entry(d, "Differences")) {
		if n, ok := f.number(e); ok {
			at = int(n)
			continue
		}
		if at >= 0 && at < len(table) {
			table[at] = glyphText(f.name(e))
		}
		at++
	}
	return table
}

// glyphText is the character of a glyph's name, or "".
func glyphText(name string) string {
	base, _, _ := strings.Cut(name, ".")
	if s, ok := glyphNames[base]; ok {
		return s
	}
	if len(base) == 1 {
		return base
	}
	for _, prefix := range []string{"uni", "u"} {
		if hex, ok := strings.CutPrefix(base, prefix); ok && len(hex) >= 4 && len(hex) <= 6 {
			if v, err := strconv.ParseUint(hex, 16, 32); err == nil {
				return string(rune(v))
			}
		}
	}
	return ""
}

// glyphNames are the names of what Chinese documents set in fonts of one byte:
// digits, punctuation and ligatures. Letters are named by themselves.
var glyphNames = map[string]string{
	"space": " ", "exclam": "!", "quotedbl": `"`, "numbersign": "#", "dollar": "$", "percent": "%", "ampersand": "&",
	"quotesingle": "'", "quoteright": "’", "quoteleft": "‘", "parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+",
	"comma": ",", "hyphen": "-", "minus": "−", "period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2", "three": "3",
	"four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<",
	"equal": "=", "greater": ">", "question": "?", "at": "@", "bracketleft": "[", "backslash": `\`, "bracketright": "]",
	"asciicircum": "^", "underscore": "_", "grave": "`", "braceleft": "{", "bar": "|", "braceright": "}", "asciitilde": "~",
	"quotedblleft": "“", "quotedblright": "”", "endash": "–", "emdash": "—", "bullet": "•", "ellipsis": "…", "degree": "°",
	"multiply": "×", "divide": "÷", "periodcentered": "·", "perthousand": "‰", "section": "§", "plusminus": "±",
	"fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "yen": "¥", "copyright": "©", "registered": "®",
}

// known is one of the encodings of composite fonts that the standard defines.
type known struct {
	split func([]byte) []rawCode
	text  func(rawCode) string
}

// predefined gives the encoding of a name such as GBK-EUC-H.
func predefined(name string) known {
	name = strings.TrimSuffix(strings.TrimSuffix(name, "-H"), "-V")
	switch {
	case strings.HasSuffix(name, "UTF16"), strings.HasSuffix(name, "UCS2"):
		return known{twoBytes, func(c rawCode) string { return string(rune(c.value)) }}
	case strings.HasPrefix(name, "GB"):
		return charset(simplifiedchinese.GB18030, 0x81)
	case strings.Contains(name, "B5") || strings.HasPrefix(name, "ETen"):
		return charset(traditionalchinese.Big5, 0x81)
	}
	return known{twoBytes, func(rawCode) string { return "" }}
}

// charset is an encoding in which bytes from lead on begin a character of two
// bytes, or of four where the second is a digit.
func charset(enc encoding.Encoding, lead byte) known {
	split := func(raw []byte) []rawCode {
		var out []rawCode
		for i := 0; i < len(raw); {
			size := 1
			if raw[i] >= lead && i+1 < len(raw) {
				size = 2
				if b := raw[i+1]; b >= '0' && b <= '9' && i+3 < len(raw) {
					size = 4
				}
			}
			c := rawCode{size: size}
			for _, b := range raw[i : i+size] {
				c.value = c.value<<8 | uint32(b)
			}
			out = append(out, c)
			i += size
		}
		return out
	}
	text := func(c rawCode) string {
		b := []byte{byte(c.value >> 24), byte(c.value >> 16), byte(c.value >> 8), byte(c.value)}[4-c.size:]
		s, err := enc.NewDecoder().Bytes(b)
		if err != nil {
			return ""
		}
		return string(s)
	}
	return known{split, text}
}
