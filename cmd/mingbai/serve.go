package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/serve"
)

func newServeCmd(a *app) *cobra.Command {
	var addr string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: a.say("Preview the site and reload as it is edited", "本机预览，边改边刷新"),
		Long: a.say(`serve shows the site on this machine and reloads open pages after every change in
seeds/, content/, layouts/ or assets/. A change in seeds/ is imported first, with
all that import promises about edits. Where something is wrong, the page shows
file, line and hint, and turns back when it is mended. The site is kept in memory:
public/ is not touched. Ctrl-C ends it.`,
			`serve 在本机显示网站，seeds/、content/、layouts/、assets/ 有改动时自动刷新已打开的页面。
seeds/ 有改动时先导入，人工修改按 import 的规则保留。出现错误时，页面显示文件、行号和建议，
改正后自动恢复。网站保存在内存中，不改动 public/。按 Ctrl-C 结束。`),
		Example: "  mingbai serve --addr 127.0.0.1:9000",
		Args:    a.noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.serve(cmd, addr) },
	}
	cmd.Flags().StringVar(&addr, "addr", serve.DefaultAddr, a.say(
		"address `HOST:PORT` to listen on; port 0 is any free one; by default "+serve.DefaultAddr,
		"监听地址 `HOST:PORT`，端口 0 表示任意空闲端口，默认 "+serve.DefaultAddr))
	a.siteFlags(cmd)
	return cmd
}

func (a *app) serve(cmd *cobra.Command, addr string) error {
	preview, err := build.NewPreview(a.options())
	if err != nil {
		return err
	}
	return serve.Run(cmd.Context(), serve.Options{
		Addr: addr, Root: a.root, Watch: build.Watched(),
		Rebuild: preview.Rebuild, Source: preview.Source,
		Lang: a.lang, Log: a.stderr,
		Ready: func(url string) {
			fmt.Fprintf(a.stdout, a.say("serving at %s (Ctrl-C stops)\n", "预览地址：%s（按 Ctrl-C 结束）\n"), url)
		},
	})
}
