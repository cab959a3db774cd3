package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/diag"
)

// checkFlags are those of the check command.
type checkFlags struct {
	explain, format string
}

func newCheckCmd(a *app) *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check",
		Short: a.say("Check content and pages", "检查内容和页面"),
		Long: a.say(`check builds the site in memory and reports everything that is wrong or doubtful in
content and finished pages: links and anchors, front matter, unknown bodies,
portal tags, footer, language pairs. It writes nothing.`,
			`check 在内存中生成网站，报告内容和页面中错误、存疑之处：链接和锚点、文件头信息、
未登记的单位、门户标签、页脚、中英文对应关系。不写入任何文件。`),
		Example: "  mingbai check --explain K101\n  mingbai check --format sarif > mingbai.sarif",
		Args:    a.noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.check(cmd, f) },
	}
	cmd.Flags().StringVar(&f.explain, "explain", "", a.say("explain the finding with this `CODE`", "解释代码 `CODE` 所指的问题"))
	cmd.Flags().StringVar(&f.format, "format", "text", a.say("the `FORMAT` of the report: text, json or sarif; by default text", "报告的格式 `FORMAT`：text、json 或者 sarif，默认 text"))
	a.siteFlags(cmd)
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) check(cmd *cobra.Command, f checkFlags) error {
	rules, err := ruleTable()
	if err != nil {
		return err
	}
	if f.explain != "" {
		return a.explain(cmd, rules, f.explain)
	}
	if a.json {
		f.format = "json"
	}
	switch f.format {
	case "text", "json", "sarif":
	default:
		return a.usageError(cmd, fmt.Errorf(a.say("--format %q: want text, json or sarif", "--format %q：应为 text、json 或者 sarif"), f.format))
	}
	o := a.options()
	bar := newProgress(a)
	o.Progress = bar.at
	result, err := build.Site(cmd.Context(), o)
	bar.done()
	if err != nil {
		return err
	}
	if err := a.printReport(f.format, result.Findings, rules); err != nil {
		return err
	}
	return outcome(result.Findings)
}

// explain prints what a kind of finding means.
func (a *app) explain(cmd *cobra.Command, rules diag.Table, code string) error {
	text, err := rules.Explain(code, a.lang)
	if err != nil {
		return a.usageError(cmd, err)
	}
	_, err = fmt.Fprint(a.stdout, text)
	return err
}

func (a *app) printReport(format string, findings []diag.Finding, rules diag.Table) error {
	switch format {
	case "json":
		return diag.WriteJSON(a.stdout, findings, a.lang)
	case "sarif":
		return diag.WriteSARIF(a.stdout, findings, diag.SARIFOptions{Lang: a.lang, Version: buildVersion().Version, Rules: rules})
	}
	if len(findings) == 0 {
		_, err := fmt.Fprintln(a.stdout, diag.Summary(nil).In(a.lang))
		return err
	}
	return a.printFindings(a.stdout, findings, a.projectFS())
}
