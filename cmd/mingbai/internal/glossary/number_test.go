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
