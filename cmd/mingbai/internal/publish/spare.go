package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
)

// A spare is the site before the one that stands, in a folder of its own. It
// holds those files that both have in common (by hard links), and nothing else,
// so that the next site is made of it by adding what is new: a small change
// costs little, however large the site.
//
// A spare belongs to one standing site, and is worth nothing beside any other.
// Its record says to which, what of it the spare lacks, and when the folders of
// both were last changed: a folder that anyone has changed since tells so. Where
// there is no spare yet, it has the last alone.
//
//	mingbai/spare/2
//	<identity of the standing site's manifest>
//	lacks <path>
//	spare <folder's identity> <path>
//	stands <folder's identity> <path>
type spare struct {
	dir    string          // "" where none is to be kept
	lacks  map[string]bool // files of the standing site
	spared map[string]identity
	stands map[string]identity
}

const spareForm = "mingbai/spare/2"

func (s *spare) record() string { return s.dir + ".record" }

// take moves the spare to the place where the new site is written. It reports
// false where there is none that fits the standing site; nothing is left of it
// then.
func (s *spare) take(standing, to string) bool {
	if s.dir == "" {
		return false
	}
	if s.read(standing) == nil && s.isPure() && os.Rename(s.dir, to) == nil {
		return true
	}
	stands := s.stands // is true whatever became of the spare
	s.drop()
	s.stands = stands
	return false
}

// giveBack puts an untouched spare back.
func (s *spare) giveBack(from string) error {
	if s.dir == "" {
		return errNoSpare
	}
	return os.Rename(from, s.dir)
}

// forget takes the record away: the spare is being changed.
func (s *spare) forget() {
	if s.dir != "" {
		_ = os.Remove(s.record()) // one that stays fits no other site
	}
}

// drop removes the spare.
func (s *spare) drop() {
	s.lacks, s.spared, s.stands = nil, nil, nil
	if s.dir != "" {
		_ = os.Remove(s.record())
		_ = os.RemoveAll(s.dir) // what cannot be removed has no record, and is tried again
	}
}

// read reads the record.
func (s *spare) read(standing string) error {
	data, err := os.ReadFile(s.record())
	if err != nil {
		return err
	}
	text, ok := strings.CutPrefix(string(data), spareForm+"\n"+idOf(standing, ManifestName).String()+"\n")
	if !ok {
		return errors.New("the spare belongs to another site")
	}
	most := strings.Count(text, "\n") / 2
	s.lacks, s.spared, s.stands = map[string]bool{}, make(map[string]identity, most), make(map[string]identity, most)
	for line := range strings.Lines(text) {
		what, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		switch what {
		case "lacks":
			s.lacks[rest] = true
		case "spare", "stands":
			id, folder, _ := strings.Cut(rest, " ")
			if what == "spare" {
				s.spared[folder] = parseIdentity(id)
			} else {
				s.stands[folder] = parseIdentity(id)
			}
		}
	}
	return nil
}

// isPure reports whether nobody has put anything into the spare's folders, or
// taken anything out.
func (s *spare) isPure() bool {
	folders := slices.Collect(maps.Keys(s.spared))
	for i, id := range folderIDs(s.dir, folders) {
		if folders[i] != "." && s.spared[folders[i]] != id {
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
			return s.spared[e.Name()] == identity{}
		}
		return !e.Type().IsRegular() || isOwn(e.Name()) || s.lacks[e.Name()]
	})
}

// write writes the record of a spare that was put in place: the identities of
// its folders, and of those of the standing site.
func (s *spare) write(standing string, lacks []string, spared, stands map[string]identity) error {
	manifest := idOf(standing, ManifestName)
	if manifest == (identity{}) {
		return errors.New("the standing site has no list")
	}
	b := make([]byte, 0, 64*(len(lacks)+len(spared)+len(stands)))
	b = append(b, spareForm+"\n"+manifest.String()+"\n"...)
	slices.Sort(lacks)
	for _, name := range lacks {
		b = fmt.Appendf(b, "lacks %s\n", name)
	}
	b = appendFolders(appendFolders(b, "spare ", spared), "stands ", stands)
	return os.WriteFile(s.record(), b, fileMode)
}

func appendFolders(b []byte, what string, ids map[string]identity) []byte {
	for folder, id := range ids {
		b = append(id.append(append(b, what...)), ' ')
		b = append(append(b, folder...), '\n')
	}
	return b
}
