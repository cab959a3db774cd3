package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/diag"
)

func newBuildCmd(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "build",
		Short: a.say("Build the site from content/ into public/", "由 content/ 生成网站到 public/"),
		Long: a.say(`build makes every page from content/, checks the finished pages, and exchanges
public/ for them as a whole. Where anything has a finding of severity error,
nothing is written and the old site stays as it was. It does not read documents
in seeds/: run import first.

What an earlier build made of the same things is taken over, so that a build
after a small edit does little. What it remembers stands in .mingbai/, which may
be removed at any time.`,
			`build 由 content/ 生成全部页面，检查之后整体替换 public/。只要有“错误”级别的问题，
就不写入任何文件，原有网站保持不变。本命令不读取 seeds/ 中的文件正文，请先运行 import。

内容没有变化的页面直接沿用上次的结果，小改动后很快就能生成完毕。所需记录保存在
.mingbai/ 中，可以随时删除。`),
		Args: a.noArgs,
	}
	var fresh, stats bool
	record := a.profileFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		o := a.options()
		o.Fresh = fresh
		if stats {
			o.Stats = &build.Stats{}
		}
		a.useMemory(o)
		end, err := record.begin()
		if err != nil {
			return err
		}
		return errors.Join(a.build(cmd.Context(), o), end())
	}
	cmd.Flags().BoolVar(&fresh, "fresh", false, a.say("make every file again, whatever an earlier build left", "不利用以前的结果，重新生成全部文件"))
	cmd.Flags().BoolVar(&stats, "stats", false, a.say("print what the build cost: time and bytes by stage, the slowest pages, the layouts, memory",
		"输出生成过程的用时和数据量：各阶段、最慢的页面、模板和内存"))
	a.siteFlags(cmd)
	a.jsonFlag(cmd)
	return cmd
}

// build brings public/ up to date.
func (a *app) build(ctx context.Context, o build.Options) error {
	bar := newProgress(a)
	o.Progress = bar.at
	built, err := build.Build(ctx, o)
	bar.done()
	if printErr := a.printPressing(a.stderr, built.Findings); printErr != nil {
		return printErr
	}
	if err != nil {
		return err
	}
	if diag.HasErrors(built.Findings) {
		fmt.Fprintln(a.stderr, a.say("nothing was written", "没有写入任何文件"))
		return errFindings
	}
	return a.printBuilt(built, o.Stats)
}

// buildSite builds the site in memory. Findings of severity error are printed
// and end the command; others are left to the caller to print.
func (a *app) buildSite(ctx context.Context) (build.Result, error) {
	o := a.options()
	bar := newProgress(a)
	o.Progress = bar.at
	result, err := build.Site(ctx, o)
	bar.done()
	if err == nil && !diag.HasErrors(result.Findings) {
		return result, nil
	}
	if printErr := a.printPressing(a.stderr, result.Findings); printErr != nil {
		return result, printErr
	}
	if err != nil {
		return result, err
	}
	fmt.Fprintln(a.stderr, a.say("nothing was written", "没有写入任何文件"))
	return result, errFindings
}

// buildReport is what a program reads of `mingbai build --json`, form
// mingbai/build/1.
type buildReport struct {
	Schema   string `json:"schema"`
	Pages    int    `json:"pages"` // HTML files
	Files    int    `json:"files"` // all files
	Bytes    int64  `json:"bytes"` // of all files
	Findings int    `json:"findings"`
	Changed  bool   `json:"changed"` // whether anything was written

	Stats *statsReport `json:"stats,omitempty"` // with --stats
}

func (a *app) printBuilt(b build.Built, stats *build.Stats) error {
	report := buildReport{
		Schema: "mingbai/build/1", Pages: b.Pages, Files: b.Files, Bytes: b.Bytes, Findings: len(b.Findings), Changed: b.Changed,
	}
	if a.json {
		if stats != nil {
			report.Stats = newStatsReport(stats.Costs(), peakMemory())
		}
		return printJSON(a.stdout, report)
	}
	text := a.say("public: %d pages, %d files, %d KB\n", "public：页面 %d 个，文件 %d 个，共 %d KB\n")
	if !b.Changed {
		text = a.say("public is up to date: %d pages, %d files, %d KB\n", "public 已是最新：页面 %d 个，文件 %d 个，共 %d KB\n")
	}
	_, err := fmt.Fprintf(a.stdout, text, report.Pages, report.Files, (report.Bytes+1023)/1024)
	if err != nil || stats == nil {
		return err
	}
	return a.printStats(stats.Costs(), peakMemory())
}
