package charset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

const (
	utf8Name = "UTF-8"
	utf16LE  = "UTF-16LE"
	utf16BE  = "UTF-16BE"
	gb18030  = "GB18030"
	big5     = "Big5"
)

// encodings that can be guessed, the commonest first.
var encodings = []struct {
	name string
	enc  encoding.Encoding
}{
	{utf8Name, nil},
	{gb18030, simplifiedchinese.GB18030},
	{big5, traditionalchinese.Big5},
	{utf16LE, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{utf16BE, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
}

// candidate is what a text would be in one encoding.
type candidate struct {
	name    string
	text    string
	damaged int
	score   float64
}

// candidates decodes data in every encoding, the likeliest first.
func candidates(data []byte) []candidate {
	var out []candidate
	for _, e := range encodings {
		text, damaged, ok := decode(e.name, data)
		if ok {
			out = append(out, candidate{e.name, text, damaged, score(text)})
		}
	}
	slices.SortStableFunc(out, func(a, b candidate) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	return out
}

// decode reads data in the encoding, with U+FFFD for what is not of it; ok is
// false where that is plain from the length alone.
func decode(name string, data []byte) (text string, damaged int, ok bool) {
	if (name == utf16LE || name == utf16BE) && len(data)%2 != 0 {
		return "", 0, false
	}
	for _, e := range encodings {
		if e.name != name {
			continue
		}
		if e.enc == nil {
			return decodeUTF8(data)
		}
		out, err := e.enc.NewDecoder().Bytes(data)
		if err != nil {
			return "", 0, false
		}
		text = string(out)
		return text, strings.Count(text, "\ufffd") - genuine(name, data), true
	}
	return "", 0, false
}

func decodeUTF8(data []byte) (string, int, bool) {
	if utf8.Valid(data) {
		return string(data), 0, true
	}
	var b strings.Builder
	damaged := 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			damaged++
		}
		b.WriteRune(r)
		data = data[size:]
	}
	return b.String(), damaged, true
}

// genuine counts the replacement characters that the text itself holds: they
// are damage from before, and as such no sign against the encoding.
func genuine(name string, data []byte) int {
	replacement := map[string]string{gb18030: "\x84\x31\xa4\x37", utf16LE: "\xfd\xff", utf16BE: "\xff\xfd"}[name]
	if replacement == "" {
		return 0
	}
	n := strings.Count(string(data), replacement)
	if name == gb18030 {
		return n
	}
	n = 0
	for i := 0; i+1 < len(data); i += 2 {
		if string(data[i:i+2]) == replacement {
			n++
		}
	}
	return n
}

// narrow names the oldest of the three Chinese standards, each of which
// contains the one before, that has all characters of the text.
func narrow(name string, data []byte) string {
	if name != gb18030 {
		return name
	}
	narrowest := "GB2312"
	for i := 0; i < len(data); {
		lead := data[i]
		switch {
		case lead < 0x80:
			i++
			continue
		case i+1 >= len(data):
			return narrowest
		case data[i+1] >= '0' && data[i+1] <= '9':
			return gb18030
		case lead < 0xa1 || lead > 0xf7 || data[i+1] < 0xa1:
			narrowest = "GBK"
		}
		i += 2
	}
	return narrowest
}
