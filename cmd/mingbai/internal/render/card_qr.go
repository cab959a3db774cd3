package render

import (
	"errors"
	"html/template"
	"strconv"
	"sync/atomic"

	"rsc.io/qr/coding" // a small encoder without dependencies, by the author of Go's own; it gives modules, not a picture
)

// QR is a code that leads from paper to the page.
type QR struct {
	Address string
	Size    int           // of the picture in modules, with its quiet zone
	Path    template.HTML // the dark modules, as the d of a path that is one module wide
}

// quietZone is the light margin that readers need, in modules (ISO/IEC 18004).
const quietZone = 4

// qr is the code of the page's canonical address, made with the page: the same
// address gives the same bytes. nil where the site has no address, or where it
// is too long for a code.
func (p *pager) qr() *QR {
	address := p.site.Absolute(p.page.Canonical().URL)
	if address == "" {
		return nil
	}
	code, err := p.codes.encode(address)
	if err != nil {
		return nil
	}
	return &QR{Address: address, Size: code.Size + 2*quietZone, Path: template.HTML(modules(code))}
}

// qrPlans remembers where the bits of a code go, by version: the addresses of a
// site are of few lengths.
type qrPlans struct {
	plans [coding.MaxVersion + 1]atomic.Pointer[coding.Plan]
}

// encode is qr.Encode at level M, with plans that are made once, for text with
// small letters, as all addresses have.
func (q *qrPlans) encode(address string) (*coding.Code, error) {
	text := coding.String(address)
	for v := coding.Version(coding.MinVersion); v <= coding.MaxVersion; v++ {
		if text.Bits(v) > v.DataBytes(coding.M)*8 {
			continue
		}
		plan := q.plans[v].Load()
		if plan == nil {
			made, err := coding.NewPlan(v, coding.M, 0)
			if err != nil {
				return nil, err
			}
			q.plans[v].Store(made)
			plan = made
		}
		return plan.Encode(text)
	}
	return nil, errLongAddress
}

var errLongAddress = errors.New("the address is too long for a code")

// modules draws the runs of dark modules of every row as lines, each from the
// end of the one before: that is the shortest way to write them.
func modules(code *coding.Code) string {
	path := make([]byte, 0, 3*code.Size*code.Size)
	atX, atY := 0, 0
	for y := range code.Size {
		row := code.Bitmap[y*code.Stride:]
		for x := 0; x < code.Size; x++ {
			begin := x
			for x < code.Size && row[x/8]&(1<<(7-x%8)) != 0 {
				x++
			}
			if x == begin {
				continue
			}
			if len(path) == 0 {
				path = appendNumber(append(path, 'M'), begin+quietZone)
				path = appendNumber(append(path, ' '), y+quietZone)
				path = append(path, ".5"...)
			} else {
				path = appendNumber(append(path, 'm'), begin-atX)
				path = appendNumber(append(path, ' '), y-atY)
			}
			path = appendNumber(append(path, 'h'), x-begin)
			atX, atY = x, y
		}
	}
	return string(path)
}

func appendNumber(dst []byte, n int) []byte { return strconv.AppendInt(dst, int64(n), 10) }
