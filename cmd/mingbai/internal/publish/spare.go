package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"
)

// A spare is the site before the one that stands, in a folder of its own. It
// holds those files that both have in common (by hard links), and nothing else,
// so that the next site is made of it by adding what is new: a small change
// costs little, however large the site.
//
// A spare belongs to one standing site, and is worth nothing beside any other.
// Its record says to which, what of it the spare lacks, and when the folders of
// both were last changed: a folder that anyone has changed since tells so.
//
//	mingbai/spare/1
//	<SHA-256 of the standing site's manifest>
//	lacks <path>
//	spare <folder's identity> <path>
//	stands <folder's identity> <path>
type spare struct {
	dir    string          // "" where none is to be kept
	lacks  map[string]bool // files of the standing site
	stands map[string]string
}

const spareForm = "mingbai/spare/1"

func (s *spare) record() string { return s.dir + ".record" }

// take moves the spare to the place where the new site is written. It reports
// false where there is none that fits the standing site; nothing is left of it
// then. folders are those that it has.
func (s *spare) take(standing, to string) (folders []string, ok bool) {
	if s.dir == "" {
		return nil, false
	}
	spared, err := s.read(standing)
	if err == nil && s.isPure(spared) {
		if err = os.Rename(s.dir, to); err == nil {
			for folder := range spared {
				folders = append(folders, folder)
			}
			return folders, true
		}
	}
	s.drop()
	return nil, false
}

// giveBack puts an untouched spare back.
func (s *spare) giveBack(from string) error { return os.Rename(from, s.dir) }

// forget takes the record away: the spare is being changed.
func (s *spare) forget() {
	if s.dir != "" {
		_ = os.Remove(s.record()) // one that stays fits no other site
	}
}

// drop removes the spare.
func (s *spare) drop() {
	s.lacks, s.stands = nil, nil
	if s.dir != "" {
		_ = os.Remove(s.record())
		_ = os.RemoveAll(s.dir) // what cannot be removed has no record, and is tried again
	}
}

// read reads the record; spared is the identities of the spare's folders.
func (s *spare) read(standing string) (spared map[string]string, err error) {
	data, err := os.ReadFile(s.record())
	if err != nil {
		return nil, err
	}
	sum, err := sumOfManifest(standing)
	if err != nil {
		return nil, err
	}
	text, ok := strings.CutPrefix(string(data), spareForm+"\n"+sum+"\n")
	if !ok {
		return nil, errors.New("the spare belongs to another site")
	}
	spared = map[string]string{}
	s.lacks, s.stands = map[string]bool{}, map[string]string{}
	for line := range strings.Lines(text) {
		what, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		switch what {
		case "lacks":
			s.lacks[rest] = true
		case "spare", "stands":
			id, folder, _ := strings.Cut(rest, " ")
			if what == "spare" {
				spared[folder] = id
			} else {
				s.stands[folder] = id
			}
		}
	}
	return spared, nil
}

// isPure reports whether nobody has put anything into the spare's folders, or
// taken anything out.
func (s *spare) isPure(spared map[string]string) bool {
	folders := slices.Collect(maps.Keys(spared))
	for i, id := range folderIDs(s.dir, folders) {
		if folders[i] != "." && spared[folders[i]] != id.text {
			return false
		}
	}
	// The folder itself changes when bookkeeping comes and goes: all that it may
	// hold is folders, and files that both sites have.
	info, err := os.Lstat(s.dir)
	if err != nil || !info.IsDir() {
		return false
	}
	entries, err := os.ReadDir(s.dir)
	return err == nil && !slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		if e.IsDir() {
			return spared[e.Name()] == ""
		}
		return !e.Type().IsRegular() || isOwn(e.Name()) || s.lacks[e.Name()]
	})
}

// write writes the record of a spare that was put in place; stands is the
// identities of the standing site's folders.
func (s *spare) write(standing string, lacks, spared []string, stands map[string]string) error {
	sum, err := sumOfManifest(standing)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n%s\n", spareForm, sum)
	slices.Sort(lacks)
	for _, name := range lacks {
		fmt.Fprintf(&b, "lacks %s\n", name)
	}
	slices.Sort(spared)
	for i, id := range folderIDs(s.dir, spared) {
		fmt.Fprintf(&b, "spare %s %s\n", id.text, spared[i])
	}
	for _, folder := range slices.Sorted(maps.Keys(stands)) {
		fmt.Fprintf(&b, "stands %s %s\n", stands[folder], folder)
	}
	return os.WriteFile(s.record(), b.Bytes(), fileMode)
}

// identity is one state of a folder: which it is, and when something last came
// into it or went.
type identity struct {
	text    string
	changed int64 // in nanoseconds since 1970
}

// folderIDs identifies folders.
func folderIDs(dir string, folders []string) []identity {
	ids := make([]identity, len(folders))
	g := errgroup.Group{}
	const some = 512
	for n := 0; n < len(folders); n += some {
		g.Go(func() error {
			for i := n; i < min(n+some, len(folders)); i++ {
				ids[i] = folderID(dir, folders[i])
			}
			return nil
		})
	}
	_ = g.Wait() // what is not there has an identity, too
	return ids
}

func folderID(dir, folder string) identity {
	info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(folder)))
	if err != nil || !info.IsDir() {
		return identity{text: "none"}
	}
	changed := info.ModTime().UnixNano()
	return identity{strconv.FormatUint(inodeOf(info), 36) + "." + strconv.FormatInt(changed, 36), changed}
}

// sumOfManifest is what a site is known by.
func sumOfManifest(dir string) (string, error) {
	data, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", sha256.Sum256(data)), nil
}

// foldersOf are the folders that files stand in, and those above them.
func foldersOf(entries []Entry) []string {
	seen := map[string]bool{".": true}
	for _, e := range entries {
		for dir := path.Dir(e.Path); !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
		}
	}
	folders := make([]string, 0, len(seen))
	for dir := range seen {
		folders = append(folders, dir)
	}
	return folders
}
