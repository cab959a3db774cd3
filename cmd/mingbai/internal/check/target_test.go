package check

import (
	"net/url"
	"testing"
)

func TestResolve(t *testing.T) {
	const from = "zh/doc/a.html"
	tests := []struct {
		base, href string
		want       target
	}{
		{"https://e.cn/", "b.html#p1", target{Path: "zh/doc/b.html", Fragment: "p1"}},
		{"https://e.cn/", "#p1", target{Path: from, Fragment: "p1"}},
		{"https://e.cn/", "?q=1", target{Path: from}},
		{"https://e.cn/", "../../index.html", target{Path: "index.html"}},
		{"https://e.cn/", "../../../index.html", target{where: aboveRoot}},
		{"https://e.cn/", "..", target{Path: "zh/index.html", Folder: true}},
		{"https://e.cn/", "../../", target{Path: "index.html", Folder: true}},
		{"https://e.cn/", "/zh/b.html", target{Path: "zh/b.html", Rooted: true}},
		{"https://e.cn/p/", "/zh/b.html", target{where: aboveRoot, Rooted: true}},
		{"https://e.cn/p/", "/p/zh/b.html", target{Path: "zh/b.html", Rooted: true}},
		{"https://e.cn/p", "https://E.cn/p/zh/b.html", target{Path: "zh/b.html", Rooted: true}},
		{"https://e.cn/p", "https://e.cn/p", target{Path: "index.html", Rooted: true, Folder: true}},
		{"https://e.cn/p", "https://e.cn/press/a", target{where: outside, Host: "e.cn", Scheme: "https"}},
		{"https://e.cn/", "//f.cn/x", target{where: outside, Host: "f.cn"}},
		{"https://e.cn/", "https:b.html", target{where: refused, Scheme: "https"}},
		{"https://e.cn/", "tel:1", target{where: mailOrTel, Scheme: "tel"}},
		{"https://e.cn/", "JavaScript:x", target{where: refused, Scheme: "javascript"}},
		{"https://e.cn/", "%zz", target{where: refused}},
		{"https://e.cn/", "", target{where: refused}},
		{"", "b.html", target{Path: "zh/doc/b.html"}},
		{"", "https://e.cn/", target{where: outside, Host: "e.cn", Scheme: "https"}},
	}
	for _, tt := range tests {
		base, err := url.Parse(tt.base)
		if err != nil {
			t.Fatal(err)
		}
		if got := resolve(from, tt.href, base); got != tt.want {
			t.Errorf("resolve(%q) at %q:\n got %+v\nwant %+v", tt.href, tt.base, got, tt.want)
		}
	}
}
