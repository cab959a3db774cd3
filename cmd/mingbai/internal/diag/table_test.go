package diag

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTableKeepsOrderOfCodes(t *testing.T) {
	var codes []string
	for _, r := range sampleTable().Rules() {
		codes = append(codes, r.Code)
	}
	if diff := cmp.Diff([]string{"C102", "K101", "K110"}, codes); diff != "" {
		t.Errorf("codes (-want +got):\n%s", diff)
	}
}

func TestTableRefusesFaultyRules(t *testing.T) {
	change := func(f func(*Rule)) *Rule {
		r := *linkRule
		f(&r)
		return &r
	}
	tests := map[string]struct {
		rules []*Rule
		want  string
	}{
		"the same code twice": {[]*Rule{linkRule, change(func(r *Rule) { r.Title.En = "other" })}, `rule K101 stands twice`},
		"a code of two":       {[]*Rule{change(func(r *Rule) { r.Code = "K1" })}, "a capital letter and three digits"},
		"a small letter":      {[]*Rule{change(func(r *Rule) { r.Code = "k101" })}, "a capital letter and three digits"},
		"no severity":         {[]*Rule{change(func(r *Rule) { r.Severity = "" })}, `unknown severity ""`},
		"no Chinese title":    {[]*Rule{change(func(r *Rule) { r.Title.Zh = "" })}, "the title is not there in both languages"},
		"no English message":  {[]*Rule{change(func(r *Rule) { r.Message.En = "" })}, "the message is not there in both languages"},
		"no explanation":      {[]*Rule{change(func(r *Rule) { r.Explain = Text{} })}, "the explanation is not there in both languages"},
		"half a hint":         {[]*Rule{change(func(r *Rule) { r.Hint.En = "" })}, "the hint is there in one language only"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := NewTable(tt.rules)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func TestExplain(t *testing.T) {
	tests := []struct{ code, lang, want string }{
		{"K101", "en", "K101 broken link (error)\n\nEvery link must lead to a page.\n\n" +
			"To mend it: mend the address or remove the link\n\n" +
			"Example:\n    <a href=\"gone.html\">\n      gone\n    </a>\n"},
		{" k101 ", "zh", "K101 链接失效（错误）\n\n每个链接都必须指向存在的页面。\n\n" +
			"处理办法：改正地址，或者删去链接\n\n" +
			"示例：\n    <a href=\"gone.html\">\n      gone\n    </a>\n"},
		{"C102", "zh", "C102 日期过早（警告）\n\n时限应当在成文日期之后。\n"},
	}
	for _, tt := range tests {
		got, err := sampleTable().Explain(tt.code, tt.lang)
		if err != nil {
			t.Errorf("Explain(%q): %v", tt.code, err)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Explain(%q, %q) (-want +got):\n%s", tt.code, tt.lang, diff)
		}
	}
}

func TestExplainUnknownCode(t *testing.T) {
	tests := []struct{ code, lang, want string }{
		{"K111", "en", `no rule has the code "K111"; did you mean K101, K110?`},
		{"k102", "zh", `没有代码为 "k102" 的规则；您是否要查 K101、C102、K110？`},
		{"101", "en", `no rule has the code "101"; did you mean K101, C102, K110?`},
		{"nonsense", "en", `no rule has the code "nonsense"`},
		{"", "zh", `没有代码为 "" 的规则`},
	}
	for _, tt := range tests {
		got, err := sampleTable().Explain(tt.code, tt.lang)
		var unknown *UnknownCodeError
		if !errors.As(err, &unknown) || got != "" {
			t.Errorf("Explain(%q) = %q, %v; want an UnknownCodeError", tt.code, got, err)
			continue
		}
		if err.Error() != tt.want {
			t.Errorf("Explain(%q):\n got %s\nwant %s", tt.code, err, tt.want)
		}
	}
}
