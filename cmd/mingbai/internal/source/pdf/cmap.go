package pdf

import "sort"

// cmap is a map of codes: to characters (ToUnicode), or to the numbers of
// glyphs (an encoding that stands in the file).
type cmap struct {
	spaces  []codeSpace
	chars   map[rawCode]string
	ranges  []charRange
	numbers []numberRange
}

// codeSpace says which codes have how many bytes.
type codeSpace struct {
	size     int
	from, to uint32
}

type charRange struct {
	from, to uint32
	size     int
	first    []rune
}

type numberRange struct {
	from, to uint32
	first    int
}

// maxMapped bounds what a map may list.
const maxMapped = 200_000

// readCMap reads a map. What it does not understand it passes over.
func readCMap(data []byte) *cmap {
	m := &cmap{chars: map[rawCode]string{}}
	l := &lexer{data: data}
	var args []any
	for {
		o := l.next()
		if o == nil {
			break
		}
		op, ok := o.(operator)
		if !ok {
			if len(args) < maxMapped {
				args = append(args, o)
			}
			continue
		}
		m.take(string(op), args)
		args = args[:0]
	}
	sort.SliceStable(m.ranges, func(a, b int) bool { return m.ranges[a].from < m.ranges[b].from })
	sort.SliceStable(m.numbers, func(a, b int) bool { return m.numbers[a].from < m.numbers[b].from })
	return m
}

// take reads a list when the operator that ends it is met.
func (m *cmap) take(op string, args []any) {
	switch op {
	case "endcodespacerange":
		for i := 0; i+1 < len(args); i += 2 {
			from, to := codeAt(args, i), codeAt(args, i+1)
			m.spaces = append(m.spaces, codeSpace{from.size, from.value, to.value})
		}
	case "endbfchar":
		for i := 0; i+1 < len(args); i += 2 {
			if s, ok := args[i+1].(stringOp); ok && len(m.chars) < maxMapped {
				m.chars[codeAt(args, i)] = decodeUTF16(s)
			}
		}
	case "endbfrange":
		for i := 0; i+2 < len(args); i += 3 {
			m.takeRange(codeAt(args, i), codeAt(args, i+1), args[i+2])
		}
	case "endcidrange":
		for i := 0; i+2 < len(args); i += 3 {
			m.numbers = append(m.numbers, numberRange{codeAt(args, i).value, codeAt(args, i+1).value, int(floatAt(args, i+2))})
		}
	case "endcidchar":
		for i := 0; i+1 < len(args); i += 2 {
			c := codeAt(args, i).value
			m.numbers = append(m.numbers, numberRange{c, c, int(floatAt(args, i+1))})
		}
	}
}

func (m *cmap) takeRange(from, to rawCode, target any) {
	switch t := target.(type) {
	case stringOp:
		if len(m.ranges) < maxMapped {
			m.ranges = append(m.ranges, charRange{from.value, to.value, from.size, []rune(decodeUTF16(t))})
		}
	case arrayOp:
		for k, e := range t {
			if s, ok := e.(stringOp); ok && len(m.chars) < maxMapped {
				m.chars[rawCode{from.value + uint32(k), from.size}] = decodeUTF16(s)
			}
		}
	}
}

func codeAt(args []any, i int) rawCode {
	s, _ := args[i].(stringOp)
	var c rawCode
	for _, b := range s[:min(len(s), 4)] {
		c.value = c.value<<8 | uint32(b)
		c.size++
	}
	return c
}

// text gives the characters of a code, or "". Maps and fonts do not always agree
// on the number of bytes.
func (m *cmap) text(c rawCode) string {
	for _, size := range []int{c.size, 2, 1} {
		if s, ok := m.chars[rawCode{c.value, size}]; ok {
			return s
		}
	}
	i := sort.Search(len(m.ranges), func(i int) bool { return m.ranges[i].from > c.value }) - 1
	for ; i >= 0 && i < len(m.ranges); i-- {
		r := m.ranges[i]
		if c.value <= r.to && len(r.first) > 0 {
			out := append([]rune{}, r.first...)
			out[len(out)-1] += rune(c.value - r.from)
			return string(out)
		}
		if c.value-r.from > 0xffff {
			break
		}
		if i > 0 && m.ranges[i-1].to < c.value {
			break
		}
	}
	return ""
}

// split parts a string into codes by the sizes that the map states.
func (m *cmap) split(raw []byte) []rawCode {
	if len(m.spaces) == 0 {
		return twoBytes(raw)
	}
	var out []rawCode
	for len(raw) > 0 {
		c := m.first(raw)
		out = append(out, c)
		raw = raw[c.size:]
	}
	return out
}

func (m *cmap) first(raw []byte) rawCode {
	c := rawCode{}
	for _, b := range raw[:min(len(raw), 4)] {
		c.value, c.size = c.value<<8|uint32(b), c.size+1
		for _, s := range m.spaces {
			if s.size == c.size && c.value >= s.from && c.value <= s.to {
				return c
			}
		}
	}
	size := min(len(raw), max(m.spaces[0].size, 1))
	c = rawCode{}
	for _, b := range raw[:size] {
		c.value, c.size = c.value<<8|uint32(b), c.size+1
	}
	return c
}

// number gives the number of a code's glyph.
func (m *cmap) number(c rawCode) int {
	i := sort.Search(len(m.numbers), func(i int) bool { return m.numbers[i].from > c.value }) - 1
	if i >= 0 && c.value <= m.numbers[i].to {
		return m.numbers[i].first + int(c.value-m.numbers[i].from)
	}
	return 0
}
