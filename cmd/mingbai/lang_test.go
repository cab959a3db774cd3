package main

import "testing"

func TestChooseLang(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		env  map[string]string
		want string
	}{
		{"nothing known", nil, nil, "en"},
		{"locale", nil, map[string]string{"LANG": "zh_CN.UTF-8"}, "zh"},
		{"LC_ALL stands above LANG", nil, map[string]string{"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"},
		{"LC_MESSAGES stands above LANG", nil, map[string]string{"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN"}, "zh"},
		{"flag stands above all", []string{"build", "--lang=zh"}, map[string]string{"LC_ALL": "en_US"}, "zh"},
		{"flag and value apart", []string{"--lang", "en", "build"}, map[string]string{"LANG": "zh_CN"}, "en"},
		{"unknown value", []string{"--lang", "fr"}, map[string]string{"LANG": "zh_CN"}, "zh"},
		{"flag without value", []string{"build", "--lang"}, nil, "en"},
		{"after the arguments end", []string{"parse", "--", "--lang=zh"}, nil, "en"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := chooseLang(c.args, func(name string) string { return c.env[name] }); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
