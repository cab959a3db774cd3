package parse

import (
	"testing"

	"mingbai/cmd/mingbai/internal/plan"
)

// TestValidity reads from when and until when a document holds, and takes no
// other term for it.
func TestValidity(t *testing.T) {
	for text, want := range map[string]plan.Validity{
		"本措施自2023年4月1日起施行，有效期至2025年3月31日。":        {Effective: "2023-04-01", Expires: "2025-03-31"},
		"六、本意见自印发之日起施行。":                          {Effective: "2022-06-08", Inferred: true},
		"第八条 本办法自2021年9月1日起施行，有效期5年。":             {Effective: "2021-09-01", Term: "5年"},
		"以上政策有效期自2022年1月1日至2022年12月31日。":          {Effective: "2022-01-01", Expires: "2022-12-31"},
		"各地要抓好落实。本通知自发布之日起执行，有效期暂定为两年。":           {Effective: "2022-06-08", Inferred: true, Term: "两年"},
		"许可证有效期5年，期满可以延续。":                        {},
		"本省企业自2022年1月1日起开展申报。":                    {},
		"本政策执行期至2022年底，2022年12月31日止。":             {Expires: "2022-12-31"},
		"对本市企业，贷款期限不超过1年。":                        {},
		"自公布之日起施行，2020年印发的《办法》（有效期至2025年6月1日）废止。": {Effective: "2022-06-08", Inferred: true},
	} {
		doc, _ := Parse(Input{File: "d.txt", Lines: []string{"某市若干措施", "2022年6月8日", "为做好工作，制定本措施。", text}})
		got := doc.Validity
		if want.Effective != "" || want.Expires != "" || want.Term != "" {
			if got.Text == "" || got.Line != 4 {
				t.Errorf("%s: text %q of line %d", text, got.Text, got.Line)
			}
		}
		got.Text, got.Line = "", 0
		if got != want {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
}
