package main

import (
	"os"
	"strings"
	"testing"
)

func TestErrorsInChinese(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/a.wps", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), 0o644); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		"没有参数 --colour": {"build", "--colour"},
		"没有子命令":         {"biuld"},
		"没有该文件或文件夹":     {"parse", dir + "/none.txt"},
		"旧版 Office 或 WPS 格式的文件（.wps）无法读取（建议：用 Word 或 WPS 打开并另存为 .docx）": {"parse", dir + "/a.wps"},
		"不是有效日期":          {"build", "--clock", "tomorrow"},
		"参数 --root 需要一个值": {"build", "--root"},
		"不是 mingbai 项目":   {"-C", dir, "build"},
	} {
		var out, errs strings.Builder
		if status := run(t.Context(), append([]string{"--lang", "zh"}, args...), &out, &errs); status != statusFailed {
			t.Errorf("%q: status %d", args, status)
		}
		if !strings.Contains(errs.String(), want) {
			t.Errorf("%q says %q, want %q in it", args, errs.String(), want)
		}
	}
	if got := inChinese("nothing known"); got != "nothing known" {
		t.Errorf("an unknown message became %q", got)
	}
}
