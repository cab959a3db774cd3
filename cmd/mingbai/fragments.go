package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"mingbai/cmd/mingbai/internal/build"
)

func newFragmentsCmd(a *app) *cobra.Command {
	var output, sheet string
	cmd := &cobra.Command{
		Use:   "fragments --output DIR",
		Short: a.say("Write pages to paste into a portal's editor", "生成可粘贴到门户后台编辑器的页面片段"),
		Long: a.say(`fragments builds the site and writes the main part of every page as one HTML
file into DIR: styles at the elements, absolute links, no script. Open a file in
a browser, copy all, and paste it into the editor of the portal; the title goes
into the editor's own field. index.html lists all of them. DIR is exchanged as
a whole and must be empty or written by fragments before. public/ is not touched.`,
			`fragments 生成网站，并把每个页面的正文部分写成 DIR 中的一个 HTML 文件：样式写在元素上，
链接是绝对地址，没有脚本。用浏览器打开文件，全选复制，粘贴到门户后台的编辑器；标题填入
编辑器的标题栏。index.html 列出全部片段。DIR 会被整体替换，必须为空或者是本命令以前
生成的。不改动 public/。`),
		Example: "  mingbai fragments --output /tmp/fragments",
		Args:    a.noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.fragments(cmd, output, sheet) },
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", a.say("folder `DIR` to write to", "写入的文件夹 `DIR`"))
	cmd.Flags().StringVar(&sheet, "styles", "", a.say("style sheet `FILE` to use in place of mingbai's own; plain selectors and values",
		"代替自带样式的样式表 `FILE`，只用普通选择器和值"))
	a.siteFlags(cmd)
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) fragments(cmd *cobra.Command, output, sheetFile string) error {
	if output == "" {
		return a.usageError(cmd, errors.New(a.say("want --output DIR, the folder to write to", "需要用 --output 指明写入的文件夹")))
	}
	sheet, err := readSheet(sheetFile)
	if err != nil {
		return err
	}
	result, err := a.buildSite(cmd.Context())
	if err != nil {
		return err
	}
	n, err := a.writeFragments(cmd.Context(), result, sheet, output)
	if err != nil {
		return err
	}
	if a.json {
		return printJSON(a.stdout, fragmentsReport{"mingbai/fragments/1", output, n})
	}
	_, err = fmt.Fprintf(a.stdout, a.say("%s: %d fragments, listed in index.html\n", "%s：片段 %d 个，目录见 index.html\n"), output, n)
	return err
}

// fragmentsReport is what a program reads of `mingbai fragments --json`, form
// mingbai/fragments/1.
type fragmentsReport struct {
	Schema    string `json:"schema"`
	Output    string `json:"output"`
	Fragments int    `json:"fragments"`
}

// writeFragments makes and writes the fragments and counts them.
func (a *app) writeFragments(ctx context.Context, r build.Result, sheet []byte, output string) (int, error) {
	files, err := build.Fragments(ctx, r, sheet)
	if errors.Is(err, build.ErrNoBaseURL) {
		return 0, errors.New(a.say("fragments: the address of the site is not known (hint: set baseURL in content/site.yaml, or use --base-url)",
			"fragments：网站地址未知（请在 content/site.yaml 中设置 baseURL，或使用 --base-url）"))
	}
	if err != nil {
		return 0, err
	}
	return len(files) - 1, build.WriteFolder(ctx, output, files)
}

// readSheet reads a style sheet of the user; nil for mingbai's own.
func readSheet(name string) ([]byte, error) {
	if name == "" {
		return nil, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read the style sheet: %w", err)
	}
	return data, nil
}
