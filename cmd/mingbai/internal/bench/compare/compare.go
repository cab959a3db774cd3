// Package compare proves that two builds are one site: the same pages with the
// same titles, headings, visible text and links, and no link that leads nowhere,
// however the addresses are written. Before that is sure, no time means anything.
//
// The order of texts within a page is left to each generator: lists are sorted
// by different rules, and cost the same.
package compare

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Site is a built site in a folder.
type Site struct {
	Name  string            // for messages
	Host  string            // its own, in addresses that name one
	Names *strings.Replacer // from the names of its folders to those of the other site; nil for none

	files fs.FS
	sizes map[string]int64  // by path of the file
	pages map[string]string // file by key
}

// Open lists the files of a site.
func (s *Site) Open(dir string) error {
	s.files, s.sizes, s.pages = os.DirFS(dir), map[string]int64{}, map[string]string{}
	return fs.WalkDir(s.files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		s.sizes[name] = info.Size()
		if path.Ext(name) == ".html" {
			s.pages[s.key(name)] = name
		}
		return nil
	})
}

// key is the name by which both sites know a page: its path without what is the
// habit of a generator.
func (s *Site) key(file string) string {
	key := strings.TrimSuffix(strings.TrimSuffix(file, ".html"), "index")
	if key = "/" + strings.Trim(key, "/"); key != "/" {
		key += "/"
	}
	if s.Names != nil {
		key = s.Names.Replace(key)
	}
	return key
}

func (s *Site) has(file string) bool {
	_, ok := s.sizes[file]
	return ok
}

// Pages is the number of the site's pages.
func (s *Site) Pages() int { return len(s.pages) }

// Bytes is the size of the site's pages.
func (s *Site) Bytes() int64 {
	var sum int64
	for _, file := range s.pages {
		sum += s.sizes[file]
	}
	return sum
}

// maxShown is how many differences are told; one slip makes thousands.
const maxShown = 10

// Sites tells in what two sites differ; nil where they are one, as far as
// readers and links can tell. The bytes of their pages may differ by the share
// most. The error is for what cannot be read.
func Sites(ctx context.Context, a, b *Site, most float64) ([]string, error) {
	c := comparison{a: a, b: b}
	if ratio := float64(b.Bytes()) / float64(a.Bytes()); ratio < 1-most || ratio > 1+most {
		c.differ("the pages of %s have %d bytes, those of %s %d: %+.1f %%", a.Name, a.Bytes(), b.Name, b.Bytes(), 100*(ratio-1))
	}
	var both []string
	for _, key := range sortedKeys(a, b) {
		switch {
		case a.pages[key] == "":
			c.differ("%s: %s has no such page", key, a.Name)
		case b.pages[key] == "":
			c.differ("%s: %s has no such page", key, b.Name)
		default:
			both = append(both, key)
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, key := range both {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return c.page(key)
		})
	}
	err := group.Wait()
	slices.Sort(c.found)
	if n := len(c.found); n > maxShown {
		c.found = append(c.found[:maxShown], fmt.Sprintf("and %d more differences", n-maxShown))
	}
	return c.found, err
}

func sortedKeys(a, b *Site) []string {
	var keys []string
	for _, s := range []*Site{a, b} {
		for key := range s.pages {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// comparison collects what differs.
type comparison struct {
	a, b  *Site
	mu    sync.Mutex
	found []string
}

func (c *comparison) differ(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.found = append(c.found, fmt.Sprintf(format, args...))
}

// page compares one page.
func (c *comparison) page(key string) error {
	var pages [2]page
	for i, s := range []*Site{c.a, c.b} {
		file := s.pages[key]
		data, err := fs.ReadFile(s.files, file)
		if err == nil {
			pages[i], err = s.read(file, data)
		}
		if err != nil {
			return fmt.Errorf("%s: %s: %w", s.Name, file, err)
		}
		for _, address := range pages[i].broken {
			c.differ("%s: %s: the link %q leads nowhere", key, s.Name, address)
		}
	}
	one, two := pages[0], pages[1]
	if one.title != two.title {
		c.differ("%s: the title is %q in %s, %q in %s", key, one.title, c.a.Name, two.title, c.b.Name)
	}
	if one.heading != two.heading {
		c.differ("%s: the heading is %q in %s, %q in %s", key, one.heading, c.a.Name, two.heading, c.b.Name)
	}
	c.lists(key, "text", one.texts, two.texts)
	c.lists(key, "link", one.edges, two.edges)
	return nil
}

// lists compares two sorted lists, and names the first thing that one of them
// alone has.
func (c *comparison) lists(key, what string, one, two []string) {
	for i := range max(len(one), len(two)) {
		switch {
		case i >= len(two) || i < len(one) && one[i] < two[i]:
			c.differ("%s: %s alone has the %s %q", key, c.a.Name, what, one[i])
			return
		case i >= len(one) || two[i] < one[i]:
			c.differ("%s: %s alone has the %s %q", key, c.b.Name, what, two[i])
			return
		}
	}
}
