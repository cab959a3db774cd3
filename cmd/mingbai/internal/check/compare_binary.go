package check

import (
	"encoding/binary"
	"errors"

	"mingbai/cmd/mingbai/internal/diag"
)

// comparisonForm is the form of Comparison.AppendBinary, and what is looked for:
// a number that changes when the same texts are to give other findings.
const comparisonForm = 1

// errComparison is what is wrong with a comparison that cannot be read.
var errComparison = errors.New("comparison of texts is damaged (hint: compare them again)")

// AppendBinary appends the comparison for DecodeComparison: findings, and four
// hashes for each text.
func (c Comparison) AppendBinary(b []byte) ([]byte, error) {
	b = binary.AppendUvarint(b, uint64(len(c.findings)))
	for _, f := range c.findings {
		b = appendString(b, f.text)
		b, _ = f.Finding.AppendBinary(b)
	}
	b = binary.AppendUvarint(b, uint64(len(c.sums)))
	for _, s := range c.sums {
		for _, v := range []uint64{s.zhFrom, s.zh, s.enFrom, s.en} {
			b = binary.LittleEndian.AppendUint64(b, v)
		}
	}
	return b, nil
}

// DecodeComparison gives the comparison at the beginning of b, and what stands
// behind it. Whether it is of the texts at hand the caller must know: by the
// bytes of both files, and by the Key that it was made under.
func DecodeComparison(b []byte) (c Comparison, rest []byte, err error) {
	findings, b, err := countAt(b, 1)
	if err != nil {
		return Comparison{}, nil, err
	}
	for range findings {
		n, body, err := countAt(b, 1)
		if err != nil {
			return Comparison{}, nil, err
		}
		f := textFinding{text: string(body[:n])}
		if f.Finding, b, err = diag.DecodeFinding(body[n:]); err != nil {
			return Comparison{}, nil, err
		}
		c.findings = append(c.findings, f)
	}
	sums, b, err := countAt(b, 32)
	if err != nil {
		return Comparison{}, nil, err
	}
	c.sums = make([]twinSum, sums)
	for i := range c.sums {
		for _, v := range []*uint64{&c.sums[i].zhFrom, &c.sums[i].zh, &c.sums[i].enFrom, &c.sums[i].en} {
			*v, b = binary.LittleEndian.Uint64(b), b[8:]
		}
	}
	return c, b, nil
}

// countAt reads how many things of at least size bytes follow.
func countAt(b []byte, size int) (int, []byte, error) {
	n, length := binary.Uvarint(b)
	if length <= 0 || n > uint64((len(b)-length)/size) {
		return 0, nil, errComparison
	}
	return int(n), b[length:], nil
}
