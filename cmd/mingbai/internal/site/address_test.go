package site

import (
	"path"
	"strings"
	"testing"
)

// splitRelative is Relative by its definition.
func splitRelative(url, file string) string {
	from, to := strings.Split(path.Dir(url), "/"), strings.Split(file, "/")
	if from[0] == "." {
		from = nil
	}
	common := 0
	for common < len(from) && common < len(to)-1 && from[common] == to[common] {
		common++
	}
	return escapePath(strings.Repeat("../", len(from)-common) + strings.Join(to[common:], "/"))
}

func FuzzRelative(f *testing.F) {
	for _, seed := range [][2]string{
		{"index.html", "zh/index.html"}, {"zh/a/b.html", "zh/a/c.html"}, {"zh/a/b.html", "zh/ab/c.html"}, {"zh/a/b.html", "zh/a"},
		{"zh/a/b.html", "assets/é 名.css"}, {"", "a:b"}, {"zh/a.html", "zh/"}, {"zh/a.html", "zh//a"}, {"zh/../a", "a"}, {"a/b", ""},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, url, file string) {
		if strings.HasPrefix(url, "/") {
			t.Skip("pages stand below public/")
		}
		if got, want := Relative(url, file), splitRelative(url, file); got != want {
			t.Errorf("from %q to %q: %q, want %q", url, file, got, want)
		}
	})
}

func FuzzAbsolute(f *testing.F) {
	for _, seed := range [][2]string{
		{"https://www.example.gov.cn/zt/", "zh/index.html"}, {"https://www.example.gov.cn", "zh/a b.html"}, {"http://a.cn/名/%2F", "zh/../x"},
		{"http://a.cn/x?", "zh/"}, {"http://a.cn//b", ".well/x"}, {"http://u@a.cn:80/", "a//b"}, {"http://a.cn", ""}, {"http://a.cn", "/"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, base, file string) {
		s := &Site{base: absoluteBase(base)}
		if s.base == nil {
			return
		}
		s.baseText = s.base.String()
		if got, want := s.Absolute(file), s.base.JoinPath(file).String(); got != want {
			t.Errorf("%q at %q: %q, want %q", file, base, got, want)
		}
	})
}
