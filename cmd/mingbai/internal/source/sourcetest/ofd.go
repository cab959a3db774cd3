package sourcetest

import (
	"fmt"
	"html"
	"strings"
)

const ofdNS = `xmlns:ofd="http://www.ofdspec.org/2016"`

// mm is a point in millimetres, the unit of OFD.
const mm = 25.4 / 72

// OFD makes an OFD file of pages; extra is further XML of each page's layer.
func OFD(pages [][]Placed, extra string) []byte {
	parts := map[string]string{
		"OFD.xml": `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ` + ofdNS + ` Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
	}
	var list strings.Builder
	for i, page := range pages {
		name := fmt.Sprintf("Pages/Page_%d/Content.xml", i)
		fmt.Fprintf(&list, `<ofd:Page ID="%d" BaseLoc="%s"/>`, i+1, name)
		parts["Doc_0/"+name] = `<?xml version="1.0" encoding="UTF-8"?><ofd:Page ` + ofdNS + `><ofd:Content><ofd:Layer ID="1">` + textObjects(page) + extra + `</ofd:Layer></ofd:Content></ofd:Page>`
	}
	parts["Doc_0/Document.xml"] = fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?><ofd:Document %s><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 %.2f %.2f</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>%s</ofd:Pages></ofd:Document>`,
		ofdNS, Width*mm, Height*mm, list.String())
	return Zip(parts)
}

func textObjects(page []Placed) string {
	var b strings.Builder
	for i, p := range page {
		runes := []rune(p.Text)
		var deltas []string
		for _, r := range runes[:max(0, len(runes)-1)] {
			deltas = append(deltas, fmt.Sprintf("%.3f", float64(advance(r))*p.Size/2*mm))
		}
		fmt.Fprintf(&b, `<ofd:TextObject ID="%d" Boundary="%.3f %.3f 200 10" Font="1" Size="%.3f"><ofd:TextCode X="0" Y="%.3f" DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>`,
			10+i, p.X*mm, (p.Y-p.Size)*mm, p.Size*mm, p.Size*mm, strings.Join(deltas, " "), html.EscapeString(p.Text))
	}
	return b.String()
}
