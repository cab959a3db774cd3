package compare

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Two forms of one site: as Hugo addresses pages, and as mingbai does.
func hugoForm() map[string]string {
	return map[string]string{
		"index.html":            `<!doctype html><title>https://x.example/zh/</title><meta http-equiv=refresh content="0; url=https://x.example/zh/">`,
		"zh/index.html":         `<!doctype html><title>首页</title><h1>首页</h1><ul><li><a href=/zh/orgs/o1/>财政厅</a> (1)</li><li><a href=/zh/p1/>方案</a></li></ul>`,
		"zh/orgs/o1/index.html": `<!doctype html><title>财政厅</title><link rel=canonical href=https://x.example/zh/orgs/o1/><h1>财政厅</h1><a href=/zh/>首页</a>`,
		"zh/p1/index.html":      `<!doctype html><title>方案</title><link rel=stylesheet href=/css/site.css><h1>方案</h1><p>抓紧办理。</p><a href=https://other.example/>外</a>`,
		"css/site.css":          `body{}`,
	}
}

func ourForm() map[string]string {
	return map[string]string{
		"index.html":             `<!doctype html><title>首页</title><meta http-equiv="refresh" content="0; url=zh/index.html"><h1>首页</h1><a href="zh/index.html">首页</a>`,
		"zh/index.html":          `<!doctype html><title>首页</title><h1>首页</h1><ul><li><a href="p1/index.html">方案</a></li><li><a href="departments/o1.html">财政厅</a> (1)</li></ul>`,
		"zh/departments/o1.html": `<!doctype html><title>财政厅</title><link rel="canonical" href="https://x.example/zh/departments/o1.html"><h1>财政厅</h1><a href="../index.html">首页</a>`,
		"zh/p1/index.html":       `<!doctype html><title>方案</title><link rel="stylesheet" href="../../a/s.css"><h1>方案</h1><div lang="zh"><p>抓紧<span>办理</span>。</p></div><a href="https://other.example/">外</a>`,
		"a/s.css":                `body{}`,
		".mingbai-manifest.json": `{}`,
	}
}

// differences compares the two forms after a change to mingbai's.
func differences(t *testing.T, most float64, change func(map[string]string)) string {
	t.Helper()
	ours := ourForm()
	change(ours)
	one := &Site{Name: "A", Host: "x.example", Names: strings.NewReplacer("/orgs/", "/departments/")}
	two := &Site{Name: "B", Host: "x.example"}
	for site, files := range map[*Site]map[string]string{one: hugoForm(), two: ours} {
		dir := t.TempDir()
		for name, text := range files {
			file := filepath.Join(dir, name)
			if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if err := site.Open(dir); err != nil {
			t.Fatal(err)
		}
	}
	found, err := Sites(t.Context(), one, two, most)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(found, "\n")
}

// replace changes one page.
func replace(name, old, with string) func(map[string]string) {
	return func(files map[string]string) {
		if !strings.Contains(files[name], old) {
			panic(name + " does not hold " + old)
		}
		files[name] = strings.ReplaceAll(files[name], old, with)
	}
}

func TestSameSite(t *testing.T) {
	if found := differences(t, 1, func(map[string]string) {}); found != "" {
		t.Errorf("differences between two forms of one site:\n%s", found)
	}
}

func TestDifferences(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(map[string]string)
		want   string
	}{
		{"missing page", func(files map[string]string) { delete(files, "zh/departments/o1.html") }, "/zh/departments/o1/: B has no such page"},
		{"page too many", func(files map[string]string) { files["zh/more.html"] = "<title>x</title>" }, "/zh/more/: A has no such page"},
		{"title", replace("zh/p1/index.html", "<title>方案", "<title>方法"), `the title is "方案" in A, "方法" in B`},
		{"heading", replace("zh/p1/index.html", "<h1>方案", "<h1>方法"), `the heading is "方案" in A, "方法" in B`},
		{"text", replace("zh/p1/index.html", "办理", "办结"), `A alone has the text "抓紧办理。"`},
		{"text left out", replace("zh/index.html", " (1)", ""), `B alone has the text "财政厅"`},
		{"other link", replace("zh/departments/o1.html", "../index.html", "../p1/index.html"), `A alone has the link "link /zh/"`},
		{"no link", replace("zh/index.html", `<a href="p1/index.html">方案</a>`, "方案"), `A alone has the link "link /zh/p1/"`},
		{"broken link", replace("zh/index.html", "p1/index.html", "p2/index.html"), `B: the link "p2/index.html" leads nowhere`},
		{"broken style sheet", replace("zh/p1/index.html", "a/s.css", "a/t.css"), `B: the link "../../a/t.css" leads nowhere`},
		{"other canonical", replace("zh/departments/o1.html", "x.example/zh/departments/o1.html", "x.example/zh/index.html"), `"canonical /zh/"`},
		{"redirect elsewhere", replace("index.html", "url=zh/index.html", "url=zh/p1/index.html"), `A alone has the link "refresh /zh/"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if found := differences(t, 1, c.change); !strings.Contains(found, c.want) {
				t.Errorf("want %s; found:\n%s", c.want, found)
			}
		})
	}
}

func TestBytesApart(t *testing.T) {
	longer := replace("zh/p1/index.html", "<div lang", `<div class="`+strings.Repeat("x", 500)+`" lang`)
	if found := differences(t, 0.3, longer); !strings.Contains(found, "bytes") {
		t.Errorf("half as many bytes again are no difference: %s", found)
	}
}

func TestManyDifferencesAreCounted(t *testing.T) {
	found := differences(t, 10, func(files map[string]string) {
		for i := range 30 {
			files["zh/more"+strings.Repeat("x", i)+".html"] = "<title>x</title>"
		}
	})
	if n := strings.Count(found, "\n") + 1; n != maxShown+1 || !strings.Contains(found, "and 20 more differences") {
		t.Errorf("%d lines:\n%s", n, found)
	}
}
