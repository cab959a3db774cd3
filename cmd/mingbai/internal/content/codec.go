package content

import (
	"encoding/binary"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// packer writes values one after another. Numbers are as short as they are
// small; a text that stands in the file's own text is a place there.
type packer struct {
	data []byte
	text string // of the file
}

func (e *packer) number(n int)      { e.data = binary.AppendUvarint(e.data, uint64(n)) }
func (e *packer) bits(bits uint64)  { e.data = binary.AppendUvarint(e.data, bits) }
func (e *packer) fixed(bits uint64) { e.data = binary.LittleEndian.AppendUint64(e.data, bits) }

func (e *packer) string(s string) {
	e.number(len(s))
	e.data = append(e.data, s...)
}

// part is a text that probably stands in the file's own: the number is twice
// the length, and odd for a place.
func (e *packer) part(s string) {
	if at := strings.Index(e.text, s); at >= 0 {
		e.number(2*len(s) + 1)
		e.number(at)
		return
	}
	e.number(2 * len(s))
	e.data = append(e.data, s...)
}

func (e *packer) stamp(s Stamp) {
	for _, n := range []int64{s.Size, s.ModTime, s.ChangeTime} {
		e.fixed(uint64(n))
	}
	e.fixed(s.Inode)
}

func (e *packer) strings(all []string) {
	e.number(len(all))
	for _, s := range all {
		e.string(s)
	}
}

func (e *packer) findings(all []diag.Finding) {
	e.number(len(all))
	for _, f := range all {
		for _, s := range []string{f.Code, string(f.Severity), f.File, f.Message.En, f.Message.Zh, f.Hint.En, f.Hint.Zh} {
			e.string(s)
		}
		e.number(f.Line)
		e.number(f.Column)
	}
}

// unpacker reads what a packer wrote. What it cannot read makes it bad, and
// all that it gives from then on is empty.
type unpacker struct {
	data string
	at   int
	text string // of the file
	bad  bool
}

func (p *unpacker) fail() { p.bad, p.at = true, len(p.data) }

func (p *unpacker) bits() uint64 {
	var n uint64
	for shift := uint(0); shift < 64; shift += 7 {
		if p.at >= len(p.data) {
			break
		}
		c := p.data[p.at]
		p.at++
		n |= uint64(c&0x7F) << shift
		if c < 0x80 {
			return n
		}
	}
	p.fail()
	return 0
}

// number is one of a size that counts bytes or lines.
func (p *unpacker) number() int {
	n := p.bits()
	if n > 1<<40 {
		p.fail()
		return 0
	}
	return int(n)
}

// count is how many things follow, each of one byte at least, so that nothing
// large is made of little.
func (p *unpacker) count() int {
	n := p.number()
	if n > len(p.data)-p.at {
		p.fail()
		return 0
	}
	return n
}

func (p *unpacker) take(n int) string {
	if n > len(p.data)-p.at {
		p.fail()
		return ""
	}
	s := p.data[p.at : p.at+n]
	p.at += n
	return s
}

func (p *unpacker) fixed() uint64 {
	s := p.take(8)
	if p.bad {
		return 0
	}
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func (p *unpacker) string() string { return p.take(p.number()) }

func (p *unpacker) part() string {
	n := p.number()
	if n&1 == 0 {
		return p.take(n / 2)
	}
	n /= 2
	at := p.number()
	if at > len(p.text) || n > len(p.text)-at {
		p.fail()
		return ""
	}
	return p.text[at : at+n]
}

func (p *unpacker) stamp() Stamp {
	return Stamp{Size: int64(p.fixed()), ModTime: int64(p.fixed()), ChangeTime: int64(p.fixed()), Inode: p.fixed()}
}

func (p *unpacker) strings() []string {
	n := p.count()
	if n == 0 {
		return nil
	}
	all := make([]string, n)
	for i := range all {
		all[i] = p.string()
	}
	return all
}

func (p *unpacker) findings() []diag.Finding {
	var all []diag.Finding
	for range p.count() {
		if p.bad {
			break
		}
		var f diag.Finding
		severity := ""
		for _, s := range []*string{&f.Code, &severity, &f.File, &f.Message.En, &f.Message.Zh, &f.Hint.En, &f.Hint.Zh} {
			*s = p.string()
		}
		f.Severity = diag.Severity(severity)
		f.Line, f.Column = p.number(), p.number()
		all = append(all, f)
	}
	return all
}
