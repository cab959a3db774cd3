package page

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/sourcetest"
)

// glyphs places the characters of lines as a printer does.
func glyphs(lines []sourcetest.Placed) []Glyph {
	var out []Glyph
	for _, l := range lines {
		x := l.X
		for _, r := range l.Text {
			g := Glyph{Text: string(r), X: x, Y: l.Y, Size: l.Size, Width: l.Size}
			if r < 0x80 {
				g.Width /= 2
			}
			out = append(out, g)
			x += g.Width
		}
	}
	return out
}

func pagesOf(set [][]sourcetest.Placed) []Page {
	var out []Page
	for _, lines := range set {
		out = append(out, Page{Width: sourcetest.Width, Height: sourcetest.Height, Glyphs: glyphs(lines)})
	}
	return out
}

func read(t *testing.T, pages []Page, blocks []Block) draft.Draft {
	t.Helper()
	d, err := Text(t.Context(), "a.pdf", pages, blocks)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const (
	long1 = "（一）减轻经营负担。对承租市属国有企业经营性房屋的小店，免收2024年6月至8月租金，鼓励其他出租人适当减免租金，减免租金的出租人可按规定申请减免税款。（市国资委牵头，市财政局、市税务局配合）"
	long2 = "（二）降低用能成本。对小店用水用电用气实行欠费不停供政策，设立6个月的费用缓缴期。"
)

func TestTextJoinsLines(t *testing.T) {
	many := []string{"青禾市支持小店经济实施方案", "一、工作措施"}
	for range 12 {
		many = append(many, long1, long2)
	}
	d := read(t, pagesOf(sourcetest.Set(many)), nil)
	if diff := cmp.Diff(many, d.Lines); diff != "" {
		t.Error(diff)
	}
	numbers := d.Findings[len(d.Findings)-1]
	if !strings.HasPrefix(numbers.Message.En, "left out page numbers") {
		t.Errorf("finding %s, want that of page numbers", numbers)
	}
}

func at(x, y float64, text string) sourcetest.Placed {
	return sourcetest.Placed{X: x, Y: y, Size: 10, Text: text}
}

func TestTextLines(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []sourcetest.Placed
		want  []string
	}{
		{"Latin words", []sourcetest.Placed{at(50, 100, "by all means of the"), at(50, 114, "law.")}, []string{"by all means of the law."}},
		{"a gap between words without a space", []sourcetest.Placed{at(50, 100, "by"), at(64, 100, "law")}, []string{"by law"}},
		{"characters set apart to fill a line", []sourcetest.Placed{at(50, 100, "加"), at(63, 100, "强"), at(76, 100, "领"), at(89, 100, "导")}, []string{"加强领导"}},
		{"printed twice to look bold", []sourcetest.Placed{at(50, 100, "目标"), at(50.3, 100, "目标")}, []string{"目标"}},
		{"raised marks stay in their line", []sourcetest.Placed{at(50, 100, "小微企业"), {X: 90, Y: 97, Size: 6, Text: "1"}, at(93, 100, "增长")}, []string{"小微企业1增长"}},
		{"radicals and compatibility forms", []sourcetest.Placed{at(50, 100, "⼯作⽬标")}, []string{"工作目标"}},
		{"number in the middle of a sentence", []sourcetest.Placed{at(50, 100, "安排专项资金总计不少于"), at(50, 114, "1.5亿元。")}, []string{"安排专项资金总计不少于1.5亿元。"}},
		{"a title over its middle", []sourcetest.Placed{at(50, 100, "关于支持小店经济高质发"), at(90, 114, "展通知"), at(50, 130, "各单位关于支持小店经济")}, []string{"关于支持小店经济高质发展通知", "各单位关于支持小店经济"}},
	} {
		d := read(t, []Page{{Width: 210, Height: 842, Glyphs: glyphs(c.lines)}}, nil)
		if diff := cmp.Diff(c.want, d.Lines); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestTextMargins(t *testing.T) {
	for _, c := range []struct {
		name  string
		foot  func(page int) string
		count int
		kept  bool
	}{
		{"plain numbers that count on", func(i int) string { return string(rune('1' + i)) }, 3, false},
		{"between dashes", func(i int) string { return "— " + string(rune('1'+i)) + " —" }, 1, false},
		{"of how many", func(i int) string { return "第" + string(rune('1'+i)) + "页 共3页" }, 3, false},
		{"fraction", func(i int) string { return string(rune('1'+i)) + "/3" }, 3, false},
		{"running foot", func(int) string { return "青禾市人民政府公报" }, 3, false},
		{"text at the foot of one page", func(int) string { return "青禾市人民政府公报" }, 1, true},
	} {
		var set [][]sourcetest.Placed
		for i := range c.count {
			set = append(set, []sourcetest.Placed{at(50, 400, "正文第一段。"), at(50, 414, "正文第二段。"), at(100, 800, c.foot(i))})
		}
		kept := strings.Contains(strings.Join(read(t, pagesOf(set), nil).Lines, "\n"), c.foot(0))
		if kept != c.kept {
			t.Errorf("%s: kept %v, want %v", c.name, kept, c.kept)
		}
	}
}

// box rules a table whose columns and rows begin and end at the values.
func box(xs, ys []float64) []Rule {
	var out []Rule
	for _, x := range xs {
		out = append(out, Rule{x, ys[0], x, ys[len(ys)-1]})
	}
	for _, y := range ys {
		out = append(out, Rule{xs[0], y, xs[len(xs)-1], y})
	}
	return out
}

func TestTextRuledTable(t *testing.T) {
	p := Page{Width: 595, Height: 842, Rules: box([]float64{50, 100, 300, 400}, []float64{200, 220, 260}), Glyphs: glyphs([]sourcetest.Placed{
		at(50, 180, "重点任务"),
		at(55, 214, "序号"), at(105, 214, "任务"), at(305, 214, "单位"),
		at(55, 244, "1"), at(105, 236, "公布减免租金的市属国有企业房屋"), at(105, 250, "清单"), at(305, 244, "市国资委"),
		at(50, 300, "四、保障措施"),
	})}
	want := []string{"重点任务", "序号\t任务\t单位", "1\t公布减免租金的市属国有企业房屋清单\t市国资委", "四、保障措施"}
	if diff := cmp.Diff(want, read(t, []Page{p}, nil).Lines); diff != "" {
		t.Error(diff)
	}
}

func TestTextMergedCells(t *testing.T) {
	rules := []Rule{
		{50, 200, 300, 200}, {100, 220, 300, 220}, {50, 240, 300, 240}, // the second stops before the first column
		{50, 200, 50, 240}, {100, 200, 100, 240}, {300, 200, 300, 240},
	}
	p := Page{Width: 595, Height: 842, Rules: rules, Glyphs: glyphs([]sourcetest.Placed{at(55, 224, "甲"), at(105, 214, "乙"), at(105, 234, "丙")})}
	if diff := cmp.Diff([]string{"甲\t乙", "\t丙"}, read(t, []Page{p}, nil).Lines); diff != "" {
		t.Error(diff)
	}
}

// tagged places lines of stated blocks.
func tagged(block int, lines ...sourcetest.Placed) []Glyph {
	out := glyphs(lines)
	for i := range out {
		out[i].Block = block
	}
	return out
}

func TestTextStatedBlocks(t *testing.T) {
	first := append(tagged(1, at(50, 100, "支持小店经济。")), tagged(2, at(50, 114, "支持特色街区。"))...)
	first = append(first, tagged(3, at(50, 140, "1"))...)
	first = append(first, tagged(4, at(90, 140, "公布减免租金的房屋清"))...)
	second := append(tagged(4, at(90, 100, "单和目录的公布方式"), at(90, 114, "等")), tagged(5, at(50, 140, "结语。"))...)
	pages := []Page{{Width: 200, Height: 842, Glyphs: first}, {Width: 200, Height: 842, Glyphs: second}}
	blocks := []Block{{}, {}, {Row: 1, Column: 0}, {Row: 1, Column: 1}, {}}
	want := []string{"支持小店经济。", "支持特色街区。", "1\t公布减免租金的房屋清单和目录的公布方式等", "结语。"}
	if diff := cmp.Diff(want, read(t, pages, blocks).Lines); diff != "" {
		t.Error(diff)
	}
}

// What a file puts into more columns than a table may have stands in the last,
// in its order: nothing is lost.
func TestTextKeepsColumnsBeyondTheBound(t *testing.T) {
	var all []Glyph
	blocks := []Block{}
	for i := range maxColumns + 8 {
		blocks = append(blocks, Block{Row: 1, Column: i})
		all = append(all, tagged(i+1, at(10, 100, string(rune('一'+i))))...)
	}
	cells := strings.Split(strings.Join(read(t, []Page{{Width: 200, Height: 842, Glyphs: all}}, blocks).Lines, "\n"), "\t")
	var last []string
	for i := range 8 {
		last = append(last, string(rune('一'+maxColumns+i)))
	}
	if want := strings.Join(last, " "); len(cells) != maxColumns+1 || cells[maxColumns] != want {
		t.Errorf("%d cells, the last %q, want %q", len(cells), cells[len(cells)-1], want)
	}
}

// A file that calls every line a paragraph is not believed.
func TestTextDistrustsTornBlocks(t *testing.T) {
	set := sourcetest.Set([]string{long1, long1, long1})
	var all []Glyph
	var blocks []Block
	for _, l := range set[0] {
		blocks = append(blocks, Block{})
		all = append(all, tagged(len(blocks), l)...)
	}
	d := read(t, []Page{{Width: sourcetest.Width, Height: sourcetest.Height, Glyphs: all}}, blocks)
	if diff := cmp.Diff([]string{long1, long1, long1}, d.Lines); diff != "" {
		t.Error(diff)
	}
}

func TestTextTellsPagesWithoutText(t *testing.T) {
	pages := append(pagesOf([][]sourcetest.Placed{{at(50, 100, "通知")}}), Page{Pictures: 1, Width: 595, Height: 842})
	d := read(t, pages, nil)
	if len(d.Findings) != 2 || d.Findings[1].Code != "S402" || !strings.HasSuffix(d.Findings[1].Message.En, ": 2") {
		t.Errorf("findings %v", d.Findings)
	}
}

func TestTextStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Text(ctx, "a.pdf", pagesOf(sourcetest.Set([]string{long1})), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// No glyph is lost, wherever it stands.
func FuzzText(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
	f.Fuzz(func(t *testing.T, data []byte) {
		p := Page{Width: 256, Height: 256}
		for i := 0; i+4 < len(data); i += 5 {
			p.Glyphs = append(p.Glyphs, Glyph{Text: string(rune('一' + i/5)), X: float64(data[i]), Y: float64(data[i+1]), Size: float64(data[i+2] % 40), Width: 5, Block: int(data[i+3] % 4)})
			p.Rules = append(p.Rules, Rule{float64(data[i]), float64(data[i+1]), float64(data[i]), float64(data[i+4])}, Rule{float64(data[i]), float64(data[i+1]), float64(data[i+4]), float64(data[i+1])})
		}
		d, err := Text(t.Context(), "a.pdf", []Page{p, p}, []Block{{}, {Row: 1, Column: int(len(data))}})
		if err != nil {
			t.Fatal(err)
		}
		all := strings.Join(d.Lines, "")
		for _, finding := range d.Findings {
			all += finding.Message.En
		}
		for _, g := range p.Glyphs {
			if g.Size > 0 && !strings.Contains(all, g.Text) && len(d.Findings) < 2 {
				t.Fatalf("%q is lost", g.Text)
			}
		}
	})
}
