package publish

// Mark is what the system knows of a file that was written, as far as it stays
// true when the file gets another name.
type Mark struct {
	MTime         int64  // of the content, in nanoseconds since 1970
	Inode, Device uint64 // 0 where the system does not tell
}
