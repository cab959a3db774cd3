package docx

import (
	"mingbai/cmd/mingbai/internal/source/pack"
)

// levels is how many levels a list has.
const levels = 9

// lists are the definitions of the document's lists and how far each has come.
type lists struct {
	abstract map[string]*list    // by abstractNumId
	byStyle  map[string]*list    // definitions that a numbering style holds
	nums     map[string]*numbers // by numId
}

// list is a definition, which several sequences of numbers may share; so they
// count on.
type list struct {
	levels  [levels]listLevel
	counts  [levels]int
	started [levels]bool
	link    string // a numbering style that holds the definition
}

type listLevel struct {
	start   int
	format  string
	text    string // such as （%1）
	suffix  string
	style   string // of the paragraphs that stand at this level
	legal   bool   // all numbers in digits
	restart int    // the level (from 1) whose next number restarts this one; 0 never
}

// numbers is a use of a list.
type numbers struct {
	list      *list
	overrides map[int]*listLevel // by level
	starts    map[int]int        // level → number to start again with, at first use
	used      map[int]bool
}

// readLists reads the document's lists.
func (r *reader) readLists() error {
	r.lists = &lists{abstract: map[string]*list{}, byStyle: map[string]*list{}, nums: map[string]*numbers{}}
	root, err := r.part("numbering")
	if root == nil || err != nil {
		return err
	}
	for _, n := range root.Nodes {
		if n.Name == "abstractNum" {
			r.lists.define(n)
		}
	}
	for _, n := range root.Nodes {
		if n.Name == "num" {
			r.lists.use(n)
		}
	}
	return nil
}

func (ls *lists) define(n *pack.Node) {
	l := &list{link: n.Child("numStyleLink").Attr("val")}
	for i := range l.levels {
		l.levels[i] = listLevel{start: 1, format: "decimal", restart: i}
	}
	for _, c := range n.Nodes {
		if c.Name == "lvl" {
			i := number(c.Attr("ilvl"), 0, levels-1)
			l.levels[i] = readLevel(c, i)
		}
	}
	ls.abstract[n.Attr("abstractNumId")] = l
	if id := n.Child("styleLink").Attr("val"); id != "" {
		ls.byStyle[id] = l
	}
}

// maxNumber bounds printed numbers.
const maxNumber = 1_000_000

func readLevel(n *pack.Node, i int) listLevel {
	l := listLevel{
		start:   number(n.Child("start").Attr("val"), 1, maxNumber),
		format:  numberFormat(n),
		text:    n.Child("lvlText").Attr("val"),
		suffix:  n.Child("suff").Attr("val"),
		style:   n.Child("pStyle").Attr("val"),
		restart: number(n.Child("lvlRestart").Attr("val"), i, levels),
	}
	if legal := toggle(n.Child("isLgl")); legal != nil {
		l.legal = *legal
	}
	return l
}

// numberFormat is the form of a level's numbers. Newer forms stand in an
// alternative, with an older one for programs that do not know them.
func numberFormat(n *pack.Node) string {
	for _, c := range content(n) {
		if c.Name == "numFmt" {
			return c.Attr("val")
		}
	}
	for _, c := range n.Find("numFmt") {
		return c.Attr("val")
	}
	return "decimal"
}

func (ls *lists) use(n *pack.Node) {
	l := ls.abstract[n.Child("abstractNumId").Attr("val")]
	if l == nil {
		return
	}
	if held := ls.byStyle[l.link]; l.link != "" && held != nil {
		l = held
	}
	u := &numbers{list: l, overrides: map[int]*listLevel{}, starts: map[int]int{}, used: map[int]bool{}}
	for _, c := range n.Nodes {
		if c.Name != "lvlOverride" {
			continue
		}
		i := number(c.Attr("ilvl"), 0, levels-1)
		if lvl := c.Child("lvl"); lvl != nil {
			own := readLevel(lvl, i)
			u.overrides[i] = &own
		}
		if v, ok := c.Child("startOverride").Lookup("val"); ok {
			u.starts[i] = number(v, 1, maxNumber)
		}
	}
	ls.nums[n.Attr("numId")] = u
}

func (u *numbers) level(i int) *listLevel {
	if o := u.overrides[i]; o != nil {
		return o
	}
	return &u.list.levels[i]
}
