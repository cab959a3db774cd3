package check

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/diag"
)

// A finding leads to the line of the content file that the link stands in.
func TestFindingsNameTheContentFile(t *testing.T) {
	page := []byte(`<html lang=zh-CN><main><a href="gone.html">甲</a><a href="lost.html">乙</a>`)
	s := subject{
		Config: testConfig(),
		Files:  map[string][]byte{"zh/a.html": page, "zh/b.html": page},
		Origins: map[string]origin{"zh/a.html": {Sources: []source{
			{File: "content/a.zh.md", Body: "一\n二三 [甲](gone.html)\n", BodyLine: 10},
			{File: "content/a.en.md", Body: "[B](lost.html)\n", BodyLine: 4},
		}}},
	}
	findings, err := s.check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range findings {
		if f.Code == "K101" {
			got[f.File+" "+f.Message.En[len("the link “"):][:len("甲")]] = f.Cause.String()
		}
	}
	want := map[string]string{
		"public/zh/a.html 甲": "content/a.zh.md:11:8",
		"public/zh/a.html 乙": "content/a.en.md:4:5",
		"public/zh/b.html 甲": "",
		"public/zh/b.html 乙": "",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("causes (-want +got):\n%s", diff)
	}
}

func foldAll(findings []diag.Finding) []diag.Finding {
	f := folder{}
	for _, one := range findings {
		f.of(one.Code, one.Message.En).add(one.File, func() diag.Finding { return one })
	}
	return f.findings()
}

func TestFoldKeepsWhatDiffers(t *testing.T) {
	var many []diag.Finding
	for i := range 10 {
		many = append(many, brokenLink.At(diag.Position{File: fmt.Sprintf("public/%d.html", i)}, "页脚", "zh/gone.html"))
	}
	many = append(many, brokenLink.At(diag.Position{File: "public/x.html"}, "正文", "zh/gone.html"))
	got := foldAll(many)
	if len(got) != maxAlike+2 {
		t.Fatalf("%d findings are left of 11, want %d", len(got), maxAlike+2)
	}
	rest := got[maxAlike].Message
	if !strings.HasSuffix(rest.En, "(the same on 6 more pages)") || !strings.HasSuffix(rest.Zh, "（另有 6 个页面相同）") {
		t.Errorf("the rest is told as %q, %q", rest.En, rest.Zh)
	}
	if few := many[:maxAlike+1]; len(foldAll(few)) != len(few) {
		t.Errorf("folded %d findings, which saves no line", len(few))
	}
}
