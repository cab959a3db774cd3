package serve

import (
	"slices"
	"sync"
)

// mostViewed is how many pages are remembered: those that one person has open.
const mostViewed = 8

// viewed remembers which pages were asked for last.
type viewed struct {
	mu    sync.Mutex
	names []string // the newest first
}

func (v *viewed) note(name string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.names) > 0 && v.names[0] == name {
		return
	}
	names := append([]string{name}, slices.DeleteFunc(v.names, func(n string) bool { return n == name })...)
	v.names = names[:min(len(names), mostViewed)]
}

func (v *viewed) list() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return slices.Clone(v.names)
}
