package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/diag"
)

func newImportCmd(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import",
		Short: a.say("Read the documents in seeds/ into content/", "将 seeds/ 中的文件导入 content/"),
		Long: a.say(`import reads every document in seeds/ (.docx, .pdf with text, .html, .ofd, or text in
any Chinese encoding) and writes it as Markdown under content/, one file for each
action, plan, measure and department in each language. What people changed there
since is kept and merged; where both changed the same thing, a finding names the
place and nothing is built until it is decided. Importing the same
documents again changes nothing.`,
			`import 读取 seeds/ 中的全部文件（.docx、有文字的 .pdf、.html、.ofd，或各种中文编码的文本），
在 content/ 中写成 Markdown：每个行动、实施方案、举措、部门，每种语言各一个文件。以前的人工修改会
保留并合并；同一处两边都改了的，提示会指明位置，作出决定之前不会生成网站。重复导入相同的文件，不会有任何变化。`),
		Args: a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.importSeeds(cmd) },
	}
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) importSeeds(cmd *cobra.Command) error {
	o := a.options()
	bar := newProgress(a)
	o.Progress = bar.at
	result, err := build.Import(cmd.Context(), o)
	bar.done()
	if printErr := a.printFindings(a.stderr, result.Findings, a.projectFS()); printErr != nil {
		return printErr
	}
	if err != nil {
		return err
	}
	if err := a.printImported(result); err != nil {
		return err
	}
	return outcome(result.Findings)
}

// importReport is what a program reads of `mingbai import --json`, form
// mingbai/import/1. Paths are below the project and sorted.
type importReport struct {
	Schema    string   `json:"schema"`
	Documents []string `json:"documents"`
	Created   []string `json:"created"`
	Updated   []string `json:"updated"`
	Merged    []string `json:"merged"` // those of updated that had edits
	Removed   []string `json:"removed"`
	Kept      []string `json:"kept"`      // edits left as they are
	Conflicts []string `json:"conflicts"` // edits that a person must join
	Unchanged int      `json:"unchanged"`
	Findings  int      `json:"findings"`
}

func (a *app) printImported(r build.Imported) error {
	c, nothing := r.Changes, r.Changes.Empty() && len(r.Changes.Conflicts) == 0
	var err error
	switch {
	case a.json:
		err = printJSON(a.stdout, importReport{
			Schema: "mingbai/import/1", Documents: list(r.Documents), Findings: len(r.Findings),
			Created: list(c.Created), Updated: list(c.Updated), Merged: list(c.Merged), Removed: list(c.Removed),
			Kept: list(c.Kept), Conflicts: list(c.Conflicts), Unchanged: c.Unchanged,
		})
	case nothing && diag.HasErrors(r.Findings):
		_, err = fmt.Fprintln(a.stderr, a.say("nothing was written", "没有写入任何文件"))
	case nothing:
		_, err = fmt.Fprintf(a.stdout, a.say("content: documents read: %d; nothing changed\n",
			"content：已读文件 %d 份，内容没有变化\n"), len(r.Documents))
	default:
		_, err = fmt.Fprintf(a.stdout, a.say(
			"content: documents read: %d; files new %d, updated %d (%d of them edited), removed %d, unchanged %d, in conflict %d\n",
			"content：已读文件 %d 份；新建 %d，更新 %d（其中 %d 个有人工修改），删除 %d，未变 %d，有冲突 %d\n"),
			len(r.Documents), len(c.Created), len(c.Updated), len(c.Merged), len(c.Removed), c.Unchanged, len(c.Conflicts))
	}
	return err
}
