package markdown

import (
	"strings"
	"testing"
)

// everywhere finds a name wherever it stands.
func everywhere(name, address string) func(string) []Mention {
	return func(paragraph string) []Mention {
		var all []Mention
		for at := 0; ; {
			i := strings.Index(paragraph[at:], name)
			if i < 0 {
				return all
			}
			all = append(all, Mention{at + i, at + i + len(name), address})
			at += i + len(name)
		}
	}
}

func TestMentions(t *testing.T) {
	for _, tt := range []struct{ name, lang, body, want string }{
		{"in a clause", "zh", "办理。（财政厅、税务局负责） {#p1}", `<p id="p1">办理。（<a href="f.html">财政厅</a>、税务局负责）</p>`},
		{"twice", "zh", "财政厅，财政厅", `<p><a href="f.html">财政厅</a>，<a href="f.html">财政厅</a></p>`},
		{"inside a link", "zh", "[财政厅](x.html)的财政厅", `<p><a href="x.html">财政厅</a>的<a href="f.html">财政厅</a></p>`},
		{"inside a mark", "zh", "**由财政厅负责**", `<p><strong>由<a href="f.html">财政厅</a>负责</strong></p>`},
		{"across a mark", "zh", "财**政厅**", `<p>财<strong>政厅</strong></p>`},
		{"code", "zh", "`财政厅`", `<p><code>财政厅</code></p>`},
		{"in a list", "zh", "- 财政厅 {#p2}", "<ul>\n<li id=\"p2\"><a href=\"f.html\">财政厅</a></li>\n</ul>"},
		{"a name in the other language", "en", "by 财政厅 (Finance)", `<p>by <a href="f.html"><span lang="zh-CN">财政厅</span></a> (Finance)</p>`},
		{"second line", "zh", "甲\n财政厅", `<p>甲<a href="f.html">财政厅</a></p>`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, _ := joined(t, tt.body, Options{Lang: tt.lang, Mentions: everywhere("财政厅", "f.html")})
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
