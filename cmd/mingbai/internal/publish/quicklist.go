package publish

import (
	"encoding/json"
	"fmt"
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
		if c := s[i]; c < ' ' || c > '~' || strings.IndexByte(`"\<>&`, c) >= 0 {
			return false
		}
	}
	return true
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
		if !ok || e.validate() != nil {
			return nil, false
		}
		entries = append(entries, e)
	}
	return entries, true
}

func quickEntry(line string) (e Entry, ok bool) {
	line, ok = strings.CutPrefix(line, `{"path":"`)
	if !ok {
		return e, false
	}
	if e.Path, line, ok = strings.Cut(line, `","size":`); !ok || !isPlain(e.Path) {
		return e, false
	}
	size, line, ok := strings.Cut(line, `,"sha256":"`)
	if !ok || len(size) > 1 && size[0] == '0' {
		return e, false
	}
	n, err := strconv.ParseUint(size, 10, 63)
	if err != nil {
		return e, false
	}
	e.Size = int64(n)
	e.SHA256, ok = strings.CutSuffix(line, `"}`)
	return e, ok && isPlain(e.SHA256)
}
