package check

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// sweep is the last step: all facts together. It works with hashes and numbers;
// only where something is wrong are files read again, for the words to tell it.
type sweep struct {
	c        *Checker
	ctx      context.Context
	files    []File // by name
	byHash   map[uint64]int32
	places   []placeState // by the numbers in packed
	folded   map[string]string
	bytes    func(name string) ([]byte, error)
	findings folder
}

// placeState is what became of a place to which links lead.
type placeState struct {
	file int32 // its place among the files, or -1
	gone bool  // the file or the place in it is not there
}

// Site tells what is wrong with the site: what File saw in each file, and what
// only all of them show. files has every file of the site once. read gives the
// bytes of one of them; it is asked for few: those with sums, and those in
// which something is wrong. The findings are in order, and those that differ in
// their page alone are folded. The error is that of the context or of read,
// which must be safe for concurrent use.
func (c *Checker) Site(ctx context.Context, files []File, read func(name string) ([]byte, error)) ([]diag.Finding, error) {
	s := &sweep{c: c, ctx: ctx, files: files, bytes: read, findings: folder{}}
	byName := func(a, b File) int { return strings.Compare(a.Name, b.Name) }
	if !slices.IsSortedFunc(files, byName) {
		s.files = slices.SortedFunc(slices.Values(files), byName)
	}
	s.locate()
	for _, check := range siteChecks() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := check.run(s); err != nil {
			return nil, err
		}
	}
	s.own()
	return s.findings.findings(), nil
}

// locate finds the file of every place.
func (s *sweep) locate() {
	s.byHash = make(map[uint64]int32, len(s.files))
	for i := range s.files {
		s.byHash[hash(s.files[i].Name)] = int32(i)
	}
	places := s.c.table.all()
	s.places = make([]placeState, len(places))
	for i, p := range places {
		at := s.find(p.file)
		s.places[i] = placeState{file: at, gone: at < 0 ||
			p.fragment != 0 && s.files[at].isPage() && !s.files[at].ids.has(p.fragment)}
	}
}

// own reports what the pages show by themselves. Pages made by one layout often
// have the same findings, whose messages are put together once.
func (s *sweep) own() {
	type told struct {
		message diag.Text
		alike   *alike
	}
	known := map[*rare][]told{}
	for _, f := range s.files {
		if f.more == nil || len(f.more.findings) == 0 {
			continue
		}
		all, ok := known[f.more]
		if !ok {
			for _, found := range f.more.findings {
				message := found.message()
				all = append(all, told{message, s.findings.of(found.rule.Code, message.En)})
			}
			known[f.more] = all
		}
		for i, found := range f.more.findings {
			all[i].alike.add(publicDir+"/"+f.Name, func() diag.Finding { return found.of(s.c, f.Name, all[i].message) })
		}
	}
}

// tell reports a finding about a page.
func (s *sweep) tell(name string, found finding) {
	message := found.message()
	alike := s.findings.of(found.rule.Code, message.En)
	alike.add(publicDir+"/"+name, func() diag.Finding { return found.of(s.c, name, message) })
}

// find gives the place of a file among all, by the hash of its name, or -1.
func (s *sweep) find(name uint64) int32 {
	if i, ok := s.byHash[name]; ok {
		return i
	}
	return -1
}

// twin is the same page in the other language, nil where there is none.
func (s *sweep) twin(f *File) *File {
	var buf [256]byte
	if i := s.find(hash(appendTwin(buf[:0], f.Name))); i >= 0 && s.files[i].isPage() {
		return &s.files[i]
	}
	return nil
}

// leadsAstray reports whether a link of the file leads to nothing.
func (s *sweep) leadsAstray(f *File) bool {
	for id := range f.links.all {
		if s.places[id].gone {
			return true
		}
	}
	return false
}

// page reports that a page breaks a rule.
func (s *sweep) page(name string, rule *diag.Rule, args ...any) {
	s.tell(name, finding{rule: rule, args: args})
}

// file reports a finding about a file that is no page.
func (s *sweep) file(name string, rule *diag.Rule, args ...any) {
	told := rule.At(diag.Position{File: path.Join(publicDir, name)}, args...)
	s.findings.of(rule.Code, told.Message.En).add(told.File, func() diag.Finding { return told })
}

// data gives the bytes of a finished file.
func (s *sweep) data(name string) ([]byte, error) {
	if err := s.ctx.Err(); err != nil {
		return nil, err
	}
	data, err := s.bytes(name)
	if err != nil {
		return nil, fmt.Errorf("check the finished file %q again: %w", name, err)
	}
	return data, nil
}

// read reads a page with all its words.
func (s *sweep) read(name string) (*page, error) {
	data, err := s.data(name)
	if err != nil {
		return nil, err
	}
	return s.c.readPage(name, data), nil
}

// foldNames finds names by what is the same whatever their letter case.
func (s *sweep) foldNames() {
	if s.folded != nil {
		return
	}
	s.folded = make(map[string]string, len(s.files))
	for _, f := range s.files {
		s.folded[strings.ToLower(f.Name)] = f.Name
	}
}
