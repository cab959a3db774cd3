// Package pack opens the archives of XML that documents are kept in (.docx,
// .ofd), within bounds: a small file may unpack to a huge one.
package pack

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/source/draft"
)

// Archive is an open archive. It is not safe for concurrent use.
type Archive struct {
	files map[string]*zip.File // by name in lower case, without "/" before it
	names []string             // sorted
	left  int64                // bytes that may still be unpacked
}

// ErrNoPart is wrapped by errors about a part that is not there.
var ErrNoPart = errors.New("part not found")

// Open reads an archive's list of parts.
func Open(data []byte) (*Archive, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("not a whole archive, or cut off: %w", err)
	}
	if len(r.File) > draft.MaxEntries {
		return nil, fmt.Errorf("%d parts: %w", len(r.File), draft.ErrTooLarge)
	}
	a := &Archive{files: map[string]*zip.File{}, left: draft.MaxUnpacked}
	for _, f := range r.File {
		name := clean(f.Name)
		if _, twice := a.files[name]; !twice && !strings.HasSuffix(f.Name, "/") {
			a.files[name] = f
			a.names = append(a.names, name)
		}
	}
	slices.Sort(a.names)
	return a, nil
}

// clean is the name under which a part is kept: writers differ in case and in
// the slashes they use.
func clean(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// Names lists all parts, sorted, in lower case.
func (a *Archive) Names() []string { return a.names }

// Has reports whether there is a part of the name.
func (a *Archive) Has(name string) bool { return a.files[clean(name)] != nil }

// Resolve gives the name of a part that another part refers to: from the top
// where the reference begins with "/", else from the other's folder.
func Resolve(from, ref string) string {
	if strings.HasPrefix(ref, "/") {
		return clean(ref)
	}
	return clean(path.Join(path.Dir(from), strings.ReplaceAll(ref, `\`, "/")))
}

// Bytes unpacks a part.
func (a *Archive) Bytes(ctx context.Context, name string) ([]byte, error) {
	f := a.files[clean(name)]
	if f == nil {
		return nil, fmt.Errorf("%s: %w", name, ErrNoPart)
	}
	if f.Flags&1 != 0 {
		return nil, fmt.Errorf("%s: encrypted part", name)
	}
	rc, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer rc.Close()
	limit := min(a.left, draft.MaxPart)
	data, err := io.ReadAll(io.LimitReader(draft.Stoppable(ctx, rc), limit+1))
	a.left -= int64(len(data))
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%s unpacks to more than %d bytes: %w", name, limit, draft.ErrTooLarge)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: damaged or cut off: %w", name, err)
	}
	return data, nil
}
