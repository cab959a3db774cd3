package content

// Stamp tells one state of a file or folder from another, by what the system
// says of it. The zero Stamp says that nobody knows.
type Stamp struct {
	Size, ModTime, ChangeTime int64 // bytes; nanoseconds since 1970
	Inode                     uint64
}

// same reports whether two stamps certainly are of one state.
func (s Stamp) same(other Stamp) bool { return s != Stamp{} && s == other }
