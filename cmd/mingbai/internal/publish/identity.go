package publish

import (
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"
)

// identity is one state of a folder: which it is, and when something last came
// into it or went. Of a file it is the content that changes it. Zero is that of
// nothing.
type identity struct {
	inode   uint64
	changed int64 // in nanoseconds since 1970
}

func (id identity) append(b []byte) []byte {
	b = strconv.AppendUint(b, id.inode, 36)
	return strconv.AppendInt(append(b, '.'), id.changed, 36)
}

func (id identity) String() string { return string(id.append(nil)) }

// parseIdentity reads what String gives; of anything else it makes the identity
// of nothing.
func parseIdentity(text string) identity {
	inode, changed, _ := strings.Cut(text, ".")
	i, err := strconv.ParseUint(inode, 36, 64)
	if err != nil {
		return identity{}
	}
	c, err := strconv.ParseInt(changed, 36, 64)
	if err != nil {
		return identity{}
	}
	return identity{i, c}
}

// Clocks of disks tick: two changes within a tick look the same. Those that keep
// whole seconds tick every two.
const (
	settled       = 50 * time.Millisecond
	settledSlowly = 2 * time.Second
)

// settled reports whether every change from now on gives another identity.
func (id identity) settled(now time.Time) bool {
	wait := settled
	if id.changed%int64(time.Second) == 0 {
		wait = settledSlowly
	}
	return id.changed < now.Add(-wait).UnixNano()
}

// idOf identifies a file or folder in a folder.
func idOf(dir, name string) identity {
	id, _ := identify(filepath.Join(dir, filepath.FromSlash(name)))
	return id
}

// folderIDs identifies folders. What is not there, or no folder, is nothing.
func folderIDs(dir string, folders []string) []identity {
	ids := make([]identity, len(folders))
	g := errgroup.Group{}
	const some = 512
	for n := 0; n < len(folders); n += some {
		g.Go(func() error {
			for i := n; i < min(n+some, len(folders)); i++ {
				if id, isFolder := identify(filepath.Join(dir, filepath.FromSlash(folders[i]))); isFolder {
					ids[i] = id
				}
			}
			return nil
		})
	}
	_ = g.Wait() // nothing fails
	return ids
}

// foldersOf are the folders that files stand in, and those above them, of all
// files but some. It is quick where the files are in order.
func foldersOf(entries []Entry, but map[string]bool) []string {
	seen := map[string]bool{".": true}
	folders := []string{"."}
	last := "."
	for _, e := range entries {
		dir := dirOf(e.Path)
		if dir == last || but[e.Path] {
			continue
		}
		for last = dir; !seen[dir]; dir = dirOf(dir) {
			seen[dir] = true
			folders = append(folders, dir)
		}
	}
	return folders
}

// dirOf is the folder of a clean path.
func dirOf(name string) string {
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		return name[:i]
	}
	return "."
}
