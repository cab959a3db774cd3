package diag

import (
	"encoding/binary"
	"errors"
)

// errBinary is what is wrong with a finding that cannot be read.
var errBinary = errors.New("finding in a cache is damaged (hint: look for it anew)")

// AppendBinary appends the whole finding, in both languages, for DecodeFinding.
// The form has no version: it serves caches, which know that of the program.
func (f Finding) AppendBinary(b []byte) ([]byte, error) {
	for _, s := range []string{
		f.Code, string(f.Severity), f.File, f.Message.En, f.Message.Zh, f.Hint.En, f.Hint.Zh, f.Cause.File,
	} {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	for _, n := range []int{f.Line, f.Column, f.Cause.Line, f.Cause.Column} {
		b = binary.AppendVarint(b, int64(n))
	}
	return b, nil
}

// DecodeFinding gives the finding at the beginning of b, and what stands behind
// it.
func DecodeFinding(b []byte) (f Finding, rest []byte, err error) {
	var severity string
	for _, s := range []*string{
		&f.Code, &severity, &f.File, &f.Message.En, &f.Message.Zh, &f.Hint.En, &f.Hint.Zh, &f.Cause.File,
	} {
		n, size := binary.Uvarint(b)
		if size <= 0 || n > uint64(len(b)-size) {
			return Finding{}, nil, errBinary
		}
		*s, b = string(b[size:size+int(n)]), b[size+int(n):]
	}
	for _, v := range []*int{&f.Line, &f.Column, &f.Cause.Line, &f.Cause.Column} {
		n, size := binary.Varint(b)
		if size <= 0 {
			return Finding{}, nil, errBinary
		}
		*v, b = int(n), b[size:]
	}
	f.Severity = Severity(severity)
	return f, b, nil
}
