package publish

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// Names of mingbai's bookkeeping in a target.
const (
	// ManifestName is the file that lists everything published.
	ManifestName = ".mingbai-manifest.json"
	// journalName lists what a publish that is under way may have written. It
	// is there only while one is, or after one was killed.
	journalName = ".mingbai-journal.json"
	lockName    = ".mingbai-lock"
	// ownPrefix begins the names of all bookkeeping and of staged files.
	ownPrefix = ".mingbai-"
)

// Schemas of the two lists. The number changes when an older mingbai would
// misread the file.
const (
	manifestSchema = "mingbai/manifest/1"
	journalSchema  = "mingbai/journal/1"
)

// maxList bounds the bytes of a list that is read: a million files.
const maxList = 256 << 20

// Entry is a published file.
type Entry struct {
	Path   string `json:"path"`
	Size   int64  `json:"size"`   // bytes
	SHA256 string `json:"sha256"` // lower-case hexadecimal
}

func entryOf(name string, data []byte) Entry {
	sum := sha256.Sum256(data)
	return Entry{Path: name, Size: int64(len(data)), SHA256: hex.EncodeToString(sum[:])}
}

// encodeList writes the list, one file a line, sorted, without anything that
// differs from one run to the next:
//
//	{"schema":"mingbai/manifest/1","files":[
//	{"path":"assets/site.css","size":812,"sha256":"…"},
//	…
//	]}
func encodeList(schema string, entries []Entry) []byte {
	if !areInOrder(entries) {
		entries = slices.Clone(entries)
		slices.SortFunc(entries, compareEntries)
		entries = slices.Compact(entries)
	}
	b := fmt.Appendf(make([]byte, 0, 160*len(entries)+64), "{\"schema\":%q,\"files\":[", schema)
	for i, e := range entries {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendEntry(append(b, '\n'), e)
	}
	return append(b, "\n]}\n"...)
}

// areInOrder reports whether every entry comes after the one before.
func areInOrder(entries []Entry) bool {
	for i := 1; i < len(entries); i++ {
		if compareEntries(entries[i-1], entries[i]) >= 0 {
			return false
		}
	}
	return true
}

func compareEntries(a, b Entry) int {
	return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.SHA256, b.SHA256), cmp.Compare(a.Size, b.Size))
}

// errNewer says that a list was written by a later mingbai.
var errNewer = errors.New("written by a newer mingbai")

// decodeList reads a list of the schema. A list is as little to be trusted as
// the folder it stands in: names that lead out of it are refused.
func decodeList(r io.Reader, schema string) ([]Entry, error) {
	data, err := readAll(r)
	if err != nil {
		return nil, err
	}
	if len(data) > maxList {
		return nil, fmt.Errorf("larger than %d bytes", maxList)
	}
	if entries, ok := quickList(data, schema); ok {
		return entries, nil
	}
	var list struct {
		Schema string  `json:"schema"`
		Files  []Entry `json:"files"`
	}
	err = json.Unmarshal(data, &list)
	family := schema[:strings.LastIndexByte(schema, '/')+1]
	if list.Schema != schema && strings.HasPrefix(list.Schema, family) {
		return nil, fmt.Errorf("%w: schema %q, want %q", errNewer, list.Schema, schema)
	}
	if err != nil {
		return nil, fmt.Errorf("not JSON: %w", err)
	}
	if list.Schema != schema {
		return nil, fmt.Errorf("schema %q, want %q", list.Schema, schema)
	}
	for _, e := range list.Files {
		if err := e.validate(); err != nil {
			return nil, err
		}
	}
	return list.Files, nil
}

// readAll reads one byte more than a list may have, where there are so many. Of a
// file it knows the length.
func readAll(r io.Reader) ([]byte, error) {
	var b bytes.Buffer
	if f, ok := r.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if info, err := f.Stat(); err == nil {
			b.Grow(int(min(info.Size(), maxList)) + bytes.MinRead)
		}
	}
	_, err := b.ReadFrom(io.LimitReader(r, maxList+1))
	return b.Bytes(), err
}

func (e Entry) validate() error {
	if why := badPath(e.Path); why != nil {
		return fmt.Errorf("file %q: %s", e.Path, why.En)
	}
	if sum, err := hex.DecodeString(e.SHA256); err != nil || len(sum) != sha256.Size || e.Size < 0 {
		return fmt.Errorf("file %q: want a size and a SHA-256 in hexadecimal", e.Path)
	}
	return nil
}

// readList reads a list from a target; found is false where it has none.
func readList(ctx context.Context, t Target, name, schema string) (entries []Entry, found bool, err error) {
	f, err := t.Open(ctx, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, true, failed(t, name, err)
	}
	defer f.Close()
	entries, err = decodeList(f, schema)
	if err != nil {
		return nil, true, badList(t, name, err)
	}
	return entries, true, nil
}

// badList is the *Error for a list that cannot be used.
func badList(t Target, name string, err error) error {
	rule := manifestDamaged
	if errors.Is(err, errNewer) {
		rule = manifestNewer
	}
	return refuse(rule, place(t, name), err, err)
}

// digest reads a published file and says what it holds.
func digest(ctx context.Context, t Target, name string) (Entry, error) {
	f, err := t.Open(ctx, name)
	if err != nil {
		return Entry{}, err
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.Copy(h, f)
	if err != nil {
		return Entry{}, err
	}
	return Entry{Path: name, Size: n, SHA256: hex.EncodeToString(h.Sum(nil))}, nil
}
