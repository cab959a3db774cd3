package site

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadCitations(t *testing.T) {
	tests := []struct {
		name, text string
		want       []Citation
	}{
		{"none", "加大支持力度，安排5亿元。", nil},
		{"title alone", "按照《政府投资条例》执行", []Citation{{Title: "政府投资条例"}}},
		{"number behind", "落实《国务院关于印发措施的通知》（国发〔2022〕12号）精神", []Citation{{Title: "国务院关于印发措施的通知", Number: "国发〔2022〕12号"}}},
		{"half-width brackets", "落实《方案》(云政办发[2022]42号)", []Citation{{Title: "方案", Number: "云政办发〔2022〕42号"}}},
		{"bracket in the wrong place", "根据《方案》（云政办发〔2022〕42）号要求", []Citation{{Title: "方案", Number: "云政办发〔2022〕42号"}}},
		{"telegram", "《通知》（国办发明电〔2022〕7号）和《方案》（云政办发〔2022〕42号）", []Citation{{Title: "通知", Number: "国办发明电〔2022〕7号"}, {Title: "方案", Number: "云政办发〔2022〕42号"}}},
		{"announcement", "《关于延长政策的公告》（2022年第5号公告）的规定", []Citation{{Title: "关于延长政策的公告", Number: "2022年第5号公告"}}},
		{"order", "《政府投资条例》（国务院令第712号）", []Citation{{Title: "政府投资条例", Number: "国务院令第712号"}}},
		{"number without brackets", "《方案》云政发〔2022〕1号印发", []Citation{{Title: "方案", Number: "云政发〔2022〕1号"}}},
		{"number before", "（云政发〔2022〕1号）《方案》", []Citation{{Title: "方案", Number: "云政发〔2022〕1号"}}},
		{"number alone", "按国发〔2022〕12号文件和云政办函〔2022〕3号执行", []Citation{{Number: "国发〔2022〕12号"}, {Number: "云政办函〔2022〕3号"}}},
		{"number in a sentence", "认真贯彻落实国发〔2022〕12号", []Citation{{Number: "国发〔2022〕12号"}}},
		{"title within a title", "《关于印发〈办法〉的通知》和《关于印发《细则》的函》", []Citation{{Title: "关于印发〈办法〉的通知"}, {Title: "关于印发《细则》的函"}}},
		{"a bracket that is no number", "《办法（试行）》（以下简称《办法》）", []Citation{{Title: "办法（试行）"}, {Title: "办法"}}},
		{"never closed", "《方案", nil},
		{"never opened", "方案》和《办法》", []Citation{{Title: "办法"}}},
		{"empty", "《》", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, readCitations(tt.text)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// A citation leads to the document of this site that it names, by number or by
// title, and what is cited twice is listed once with both places.
func TestCitations(t *testing.T) {
	tree := fixture()
	doc := tree.Documents[0]
	doc.Number = "云政办发〔2022〕42号"
	m := doc.Actions[0].Plans[0].Measures[1]
	m.Zh.Body = "按《方案》（云政办发[2022]42号）执行。 {#p12}\n\n《方案》和《十大专项行动》《办法》。 {#p13}"
	s, _ := New(tree, "2022-06-15")
	own := s.Documents[0]
	want := []*Citation{
		{Title: "方案", Number: "云政办发〔2022〕42号", Anchors: []string{"p12", "p13"}, Document: own},
		{Title: "十大专项行动", Anchors: []string{"p13"}, Document: own},
		{Title: "办法", Anchors: []string{"p13"}},
	}
	got := s.Page("zh/doc/tax/finance/m01-1.html").Measure.Citations()
	same := cmp.Comparer(func(a, b *Document) bool { return a == b })
	if diff := cmp.Diff(want, got, same); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func FuzzReadCitations(f *testing.F) {
	for _, s := range []string{"《方案》（云政办发〔2022〕42）号", "《《》", "》（国发〔2022〕1号《", "〔2022〕1", "按国发(2022)1号文件《甲》"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, c := range readCitations(text) {
			if c.Title == "" && c.Number == "" {
				t.Fatalf("%q: a citation of nothing", text)
			}
		}
	})
}
