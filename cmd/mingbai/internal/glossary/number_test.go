package glossary

import "testing"

func TestEnglishNumber(t *testing.T) {
	for in, want := range map[string]string{
		"（三）": "(3)", "（十二）": "(12)", "三、": "3.", "1.": "1.", "(2)": "(2)", "第一条": "第一条", "": "", "（甲）": "（甲）",
	} {
		if got := EnglishNumber(in); got != want {
			t.Errorf("EnglishNumber(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestEnglishLimit(t *testing.T) {
	for in, want := range map[string]string{
		"延长6个月": "extended by 6 months", "期限为6个月": "6 months", "期限不超过1年": "at most 1 year",
		"期限不超过一年": "at most 1 year", "执行期3年": "3 years", "长期坚持": "ongoing",
		"每月20日前": "before day 20 of every month", "每周四下班前": "every week, before the end of the working day on Thursday",
		"每年11月10日前": "", "定期": "", "": "",
	} {
		if got := EnglishLimit(in); got != want {
			t.Errorf("EnglishLimit(%q) = %q, want %q", in, got, want)
		}
	}
}
