package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/publish"
)

func newVerifyCmd(a *app) *cobra.Command {
	var target string
	cmd := &cobra.Command{
		Use:   "verify --target DIR",
		Short: a.say("Compare a published site with its manifest", "核对已发布的网站与清单是否一致"),
		Long: a.say(`verify reads the manifest of a published site and every file it lists, and says
which of them are missing or differ from what was published. It changes nothing.
Exit status 1 means that there are differences.`,
			`verify 读取已发布网站的清单和其中列出的全部文件，指出哪些缺失、哪些与发布时不同。
不作任何改动。退出状态 1 表示有不同。`),
		Example: "  mingbai verify --target /srv/portal",
		Args:    a.noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.verify(cmd, target) },
	}
	cmd.Flags().StringVar(&target, "target", "", a.say("folder `DIR` that was published to", "已发布到的文件夹 `DIR`"))
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) verify(cmd *cobra.Command, dir string) error {
	if dir == "" {
		return a.usageError(cmd, errors.New(a.say("want --target DIR, the folder that was published to", "需要用 --target 指明已发布到的文件夹")))
	}
	target, err := publish.OpenFolder(dir, "")
	if err != nil {
		return err
	}
	defer target.Close()
	diffs, err := publish.Verify(cmd.Context(), target)
	if err != nil {
		return err
	}
	if err := a.printVerified(dir, diffs); err != nil {
		return err
	}
	if len(diffs) > 0 {
		return errFindings
	}
	return nil
}

// verifyReport is what a program reads of `mingbai verify --json`, form
// mingbai/verify/1.
type verifyReport struct {
	Schema      string             `json:"schema"`
	Target      string             `json:"target"`
	Differences []differenceReport `json:"differences"`
}

type differenceReport struct {
	Path  string        `json:"path"` // below the target, "" for the target itself
	State publish.State `json:"state"`
}

func (a *app) printVerified(dir string, diffs []publish.Difference) error {
	if a.json {
		report := verifyReport{Schema: "mingbai/verify/1", Target: dir, Differences: []differenceReport{}}
		for _, d := range diffs {
			report.Differences = append(report.Differences, differenceReport{d.Path, d.State})
		}
		return printJSON(a.stdout, report)
	}
	if len(diffs) == 0 {
		_, err := fmt.Fprintf(a.stdout, a.say("%s: all files are as published\n", "%s：全部文件与发布时一致\n"), dir)
		return err
	}
	findings := make([]diag.Finding, 0, len(diffs))
	for _, d := range diffs {
		findings = append(findings, d.Finding())
	}
	return a.printFindings(a.stdout, findings, nil)
}
