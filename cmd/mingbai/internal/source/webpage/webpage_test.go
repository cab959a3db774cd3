package webpage

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"mingbai/cmd/mingbai/internal/source/draft"
)

func read(t *testing.T, page string) draft.Draft {
	t.Helper()
	d, err := Read(t.Context(), "a.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func told(d draft.Draft) []string {
	var out []string
	for _, f := range d.Findings {
		out = append(out, f.Code+" "+f.Message.En)
	}
	return out
}

func TestReadFlow(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"paragraphs", "<p>\u3000\u3000一、目标</p>\n<p>&nbsp;&nbsp;正文。</p>", []string{"一、目标", "正文。"}},
		{"blank paragraph", "<p>通知</p><p>&nbsp;</p><p>正文</p>", []string{"通知", "", "正文"}},
		{"line breaks", "<div>一<br>二<br/><br/>三</div>", []string{"一", "二", "", "三"}},
		{"text beside blocks", "甲<div>乙</div>丙<p>丁</p>", []string{"甲", "乙", "丙", "丁"}},
		{"lines of the page's source", "<p>加强\n   领导，2022\n年。by all\n  means</p>", []string{"加强领导，2022年。by all means"}},
		{"space within a line", "<p>改革创新 加快　发展</p>", []string{"改革创新 加快　发展"}},
		{"marks that are not seen", "<p>甲\u200b乙<!-- 丙 --><script>x()</script></p>", []string{"甲乙"}},
		{"inline elements", "<p><strong>（一）</strong><span>支持<a href='x'>小店</a></span>。</p>", []string{"（一）支持小店。"}},
		{"numbered list", "<ol><li>甲</li><li>乙</li></ol><ol start=3 style='list-style-type: cjk-ideographic'><li>丙</li></ol><ul><li>丁</li></ul><ol type=A><li>x</li></ol>",
			[]string{"1.甲", "2.乙", "三、丙", "丁", "A. x"}},
		{"preformatted", "<pre>一\n二</pre>", []string{"一", "二"}},
		{"table", "<table><caption>分工</caption><tr><th>序号<th>任务</tr><tr><td><p>1</p><td><p>甲</p><p>乙</p></tr></table>", []string{"分工", "序号\t任务", "1\t甲 乙"}},
		{"merged cells", "<table><tr><td rowspan=2>甲<td>乙<td>丙</tr><tr><td>丁<td>戊</tr><tr><td colspan=2>己<td>庚</tr></table>", []string{"甲\t乙\t丙", "\t丁\t戊", "己\t\t庚"}},
		{"table that arranges the page", "<table><tr><td><p>一</p><p>二</p></td></tr></table><table><tr><td>边<td><table><tr><td>1<td>2</tr></table></tr></table>", []string{"一", "二", "边", "1\t2"}},
	} {
		if diff := cmp.Diff(c.want, read(t, "<html><body>"+c.body).Lines); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

const text = "<p>一、工作目标。到2025年底，新增小店1000家，带动就业5000人。</p><p>二、工作措施。减免租金，发放补贴，提供贷款担保。（市商务局牵头）</p>"

func TestReadFindsArticle(t *testing.T) {
	nav := "<div class=nav><a href=1>首页</a><a href=2>政务公开</a><a href=3>互动</a></div>"
	want := []string{"一、工作目标。到2025年底，新增小店1000家，带动就业5000人。", "二、工作措施。减免租金，发放补贴，提供贷款担保。（市商务局牵头）"}
	for name, body := range map[string]string{
		"UCAP":                              nav + "<div id=UCAP-CONTENT>" + text + "</div><div>版权所有 青禾市人民政府办公室主办</div>",
		"TRS, nested":                       nav + "<div class='view TRS_UEDITOR trs_paper_default'><div class=TRS_Editor>" + text + "</div></div><p>网站地图</p>",
		"zoom":                              nav + "<div><span>字体</span><div id=zoom>" + text + "</div></div>",
		"article":                           nav + "<article>" + text + "</article><aside>推荐阅读</aside>",
		"by density":                        nav + "<div class=a><div class=b>" + text + "</div></div><div class=c><a href=1>甲省</a><a href=2>乙省</a><a href=3>丙省</a></div>",
		"an empty container is passed over": nav + "<div id=UCAP-CONTENT></div><div class=content>" + text + "</div>",
	} {
		if diff := cmp.Diff(want, read(t, body).Lines); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestReadLists(t *testing.T) {
	d := read(t, `<html><head><title>关于支持小店的通知_青禾市人民政府</title><style>p{}</style></head><body>
<header><nav><a href=1>首页</a></nav></header><script>var a = "甲"</script>
<h1>关于支持小店的通知</h1>
<table><tr><td>发文字号</td><td>青政发〔2024〕7号</td></tr><tr><td>成文日期</td><td>2024年3月5日</td></tr></table>
<div class="TRS_Editor"><div class="share">分享到：微信</div>`+text+`<p>【打印】【关闭】</p><p style="display: none">暗</p></div>
<footer>主办：青禾市人民政府</footer></body></html>`)
	want := []string{"关于支持小店的通知", "青政发〔2024〕7号", "2024年3月5日",
		"一、工作目标。到2025年底，新增小店1000家，带动就业5000人。", "二、工作措施。减免租金，发放补贴，提供贷款担保。（市商务局牵头）"}
	if diff := cmp.Diff(want, d.Lines); diff != "" {
		t.Error(diff)
	}
	wantTold := []string{
		"S213 put before the text, from elsewhere on the page: 关于支持小店的通知 / 青政发〔2024〕7号 / 2024年3月5日",
		"S201 left out buttons for sharing, printing and the like, 14 characters: 分享到：微信 / 【打印】【关闭】",
		"S201 left out hidden text, 1 characters: 暗",
		"S201 left out navigation, 2 characters: 首页",
		"S201 left out scripts and style sheets, 8 characters: var a = \"甲\"",
		"S201 left out page footers, 10 characters: 主办：青禾市人民政府",
		"S201 left out text around the article, 28 characters: 发文字号 青政发〔2024〕7号 / 成文日期 2024年3月5日",
	}
	if diff := cmp.Diff(wantTold, told(d)); diff != "" {
		t.Error(diff)
	}
}

func TestReadDoesNotRepeatTitle(t *testing.T) {
	d := read(t, "<h1>关于支持小店的通知</h1><div id=UCAP-CONTENT><p>关于支持小店<br>的通知</p>"+text+"</div>")
	if d.Lines[0] != "关于支持小店" || len(d.Lines) != 4 {
		t.Errorf("lines %q", d.Lines)
	}
}

// What the article lacks is put below its title, and what it has is not said twice.
func TestReadPutsFactsBelowTitle(t *testing.T) {
	facts := "<table><tr><td>发文字号：</td><td>青政发〔2024〕7号</td><td>成文日期：</td><td>2024年03月05日</td></tr></table>"
	d := read(t, facts+"<h1>关于支持小店的通知</h1><div id=UCAP-CONTENT><p>关于支持小店<br>的通知</p>"+text+"<p>2024年3月5日</p></div>")
	want := []string{"关于支持小店", "的通知", "青政发〔2024〕7号"}
	if diff := cmp.Diff(want, d.Lines[:3]); diff != "" || len(d.Lines) != 6 {
		t.Errorf("%s %q", diff, d.Lines)
	}
}

// A short document is found in its container, however much the portal adds.
func TestReadShortArticle(t *testing.T) {
	d := read(t, "<div>"+strings.Repeat("本站说明文字。", 100)+"</div><div class=TRS_Editor>"+text+"</div>")
	if len(d.Lines) != 2 {
		t.Errorf("lines %q", d.Lines)
	}
}

func TestReadEncoding(t *testing.T) {
	gbk := func(s string) string {
		b, err := simplifiedchinese.GBK.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, c := range []struct{ name, page, encoding, code string }{
		{"named", gbk("<meta charset=gb2312>" + text), "GB2312", "S103"},
		{"named by http-equiv", gbk(`<meta http-equiv="Content-Type" content="text/html; charset=gbk">` + text), "GB2312", "S103"},
		{"not named", gbk(text), "GB2312", "S103"},
		{"misnamed", "<meta charset=gb2312>" + text, "UTF-8", "S211"},
		{"misnamed the other way", gbk("<meta charset=utf-8>" + text), "GB2312", "S211"},
		{"UTF-8", "<meta charset=utf-8>" + text, "UTF-8", ""},
		{"with a mark", "\ufeff<meta charset=utf-8>" + text, "UTF-8", ""},
		{"named by default", gbk("<meta charset=iso-8859-1>" + text), "GB2312", "S211"},
	} {
		d := read(t, c.page)
		if d.Encoding != c.encoding || !strings.HasPrefix(d.Lines[0], "一、工作目标") {
			t.Errorf("%s: %s %q", c.name, d.Encoding, d.Lines)
		}
		codes := told(d)
		if c.code == "" && len(codes) > 0 || c.code != "" && !slices.ContainsFunc(codes, func(s string) bool { return strings.HasPrefix(s, c.code) }) {
			t.Errorf("%s: findings %q, want %q", c.name, codes, c.code)
		}
	}
}

func TestReadBounds(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Nanosecond)
	defer cancel()
	if _, err := Read(ctx, "a.html", []byte(text)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
	if _, err := Read(t.Context(), "a.html", []byte(strings.Repeat("<div>", 100_000))); err == nil {
		t.Error("elements 100,000 deep were read")
	}
	d := read(t, "<table><tr><td colspan=100000 rowspan=100000>甲<td>乙</tr><tr><td>丙</tr></table>")
	if len(d.Lines) != 2 || len(d.Lines[1]) > 200 {
		t.Errorf("lines %q", d.Lines)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte("<div id=zoom>" + text + "</div>"))
	f.Add([]byte("<meta charset=gbk><table><tr><td rowspan=3><ol type=a><li value=7>"))
	f.Add([]byte("<p><br><pre>\n<table><table>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read(t.Context(), "a.html", data)
		if err == nil && strings.ContainsAny(strings.Join(d.Lines, ""), "\n\r") {
			t.Fatalf("a line with a break: %q", d.Lines)
		}
	})
}
