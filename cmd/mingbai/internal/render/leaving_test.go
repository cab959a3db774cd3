package render

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// A link to a site that is no government's says so; one within the
// government's sites does not.
func TestLeavingNotice(t *testing.T) {
	s := project(t, func(files fstest.MapFS) {
		const name = "departments/finance.zh.md"
		files[name] = &fstest.MapFile{Data: slices.Concat(files[name].Data, []byte(
			"\n见[合作平台](https://www.example.com/)、[省政府](https://www.yn.gov.cn/)和[本站](https://www.example.gov.cn/)。\n"))}
	})
	page := string(rendered(t, s)["zh/departments/finance.html"])
	for _, want := range []string{
		`<a href="https://www.example.com/" rel="external noopener">合作平台（站外链接，非政府网站）</a>`,
		`<a href="https://www.yn.gov.cn/" rel="external noopener">省政府</a>`,
		`<a href="https://www.example.gov.cn/" rel="external noopener">本站</a>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}
