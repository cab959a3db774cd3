// Package cache remembers what a build read and what it made of it, so that the
// next build does only what has changed:
//
//	file.go    what the system knows of a file without opening it
//	scan.go    the files that a build reads: which may have changed since
//	sum.go     what a file holds
//	state.go   what a build made, of what, and what it found
//	store.go   the folder that keeps it from one process to the next
//
// Nothing here is needed to build: a cache that is missing, damaged, or written
// by another program is as good as none. What decides is content. The times of
// files only tell which contents need not be read again.
package cache

import (
	"crypto/sha256"
	"io/fs"
	"time"
)

// Sum is the first half of the SHA-256 of some content; two that are equal are
// of equal content.
type Sum [16]byte

// SumOf is the sum of data.
func SumOf(data []byte) Sum {
	full := sha256.Sum256(data)
	return Sum(full[:len(Sum{})])
}

// ID is what the system knows of a file without opening it. As long as it is
// the same, so is the content: the system moves the time of change with every
// write, whatever a program sets the other times to. The zero ID is that of no
// file.
type ID struct {
	Size   int64 // bytes
	MTime  int64 // of the content, in nanoseconds since 1970
	CTime  int64 // of content or name; 0 where it is not known
	Inode  uint64
	Device uint64
}

// Identify gives the ID of a file that was looked at with Lstat, without the
// time of change, which systems name differently: see SameContent.
func Identify(info fs.FileInfo) ID {
	id := ID{Size: info.Size(), MTime: info.ModTime().UnixNano()}
	id.addSystem(info)
	return id
}

// SameContent reports whether two looks at one of our own files, at whatever
// name, saw the same content. The time of change is left out: a hard link moves
// it.
func (a ID) SameContent(b ID) bool {
	a.CTime, b.CTime = 0, 0
	return a == b && a != ID{}
}

// settled is how old a change must be before the ID tells of every later one:
// the clocks of file systems tick, and two writes within a tick look the same.
// Those that keep whole seconds tick every two.
const (
	settled       = 100 * time.Millisecond
	settledSlowly = 2 * time.Second
)

// Settled reports whether the ID, seen at a time, will change with the content.
func (a ID) Settled(seen time.Time) bool {
	last, wait := max(a.MTime, a.CTime), settled
	if a.MTime%int64(time.Second) == 0 && a.CTime%int64(time.Second) == 0 {
		wait = settledSlowly
	}
	return last < seen.Add(-wait).UnixNano()
}
