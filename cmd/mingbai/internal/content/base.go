package content

import (
	"strings"

	"golang.org/x/tools/txtar" // text files in one text file that people and version control can read

	"mingbai/cmd/mingbai/internal/plan"
)

// base is what import last generated, by page. It is kept in one file per
// folder, under the ids of the pages, so that a page may be renamed.
type base struct {
	pages  map[string]*basePage
	record string // SHA-256 of source.txt
}

// basePage is what is kept of one page; a text that is nil was never written.
type basePage struct {
	texts [2][]byte
	// offers are texts of a conflict that a person has to decide; one that is
	// empty says that the document no longer has the page.
	offers [2][]byte
}

const baseComment = `What mingbai import last wrote, by page. Import compares it with the files to see
what people edited; it is written by import alone. Keep it under version control.
上次导入时写入的各页面内容。导入时据此判断人工作过哪些修改，只由导入程序写入，请纳入版本管理。
`

const recordSum = "source.txt.sha256"

func newBase() *base { return &base{pages: map[string]*basePage{}} }

// page is what is kept of a page, or nil.
func (b *base) page(id string) *basePage { return b.pages[id] }

// parseBase reads a base; what is not there or not readable counts as never
// written, so that nothing a person wrote is taken for generated.
func parseBase(data []byte) *base {
	b := newBase()
	for _, f := range txtar.Parse(data).Files {
		if f.Name == recordSum {
			b.record = strings.TrimSpace(string(f.Data))
			continue
		}
		name, offer := strings.CutSuffix(f.Name, offerSuffix)
		id, lang, ok := splitName(name)
		if !ok {
			continue
		}
		p := b.pages[id]
		if p == nil {
			p = &basePage{}
			b.pages[id] = p
		}
		into := &p.texts
		if offer {
			into = &p.offers
		}
		into[langIndex(lang)] = append([]byte{}, f.Data...)
	}
	return b
}

func langIndex(lang plan.Lang) int {
	if lang == plan.Zh {
		return 0
	}
	return 1
}

// format writes a base, pages in order of their ids.
func (b *base) format() []byte {
	a := &txtar.Archive{Comment: []byte(baseComment)}
	if b.record != "" {
		a.Files = append(a.Files, txtar.File{Name: recordSum, Data: []byte(b.record + "\n")})
	}
	for _, id := range sortedKeys(b.pages) {
		p := b.pages[id]
		for i, lang := range langs {
			name := id + "." + string(lang) + ".md"
			if p.texts[i] != nil {
				a.Files = append(a.Files, txtar.File{Name: name, Data: p.texts[i]})
			}
			if p.offers[i] != nil {
				a.Files = append(a.Files, txtar.File{Name: name + offerSuffix, Data: p.offers[i]})
			}
		}
	}
	return txtar.Format(a)
}
