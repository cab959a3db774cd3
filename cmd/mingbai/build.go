package main

import (
	"context"
	"fmt"
	"path"

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
nothing is written and the old site stays as it was. It does not read seeds/:
run import first.`,
			`build 由 content/ 生成全部页面，检查之后整体替换 public/。只要有“错误”级别的问题，
就不写入任何文件，原有网站保持不变。本命令不读取 seeds/，请先运行 import。`),
		Args: a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.build(cmd.Context()) },
	}
	a.siteFlags(cmd)
	a.jsonFlag(cmd)
	return cmd
}

// build builds and writes the site.
func (a *app) build(ctx context.Context) error {
	result, err := a.buildSite(ctx)
	if err != nil {
		return err
	}
	bar := newProgress(a)
	o := a.options()
	o.Progress = bar.step
	err = build.Write(ctx, o, result.Files)
	bar.done()
	if err != nil {
		return err
	}
	if err := a.printPressing(a.stderr, result.Findings); err != nil {
		return err
	}
	return a.printBuilt(result)
}

// buildSite builds the site in memory. Findings of severity error are printed
// and end the command; others are left to the caller to print.
func (a *app) buildSite(ctx context.Context) (build.Result, error) {
	o := a.options()
	bar := newProgress(a)
	o.Progress = bar.step
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
	Bytes    int    `json:"bytes"` // of all files
	Findings int    `json:"findings"`
}

func (a *app) printBuilt(r build.Result) error {
	report := buildReport{Schema: "mingbai/build/1", Files: len(r.Files), Findings: len(r.Findings)}
	for name, data := range r.Files {
		if path.Ext(name) == ".html" {
			report.Pages++
		}
		report.Bytes += len(data)
	}
	if a.json {
		return printJSON(a.stdout, report)
	}
	_, err := fmt.Fprintf(a.stdout, a.say("public: %d pages, %d files, %d KB\n", "public：页面 %d 个，文件 %d 个，共 %d KB\n"),
		report.Pages, report.Files, (report.Bytes+1023)/1024)
	return err
}
