package publish

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
)

// A site has hundreds of thousands of files, and every build reads and writes
// their list. The form that encodeList writes is read without the JSON library,
// which reads everything else.

// appendEntry writes an entry as the JSON library would.
func appendEntry(b []byte, e Entry) []byte {
	b = append(b, `{"path":`...)
	if isPlain(e.Path) {
		b = append(append(append(b, '"'), e.Path...), '"')
	} else {
		quoted, _ := json.Marshal(e.Path) // a string: cannot fail
		b = append(b, quoted...)
	}
	b = strconv.AppendInt(append(b, `,"size":`...), e.Size, 10)
	return append(append(append(b, `,"sha256":"`...), e.SHA256...), `"}`...)
}

// isPlain reports whether JSON writes a text as it is.
func isPlain(s string) bool {
	for i := range len(s) {
		if !isPlainByte(s[i]) {
			return false
		}
	}
	return true
}

func isPlainByte(c byte) bool {
	return c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&'
}

// quickList reads a list of exactly the form that encodeList writes.
func quickList(data []byte, schema string) ([]Entry, bool) {
	text := string(data)
	text, ok := strings.CutPrefix(text, fmt.Sprintf("{\"schema\":%q,\"files\":[\n", schema))
	if !ok {
		return nil, false
	}
	text, ok = strings.CutSuffix(text, "\n]}\n")
	if !ok {
		return nil, false
	}
	entries := make([]Entry, 0, 1+strings.Count(text, "\n"))
	for line := range strings.SplitSeq(text, ",\n") {
		e, ok := quickEntry(line)
		if !ok {
			return nil, false
		}
		entries = append(entries, e)
	}
	return entries, true
}

// What stands in a line around the path, the size and the sum.
const (
	beforePath = `{"path":"`
	beforeSize = `","size":`
	beforeSum  = `,"sha256":"`
	afterSum   = `"}`

	sumDigits = 2 * sha256.Size
)

// quickEntry takes a line apart from its end: the sum has a fixed length.
func quickEntry(line string) (e Entry, ok bool) {
	sum := len(line) - len(afterSum) - sumDigits
	if sum < len(beforePath) || !strings.HasPrefix(line, beforePath) || line[sum+sumDigits:] != afterSum {
		return e, false
	}
	e.SHA256 = line[sum : sum+sumDigits]
	rest, ok := strings.CutSuffix(line[len(beforePath):sum], beforeSum)
	if !ok || !isHex(e.SHA256) {
		return e, false
	}
	digits := len(rest)
	for digits > 0 && rest[digits-1] >= '0' && rest[digits-1] <= '9' {
		digits--
	}
	if e.Path, ok = strings.CutSuffix(rest[:digits], beforeSize); !ok || !isQuickPath(e.Path) {
		return e, false
	}
	size := rest[digits:]
	if size == "" || len(size) > 1 && size[0] == '0' {
		return e, false
	}
	e.Size, _ = strconv.ParseInt(size, 10, 64) // too long a number is caught below
	return e, len(size) < 19
}

func isHex(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// isQuickPath reports whether a path is certainly one that badPath lets pass.
func isQuickPath(name string) bool {
	begins := true // an element
	for i := range len(name) {
		c := name[i]
		if !isPlainByte(c) || begins && (c == '/' || c == '.') {
			return isPlain(name) && badPath(name) == nil
		}
		begins = c == '/'
	}
	return !begins && (filepath.Separator == '/' || badPath(name) == nil)
}
