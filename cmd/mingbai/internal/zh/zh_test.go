package zh

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNumeral(t *testing.T) {
	for s, want := range map[string]int{
		"一": 1, "十": 10, "十五": 15, "二十": 20, "三十一": 31, "一百零五": 105, "二〇二二": 2022,
		"12": 12, "１２": 12, "两": 2, "〇": 0,
	} {
		if got, ok := Numeral(s); !ok || got != want {
			t.Errorf("Numeral(%q) = %d, %v; want %d", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "甲", "十十", "百", "一二十", "-3", "二〇二二二"} {
		if got, ok := Numeral(s); ok {
			t.Errorf("Numeral(%q) = %d; want none", s, got)
		}
	}
}

func TestChinese(t *testing.T) {
	for s, want := range map[string]bool{
		"省财政厅牵头": true,
		"(Provincial Department of Finance牵头,Provincial Department of Transportation配合)": true,
		"First, the goal of the work":                              false,
		"Led by the department, called 财政 in Chinese running text": false,
		"2022": true,
	} {
		if got := Chinese(s); got != want {
			t.Errorf("Chinese(%q) = %v", s, got)
		}
	}
}

func TestTypeset(t *testing.T) {
	for in, want := range map[string]string{
		"加大投入,支持企业(含1亿元)以上;其中:州(市)": "加大投入，支持企业（含1亿元）以上；其中：州（市）",
		"共1,000户,10:30开始":           "共1,000户，10:30开始",
		"First, the goal (of work)": "First, the goal (of work)",
		"手机客户端(APP)等":               "手机客户端（APP）等",
		"(责任单位:人民银行、各银行)":           "（责任单位：人民银行、各银行）",
		"药品(COVID-19)的注册费":          "药品（COVID-19）的注册费",
		"2023年 12月,第 5号,手机 APP":     "2023年12月，第5号，手机 APP",
		"缺一半(的括号":                   "缺一半(的括号",
	} {
		if got := Typeset(in); got != want {
			t.Errorf("Typeset(%q)\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestBrackets(t *testing.T) {
	s := "甲(乙(丙)丁)戊（己）"
	spans, unclosed := Brackets(s)
	if unclosed != -1 || len(spans) != 2 || s[spans[0].Start:spans[0].End] != "(乙(丙)丁)" || s[spans[1].Start:spans[1].End] != "（己）" {
		t.Errorf("Brackets(%q) = %v, %d", s, spans, unclosed)
	}
	s = "甲（乙(丙)丁"
	spans, unclosed = Brackets(s)
	if unclosed != len("甲") || len(spans) != 1 || s[spans[0].Start:spans[0].End] != "(丙)" {
		t.Errorf("Brackets(%q) = %v, %d", s, spans, unclosed)
	}
}

// TestManyBrackets proves that unclosed brackets cost no more than their number.
func TestManyBrackets(t *testing.T) {
	s := strings.Repeat("（", 300_000) + "甲)"
	spans, unclosed := Brackets(s)
	if len(spans) != 1 || unclosed != 0 {
		t.Errorf("%d spans, unclosed at %d", len(spans), unclosed)
	}
}

func TestProtected(t *testing.T) {
	s := "推广《甲。乙》做法。正文"
	p := Protected(s)
	if !p[strings.Index(s, "。")] || p[strings.LastIndex(s, "。")] {
		t.Errorf("Protected(%q) = %v", s, p)
	}
}

// FuzzFold proves that folding keeps the way back to every character.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "２０２２年　１月", "a\xffb", "〔2022〕42号", "（一）—"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := Fold(s)
		if got := folded.Orig(0, len(folded.Text)); got != s {
			t.Fatalf("Orig of all = %q, want %q", got, s)
		}
		if utf8.ValidString(s) && utf8.RuneCountInString(folded.Text) != utf8.RuneCountInString(s) {
			t.Fatalf("Fold(%q) changed the number of characters", s)
		}
		Brackets(s)
		if len(Protected(s)) != len(s) {
			t.Fatal("Protected lost a byte")
		}
		Typeset(s)
		Numeral(s)
	})
}

// TestSpell proves that what is spelled is read back.
func TestSpell(t *testing.T) {
	for n := range 100 {
		if got, ok := Numeral(Spell(n)); !ok || got != n {
			t.Errorf("Spell(%d) = %q, which reads as %d", n, Spell(n), got)
		}
	}
	if Spell(15) != "十五" || Spell(20) != "二十" || Spell(100) != "100" {
		t.Error("Spell of 15, 20 or 100")
	}
}
