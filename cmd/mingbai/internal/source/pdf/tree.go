package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/page"
)

// inlineKinds are elements of a file's structure that stand within a paragraph.
var inlineKinds = map[string]bool{
	"Span": true, "Link": true, "Quote": true, "Reference": true, "Lbl": true, "LBody": true, "Em": true, "Strong": true,
	"Sub": true, "Code": true, "NonStruct": true, "Annot": true, "Ruby": true, "RB": true, "Warichu": true,
}

// structure is the state while the tree is read.
type structure struct {
	*file
	roles   types.Dict
	seen    map[int]bool
	items   map[int]bool // blocks that are items of lists
	count   int
	rows    int         // of all tables
	cells   int         // of the row being read, with what they span
	covered map[int]int // column → rows that a cell above still covers
}

// readStructure learns from the file, where it says so, which marked content is
// of one paragraph or cell.
func (f *file) readStructure(root types.Dict) {
	f.blockAt = map[mark]int{}
	tree := f.dict(root["StructTreeRoot"])
	if tree == nil {
		return
	}
	s := &structure{file: f, roles: f.dict(tree["RoleMap"]), seen: map[int]bool{}, items: map[int]bool{}, covered: map[int]int{}}
	open := 0
	s.kids(tree["K"], 0, &open, 0)
}

// kids reads what stands below an element: other elements, and marked content,
// which belongs to the block that is open. A block of its own closes it.
func (s *structure) kids(o types.Object, pageNumber int, open *int, depth int) {
	if n := refNumber(o); n > 0 {
		if s.seen[n] {
			return
		}
		s.seen[n] = true
	}
	if s.count++; s.count > draft.MaxNodes || depth > draft.MaxDepth {
		return
	}
	switch v := s.get(o).(type) {
	case types.Array:
		for _, kid := range v {
			s.kids(kid, pageNumber, open, depth+1)
		}
	case types.Integer:
		s.place(mark{pageNumber, int(v)}, open)
	case types.Dict:
		if n := refNumber(v["Pg"]); n > 0 {
			pageNumber = n
		}
		switch s.name(v["Type"]) {
		case "MCR":
			if id, ok := s.number(v["MCID"]); ok && v["Stm"] == nil {
				s.place(mark{pageNumber, int(id)}, open)
			}
		case "OBJR":
		default:
			s.element(v, pageNumber, open, depth)
		}
	}
}

// place notes that marked content is of the open block, and opens one where
// none is.
func (s *structure) place(m mark, open *int) {
	if *open == 0 {
		*open = s.newBlock(page.Block{})
	}
	s.blockAt[m] = *open
}

func (s *structure) newBlock(b page.Block) int {
	s.blocks = append(s.blocks, b)
	return len(s.blocks)
}

// element reads an element of the structure.
func (s *structure) element(d types.Dict, pageNumber int, open *int, depth int) {
	kind := s.name(d["S"])
	for range maxRefs {
		other := s.name(s.entry(s.roles, kind))
		if other == "" || other == kind {
			break
		}
		kind = other
	}
	inCell := *open > 0 && s.blocks[*open-1].Row > 0
	none := 0
	switch {
	case kind == "Table" && !inCell:
		clear(s.covered)
		s.kids(d["K"], pageNumber, &none, depth+1)
		*open = 0
	case kind == "TR" && !inCell:
		s.rows++
		s.cells = 0
		s.kids(d["K"], pageNumber, &none, depth+1)
		s.passCovered()
	case (kind == "TD" || kind == "TH") && !inCell && s.rows > 0:
		cell := s.newCell(d)
		s.kids(d["K"], pageNumber, &cell, depth+1)
	case inCell, inlineKinds[kind]:
		s.kids(d["K"], pageNumber, open, depth+1)
	case kind == "LI":
		item := s.newBlock(page.Block{})
		s.items[item] = true
		s.kids(d["K"], pageNumber, &item, depth+1)
		*open = 0
	case kind == "P" && s.items[*open]: // the number of an item and its text are one paragraph
		s.kids(d["K"], pageNumber, open, depth+1)
		*open = 0
	default:
		s.kids(d["K"], pageNumber, &none, depth+1)
		*open = 0
	}
}

// newCell opens the block of a cell, behind the columns that cells above cover.
func (s *structure) newCell(d types.Dict) int {
	s.passCovered()
	cell := s.newBlock(page.Block{Row: s.rows, Column: s.cells})
	across, down := s.span(d, "ColSpan"), s.span(d, "RowSpan")
	for range across {
		if down > 1 {
			s.covered[s.cells] = down - 1
		}
		s.cells++
	}
	return cell
}

func (s *structure) passCovered() {
	for s.covered[s.cells] > 0 {
		s.covered[s.cells]--
		s.cells++
	}
}

// maxSpan bounds what a cell may claim to span.
const maxSpan = 256

// span is how many columns or rows a cell covers.
func (s *structure) span(d types.Dict, key string) int {
	attributes := s.array(d["A"])
	if attributes == nil {
		attributes = types.Array{d["A"]}
	}
	for _, a := range attributes {
		if n, ok := s.number(s.entry(s.dict(a), key)); ok && n >= 1 {
			return int(min(n, maxSpan))
		}
	}
	return 1
}
