package sourcetest

import (
	"fmt"
	"html"
	"strings"
	"unicode"
)

// Lengths of the pages that this package sets, in points: A4 with the margins of
// official documents.
const (
	Width, Height = 595.0, 842.0
	left, top     = 79.0, 105.0
	size, pitch   = 16.0, 28.0
	perLine       = 27 // characters
	perPage       = 22 // lines
)

// Placed is a line of text with its place on a page.
type Placed struct {
	X, Y float64 // y from the top
	Size float64
	Text string
}

// Set sets paragraphs as a word processor does: indented by two characters,
// broken where a line is full, with the number of the page at its foot.
func Set(paragraphs []string) [][]Placed {
	var pages [][]Placed
	y := top
	add := func(x float64, text string) {
		if len(pages) == 0 || y > top+pitch*(perPage-1) {
			pages = append(pages, nil)
			y = top
		}
		last := len(pages) - 1
		pages[last] = append(pages[last], Placed{x, y, size, text})
		y += pitch
	}
	for _, p := range paragraphs {
		x, room := left+2*size, perLine-2
		for runes := []rune(p); len(runes) > 0; {
			n := breakAt(runes, room)
			add(x, string(runes[:n]))
			runes = runes[n:]
			x, room = left, perLine
		}
	}
	for i := range pages {
		pages[i] = append(pages[i], Placed{Width/2 - size, Height - 60, size, fmt.Sprintf("-%d-", i+1)})
	}
	return pages
}

// breakAt gives how many characters go on a line of the given room. Latin ones
// take half; no line begins with a mark that closes, or ends within a number.
func breakAt(runes []rune, room int) int {
	used := 0
	for i, r := range runes {
		used += advance(r)
		if used > 2*room {
			for i > 1 && (strings.ContainsRune("，。、；：）》”％%", runes[i]) || strings.ContainsRune("（《“", runes[i-1]) || latin(runes[i]) && latin(runes[i-1])) {
				i--
			}
			return i
		}
	}
	return len(runes)
}

func latin(r rune) bool { return r < 0x80 && !unicode.IsSpace(r) }

// advance is the width of a character in halves of the size.
func advance(r rune) int {
	if r < 0x80 {
		return 1
	}
	return 2
}

// HTMLOf makes a web page of lines as package source gives them, within the
// furniture of a portal.
func HTMLOf(lines []string) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>青禾市人民政府</title></head><body>` +
		`<div class="nav"><a href="/">首页</a> <a href="/zwgk">政务公开</a></div><div id="UCAP-CONTENT">`)
	for i := 0; i < len(lines); {
		if !strings.Contains(lines[i], "\t") {
			b.WriteString("\n<p>　　" + html.EscapeString(lines[i]) + "</p>")
			i++
			continue
		}
		b.WriteString("\n<table>")
		for ; i < len(lines) && strings.Contains(lines[i], "\t"); i++ {
			b.WriteString("<tr><td>" + strings.ReplaceAll(html.EscapeString(lines[i]), "\t", "</td><td>") + "</td></tr>")
		}
		b.WriteString("</table>")
	}
	b.WriteString(`<p>【打印】【关闭】</p></div><div class="footer">主办：青禾市人民政府办公室</div></body></html>`)
	return b.String()
}
