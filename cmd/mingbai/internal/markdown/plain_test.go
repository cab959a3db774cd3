package markdown

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What is converted without goldmark comes out as goldmark makes it.
func FuzzPlain(f *testing.F) {
	for _, body := range []string{
		"继续落实政策。 {#p31}\n\n支持 small and medium-sized enterprises。  {#p32}", "由财政厅、“税务局”负责。 {#p1}",
		"By 2022, the Finance 财政厅 Department's \"a > b\". {#p2}", "1、甲 {#p1}\n\n2 b", "甲 ", "12. 甲", "甲 {#p1}\n\n乙 {#p1}", "甲\n乙",
		"\u3000甲\u3000", "甲\n\n\n乙", "甲\n\n", "\n\n甲", "{#p1}", "甲 {#p1} {#p2}", "http://www.example.cn/ a@b.cn", "a  \n\nb {#x}\t ", "\"a\" (b)~~c~~ 'd' -- ...",
		"甲\u2028乙\u0085丙", "a: b\n\n: c", "a = b # c #",
	} {
		f.Add(body)
	}
	c := New()
	f.Fuzz(func(t *testing.T, body string) {
		for _, o := range []Options{
			{Lang: "zh"}, {Lang: "en"}, {},
			{Lang: "zh", Mentions: everywhere("财政厅", "../f.html")}, {Lang: "en", Mentions: everywhere("a", "javascript:x&\"名")},
		} {
			got, ok := plain(body, o)
			if !ok {
				return
			}
			want, problems, err := c.parse(body, o)
			if err != nil || len(problems) > 0 {
				t.Fatalf("%q: %v %v", body, problems, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%q:\n%s", body, diff)
			}
		}
	})
}

func BenchmarkConvert(b *testing.B) {
	body := "对符合条件的小微企业，按照不超过50%的比例给予贴息支持，继续实施 small and medium-sized enterprises 计划。（省财政厅牵头；省税务局配合） {#p1}"
	c := New()
	for _, one := range []struct {
		name    string
		convert func(string, Options) ([]Block, []Problem, error)
	}{{"plain", c.Convert}, {"goldmark", c.parse}} {
		b.Run(one.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := one.convert(body, Options{Lang: "zh"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
