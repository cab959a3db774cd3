package parse

import (
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// A row of a table is one line, its cells joined by tabs. Under a header that
// names tasks and bodies every row is a measure.

// column is what the cells of a column hold.
type column int

const (
	otherColumn   column = iota
	seqColumn            // 序号
	groupColumn          // 类别: shared by several rows
	taskColumn           // 任务, 措施, 内容
	leadColumn           // 牵头单位
	respColumn           // 责任单位
	supportColumn        // 配合单位
	guideColumn          // 指导部门
	limitColumn          // 完成时限
)

// headerForms is the vocabulary of table headers, without spaces.
var headerForms = []struct {
	column  column
	pattern *pattern.Pattern
}{
	{seqColumn, pattern.New(`^(?:序号|编号|序|№|No\.?)$`)},
	{leadColumn, pattern.New(`^(?:省级|市级|省直|市直|主要)?(?:牵头|主办|主责)(?:责任)?(?:单位|部门|处室|科室|机构)?(?:\(.{1,10}\))?$`)},
	{respColumn, pattern.New(`^(?:省级|市级|省直|市直|主要)?(?:责任|负责|落实|实施|承办|主管|完成)(?:单位|部门|主体|处室|科室|机构)(?:和单位|及单位)?(?:\(.{1,20}\))?$|^(?:分工|责任分工|职责分工|部门分工|任务分工)$`)},
	{supportColumn, pattern.New(`^(?:省级|市级)?(?:配合|协办|协同|协助|协作|参加|参与|会同)(?:责任)?(?:单位|部门|处室|科室)?$`)},
	{guideColumn, pattern.New(`^(?:指导|督导|监管)(?:单位|部门)$`)},
	{limitColumn, pattern.New(`^(?:完成|办理|落实|推进|时间|工作|计划完成|预计完成)?(?:时限|时间|节点|期限|进度|安排|日期)(?:要求|安排|节点)?$|^(?:进度|时间)安排$|^实施时间$`)},
	{groupColumn, pattern.New(`^(?:类别|分类|类型|领域|方面|任务类别|工作类别|一级指标|重点领域|工作领域|项目类别|事项类别|环节)$`)},
	{taskColumn, pattern.New(`^(?:重点|工作|主要|具体|改革|政策|目标|年度|试点|推广|实施|任务|建设|推广的)*(?:任务|举措|措施|事项|内容|项目|目标|要求|政策|名称|经验|做法|任务分解|任务名称|主要内容|工作要点)(?:名称|内容|和要求|及要求|清单)?$`)},
}

// columnOf reads a header's cell.
func columnOf(cell string) (column, bool) {
	s := strings.Join(strings.Fields(zh.FoldString(cell)), "")
	for _, h := range headerForms {
		if h.pattern.MatchString(s) {
			return h.column, true
		}
	}
	return otherColumn, s != "" && utf8.RuneCountInString(s) <= 10
}

// table is the header in force.
type table struct {
	columns []column
	names   []string
}

// readHeader reads a header row: short names, one of a task and one of a body
// or a time limit among them.
func readHeader(cells []string) *table {
	t := &table{}
	has := map[column]bool{}
	for _, c := range cells {
		col, ok := columnOf(c)
		if !ok && strings.TrimSpace(c) != "" {
			return nil
		}
		has[col] = true
		t.columns, t.names = append(t.columns, col), append(t.names, strings.Join(strings.Fields(c), ""))
	}
	body := has[leadColumn] || has[respColumn] || has[supportColumn] || has[guideColumn]
	if len(cells) < 2 || !body && !has[limitColumn] || !has[taskColumn] && !has[seqColumn] && !has[groupColumn] {
		return nil
	}
	return t
}

// roleOf is the role that a column gives; a guiding body answers for the row
// where nobody else does.
func (t *table) roleOf(c column) plan.Role {
	switch c {
	case leadColumn:
		return plan.Lead
	case respColumn:
		return plan.Responsible
	case supportColumn:
		return plan.Support
	case guideColumn:
		for _, other := range t.columns {
			if other == leadColumn || other == respColumn {
				return plan.Support
			}
		}
		return plan.Responsible
	}
	return ""
}

// cell is a cell with its place in the line.
type cell struct {
	start, end int
	column     column
	name       string // of its column
}

// cellsOf takes a line apart at its tabs.
func cellsOf(text string) []cell {
	var out []cell
	for at := 0; ; {
		end := strings.IndexByte(text[at:], '\t')
		if end < 0 {
			return append(out, cell{start: at, end: len(text)})
		}
		out = append(out, cell{start: at, end: at + end})
		at += end + 1
	}
}

var digitsAlone = pattern.New(`^\(?\d{1,3}\)?[.、]?$`)

// rowLine reads the rows of a table, and its header.
func (o *outliner) rowLine(i int) bool {
	l := &o.lines[i]
	if !tabbed(l.text) {
		if o.table != nil && !l.numed && !l.titleLike() && !l.blank() {
			o.table = nil // prose ends the table
		}
		return false
	}
	cells := cellsOf(l.text)
	var texts []string
	for _, c := range cells {
		texts = append(texts, l.text[c.start:c.end])
	}
	if t := readHeader(texts); t != nil {
		o.table, o.open = t, nil
		return o.paragraphLine(i)
	}
	if !filled(l.text, cells) {
		return false
	}
	if o.table != nil {
		if aligned, ok := o.table.align(l.text, cells, o.resolver); ok {
			o.addRow(o.table, i, aligned)
			return true
		}
	}
	t := guessTable(texts, o.resolver)
	if t == nil {
		return false
	}
	cells, _ = t.align(l.text, cells, o.resolver)
	o.report(columnsGuessed, i, 0)
	o.addRow(t, i, cells)
	return true
}

// filled reports whether a row has a task, not a caption alone.
func filled(text string, cells []cell) bool {
	n := 0
	for _, c := range cells {
		if strings.TrimSpace(text[c.start:c.end]) != "" {
			n++
		}
	}
	return n >= 2
}

// guessTable takes a row without a header for one of a table where its first
// cell is a number and another names bodies and nothing else.
func guessTable(cells []string, known *resolver) *table {
	t := &table{}
	bodies := false
	for i, c := range cells {
		s := strings.TrimSpace(zh.FoldString(c))
		col := taskColumn
		switch {
		case i == 0:
			if !digitsAlone.MatchString(s) {
				return nil
			}
			col = seqColumn
		case !bodies && s != "" && allBodies(splitNames(s, known), known):
			col, bodies = respColumn, true
		}
		t.columns, t.names = append(t.columns, col), append(t.names, "")
	}
	if !bodies {
		return nil
	}
	return t
}
