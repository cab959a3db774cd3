package cache

import (
	"encoding/binary"
	"errors"
	"io"
	"os"
)

// headOfProgram is how many bytes at the beginning of a program are looked at.
// There the go command puts the build ID, a digest of all that the program was
// compiled from, in the place that each system has for it.
const headOfProgram = 64 << 10

// Program is the sum of the running program: what another one has made may
// differ in every byte. Size and time stand in for the ID in a program that was
// linked without one.
func Program() (Sum, error) {
	name, err := os.Executable()
	if err != nil {
		return Sum{}, err
	}
	f, err := os.Open(name)
	if err != nil {
		return Sum{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return Sum{}, err
	}
	head := make([]byte, headOfProgram)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return Sum{}, err
	}
	head = binary.AppendVarint(head[:n], info.Size())
	return SumOf(binary.AppendVarint(head, info.ModTime().UnixNano())), nil
}
