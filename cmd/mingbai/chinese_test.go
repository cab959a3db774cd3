package main

import (
	"os"
	"strings"
	"testing"
)

func TestErrorsInChinese(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/a.wps", []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		"没有参数 --colour":   {"build", "--colour"},
		"没有子命令":           {"biuld"},
		"没有该文件或文件夹":       {"parse", dir + "/none.txt"},
		"不支持格式 \".wps\"":  {"parse", dir + "/a.wps"},
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
