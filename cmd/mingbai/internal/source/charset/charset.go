// Package charset finds out in which encoding a Chinese text was saved. A text
// file does not say so; a wrong guess turns a document into other characters
// without anybody noticing, so every guess is validated strictly and scored by
// how much the result looks like Chinese, and what is doubtful is told.
package charset

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// Guess is a text with the encoding that it was read from.
type Guess struct {
	Name    string // "UTF-8", "UTF-16LE", "UTF-16BE", "GB2312", "GBK", "GB18030", "Big5", or an HTML label
	Text    string
	Damaged int    // places that are not of this encoding; each is U+FFFD in Text
	Other   string // another encoding that is as likely, or ""
}

// ErrNoText is the error for bytes that are text in no encoding.
var ErrNoText = errors.New("not text in UTF-8, UTF-16, GB18030, GBK, GB2312 or Big5")

var marks = []struct {
	name string
	mark string
}{
	{utf8Name, "\xef\xbb\xbf"}, {utf16LE, "\xff\xfe"}, {utf16BE, "\xfe\xff"},
}

// margin is how much better the best guess must score than the next: the
// scores lie between -1 and 1, those of running text above 0.5.
const (
	margin  = 0.15
	chinese = 0.3 // what a text scores at least in its own encoding
)

// Detect finds the encoding of data.
func Detect(data []byte) (Guess, error) {
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(data, []byte(m.mark)); ok {
			return marked(m.name, rest)
		}
	}
	if ascii(data) {
		return Guess{Name: utf8Name, Text: string(data)}, nil
	}
	if name := interleaved(data); name != "" {
		return marked(name, data)
	}
	found := candidates(data)
	whole := slices.DeleteFunc(slices.Clone(found), func(c candidate) bool { return c.damaged > 0 })
	switch {
	case len(whole) > 0 && whole[0].score >= chinese:
		return choose(data, whole), nil
	case utf8.Valid(data): // another language, as no other encoding gives Chinese
		return Guess{Name: utf8Name, Text: string(data)}, nil
	}
	return mend(data, found)
}

// marked reads a text whose byte order mark names its encoding.
func marked(name string, data []byte) (Guess, error) {
	text, damaged, _ := decode(name, data)
	if tooDamaged(text, damaged) {
		return Guess{}, ErrNoText
	}
	return Guess{Name: name, Text: text, Damaged: damaged}, nil
}

// choose takes the best of the encodings that are possible without damage.
func choose(data []byte, found []candidate) Guess {
	best := found[0]
	g := Guess{Name: narrow(best.name, data), Text: best.text}
	switch {
	case len(found) > 1 && best.score-found[1].score < margin:
		g.Other = found[1].name
	case best.name != utf8Name && utf8.Valid(data): // rarely by chance, and then only a few characters
		g.Other = utf8Name
	}
	return g
}

// mend takes the encoding that leaves the fewest damaged places, where they
// are few.
func mend(data []byte, found []candidate) (Guess, error) {
	slices.SortStableFunc(found, func(a, b candidate) int { return a.damaged - b.damaged })
	for _, c := range found {
		if c.score >= chinese && !tooDamaged(c.text, c.damaged) {
			return Guess{Name: narrow(c.name, data), Text: c.text, Damaged: c.damaged}, nil
		}
	}
	return Guess{}, ErrNoText
}

// tooDamaged reports whether more than one character in fifty is none.
func tooDamaged(text string, damaged int) bool {
	return damaged*50 > strings.Count(text, "")
}

// interleaved names the form of UTF-16 in which every other byte, or nearly, is
// NUL, as in text of Latin letters without a byte order mark.
func interleaved(data []byte) string {
	var nul [2]int
	for i, b := range data {
		if b == 0 {
			nul[i%2]++
		}
	}
	switch {
	case len(data)%2 != 0 || (nul[0]+nul[1])*4 < len(data):
	case nul[0] == 0:
		return utf16LE
	case nul[1] == 0:
		return utf16BE
	}
	return ""
}

func ascii(data []byte) bool {
	return !slices.ContainsFunc(data, func(b byte) bool { return b >= 0x80 || b == 0 })
}

// Declared reads data in the encoding that a web page names. It gives false
// where the name is unknown or the bytes are not of that encoding.
func Declared(data []byte, label string) (Guess, bool) {
	enc, err := htmlindex.Get(label)
	if err != nil {
		return Guess{}, false
	}
	name, err := htmlindex.Name(enc)
	if err != nil {
		return Guess{}, false
	}
	if own, ok := ownNames[name]; ok {
		text, damaged, _ := decode(own, data)
		return Guess{Name: narrow(own, data), Text: text, Damaged: damaged}, damaged == 0
	}
	out, err := enc.NewDecoder().Bytes(data)
	text := string(out)
	return Guess{Name: name, Text: text}, err == nil && !strings.ContainsRune(text, '\ufffd')
}

// ownNames are the names of this package for those of the web's standard.
var ownNames = map[string]string{
	"utf-8": utf8Name, "gbk": gb18030, "gb18030": gb18030, "big5": big5, "utf-16le": utf16LE, "utf-16be": utf16BE,
}
