package markdown

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// joined converts a body and joins the HTML of its blocks.
func joined(t *testing.T, body string, o Options) (string, []Problem) {
	t.Helper()
	blocks, problems, err := New().Convert(body, o)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, b := range blocks {
		out = append(out, b.HTML)
	}
	return strings.Join(out, "\n"), problems
}

func TestConvert(t *testing.T) {
	tests := []struct{ name, lang, body, want string }{
		{"paragraph with anchor", "zh", "继续落实政策。 {#p31}\n", `<p id="p31">继续落实政策。</p>`},
		{"anchor without space is text", "zh", "继续落实政策。{#p31}", `<p>继续落实政策。{#p31}</p>`},
		{"escaped anchor is text", "zh", "继续落实政策。 \\{#p31}", `<p>继续落实政策。 {#p31}</p>`},
		{"anchor after emphasis", "zh", "**落实政策。** {#p31-2}", `<p id="p31-2"><strong>落实政策。</strong></p>`},
		{"anchor in the middle is text", "zh", "见{#p31}一段", `<p>见{#p31}一段</p>`},
		{"heading with anchor", "zh", "## 工作目标 {#goal}", `<h2 id="goal">工作目标</h2>`},
		{"heading gets no id of its own", "zh", "## 工作目标", `<h2>工作目标</h2>`},
		{"a page has one h1 already", "zh", "# 标题", `<h2>标题</h2>`},
		{"no other attributes", "", "## 标题 {#a onclick=x}", `<h2>标题 {#a onclick=x}</h2>`},
		{"list items carry anchors", "zh", "- 甲 {#p1}\n- 乙 {#p2}", "<ul>\n<li id=\"p1\">甲</li>\n<li id=\"p2\">乙</li>\n</ul>"},
		{"bold before Chinese", "zh", "**加强领导。**各部门", `<p><strong>加强领导。</strong>各部门</p>`},
		{"bold after Chinese", "zh", "一是**推进《办法》**落实", `<p>一是<strong>推进《办法》</strong>落实</p>`},
		{"bold around quotation marks", "zh", "落实**“三保”**工作", `<p>落实<strong>“三保”</strong>工作</p>`},
		{"two bolds with a comma", "zh", "**甲**，**乙**。", `<p><strong>甲</strong>，<strong>乙</strong>。</p>`},
		{"emphasis in English as ever", "en", "a *b* c **d**e, 2 * 3 * 4", `<p>a <em>b</em> c <strong>d</strong>e, 2 * 3 * 4</p>`},
		{"no space at a break inside Chinese", "zh", "落实政策\n和措施", `<p>落实政策和措施</p>`},
		{"no space at a break after a comma", "zh", "落实政策，\n加大力度", `<p>落实政策，加大力度</p>`},
		{"a break in English stays", "en", "one\ntwo", "<p>one\ntwo</p>"},
		{"raw HTML is text", "zh", "甲<script>alert(1)</script>乙", `<p>甲&lt;script&gt;alert(1)&lt;/script&gt;乙</p>`},
		{"HTML block is text", "", "<div onclick=x>\n甲\n</div>", "<p>&lt;div onclick=x&gt;甲&lt;/div&gt;</p>"},
		{"indented text is no code", "zh", "甲\n\n    乙", "<p>甲</p>\n<p>乙</p>"},
		{"a note is no link definition", "zh", "[1]: 见附件", "<p>[1]: 见附件</p>"},
		{"a fence is no code", "", "~~~ 甲", "<p>~~~ 甲</p>"},
		{"a row of signs makes no heading", "zh", "甲\n===", "<p>甲===</p>"},
		{"table without style", "zh", "| 甲 | 乙 |\n|:--|--:|\n| 1 | 2 |",
			"<table>\n<thead>\n<tr>\n<th>甲</th>\n<th>乙</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>"},
		{"English phrase in Chinese", "zh", "由Provincial Department of Finance负责", `<p>由<span lang="en">Provincial Department of Finance</span>负责</p>`},
		{"one foreign word is none", "zh", "新冠COVID-19疫情", `<p>新冠COVID-19疫情</p>`},
		{"Chinese in English", "en", `the "three" 三保 items`, `<p>the &quot;three&quot; <span lang="zh-CN">三保</span> items</p>`},
		{"reference beside an English run", "zh", "由Department of R&amp;D 负责 &#49;", "<p>由Department of R&amp;D 负责 1</p>"},
		{"code keeps its text", "zh", "`two words`", `<p><code>two words</code></p>`},
		{"relative link", "zh", "[甲](m02.html#p3)", `<p><a href="m02.html#p3">甲</a></p>`},
		{"external link", "zh", "[甲](https://www.gov.cn/)", `<p><a href="https://www.gov.cn/" rel="external noopener">甲</a></p>`},
		{"telephone", "zh", "[甲](tel:0871-12345)", `<p><a href="tel:0871-12345">甲</a></p>`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, problems := joined(t, tt.body, Options{Lang: tt.lang})
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if len(problems) > 0 {
				t.Errorf("problems: %v", problems)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	tests := []struct {
		name, body, want string
		problem          Problem
	}{
		{"script", "甲\n\n[乙](javascript:alert(1))", "<p>甲</p>\n<p>乙</p>", Problem{3, UnsafeLink, "javascript:alert(1)"}},
		{"script in capitals", "[乙](JaVaScRiPt:x)", "<p>乙</p>", Problem{1, UnsafeLink, "JaVaScRiPt:x"}},
		{"script by entity", "[乙](javascript&#58;x)", "<p>乙</p>", Problem{1, UnsafeLink, "javascript:x"}},
		{"data", "[乙](data:text/html,x)", "<p>乙</p>", Problem{1, UnsafeLink, "data:text/html,x"}},
		{"no scheme", "[乙](//evil.example/)", "<p>乙</p>", Problem{1, UnsafeLink, "//evil.example/"}},
		{"autolink", "<javascript:alert>", "<p>javascript:alert</p>", Problem{1, UnsafeLink, "javascript:alert"}},
		{"image from elsewhere", "![图](https://evil.example/a.png)", "<p>图</p>", Problem{1, UnsafeImage, "https://evil.example/a.png"}},
		{"anchor twice", "甲 {#p1}\n\n乙 {#p1}", "<p id=\"p1\">甲</p>\n<p>乙</p>", Problem{3, RepeatedID, "p1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, problems := joined(t, tt.body, Options{Lang: "zh"})
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if diff := cmp.Diff([]Problem{tt.problem}, problems); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
		})
	}
}

func TestBlocks(t *testing.T) {
	body := "甲 {#p1}\n\n## **目标** {#goal}\n\n- 乙 {#p2}\n- 丙 {#p3}\n\n| a |\n|---|\n| b |\n"
	got, _, err := New().Convert(body, Options{Lang: "zh"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		got[i].HTML = ""
	}
	want := []Block{
		{Kind: Paragraph, ID: "p1", IDs: []string{"p1"}},
		{Kind: Heading, ID: "goal", IDs: []string{"goal"}, Level: 2, Text: "目标"},
		{Kind: Other, ID: "p2", IDs: []string{"p2", "p3"}},
		{Kind: Table},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestLinkMapping(t *testing.T) {
	link := func(address string) (string, bool) { return "to.html", address == "m02.zh.md" }
	got, _ := joined(t, "[甲](m02.zh.md) [乙](other.pdf)", Options{Lang: "zh", Link: link})
	if want := `<p><a href="to.html">甲</a> <a href="other.pdf">乙</a></p>`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestRunsJoinToTheText(t *testing.T) {
	text := "《Yunnan Province has further assisted, small and medium工作方案》(云政办发〔2022〕42号)"
	var b strings.Builder
	english := 0
	for _, r := range Runs("zh", text) {
		b.WriteString(r.Text)
		if r.Lang == "en" {
			english++
		}
	}
	if b.String() != text || english != 1 {
		t.Errorf("got %q with %d English runs, want the text with 1", b.String(), english)
	}
}

// Whatever the body, conversion neither panics, nor loses text, nor lets a
// script through.
func FuzzConvert(f *testing.F) {
	for _, s := range []string{"**加强。**各 {#p1}", "<script>", "[a](javascript:b)", "- {#p1}\n  - {#p1}", "![](x)", "{#p1}", "# {#a}", "|a|\n|-|\n|<b>|"} {
		f.Add(s)
	}
	c := New()
	han := regexp.MustCompile(`\p{Han}`)
	f.Fuzz(func(t *testing.T, body string) {
		for _, lang := range []string{"zh", "en"} {
			blocks, _, err := c.Convert(body, Options{Lang: lang})
			if err != nil {
				t.Fatal(err)
			}
			text := ""
			for _, b := range blocks {
				text += b.HTML
				low := strings.ToLower(b.HTML)
				for _, bad := range []string{"<script", "<iframe", "<div", `href="javascript:`, `src="javascript:`} {
					if strings.Contains(low, bad) {
						t.Fatalf("%q came through: %q", bad, b.HTML)
					}
				}
			}
			// Addresses and titles of links are escaped or resolved; without
			// any, no Chinese character may go missing.
			if !strings.ContainsAny(body, "[&") && len(han.FindAllString(text, -1)) < len(han.FindAllString(body, -1)) {
				t.Fatalf("text was lost: %q became %q", body, text)
			}
		}
	})
}
