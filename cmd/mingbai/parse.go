package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/review"
)

func newParseCmd(a *app) *cobra.Command {
	var show shown
	cmd := &cobra.Command{
		Use:   "parse FILE",
		Short: a.say("Show what is read out of a document", "显示从一份文件中读出的内容"),
		Long: a.say(`parse reads one document, in or out of a project, and shows what it understands:
plans, measures, who is responsible, time limits, sums. It writes nothing. The file
may be text in any Chinese encoding, .docx, .pdf with text, .ofd, or a web page.
Bodies and the words of topics are known from organizations.yaml and lexicon.yaml
beside the document, or else from those of the project. --json prints the whole
model in the form mingbai/document/1. --review shows the text line by line with
its labels in the margin, for a person who checks it; --html writes the same as a
page. --propose writes the bodies that nobody registered as entries for
organizations.yaml.`,
			`parse 读取一份文件（不必在项目之内），显示读出的内容：实施方案、举措、职责、时限、金额。
不写入任何文件。文件可以是各种中文编码的文本、.docx、有文字的 .pdf、.ofd 或网页。
单位名称和归类用词取自文件旁边的 organizations.yaml 和 lexicon.yaml，没有则取自项目。
--json 以 mingbai/document/1 格式输出全部内容。--review 逐行显示原文并在左侧标注读出的内容，
供人工核对；--html 将其写成网页。--propose 将未登记的单位写成 organizations.yaml 的条目。`),
		Example: "  mingbai parse seeds/yunnan-2022-ten-special-actions.txt --json",
		Args:    a.oneArg(a.say("document", "文件")),
		RunE: func(c *cobra.Command, args []string) error {
			doc, err := build.ReadDocument(c.Context(), a.options(), args[0])
			if err != nil {
				return err
			}
			if err := a.showDocument(doc, show); err != nil {
				return err
			}
			return outcome(doc.Findings)
		},
	}
	a.jsonFlag(cmd)
	flags := cmd.Flags()
	flags.BoolVar(&show.review, "review", false, a.say("show the text with its labels in the margin", "逐行显示原文及其标注，供人工核对"))
	flags.StringVar(&show.page, "html", "", a.say("write the review as a page to `FILE`", "将核对内容写成网页 `FILE`"))
	flags.BoolVar(&show.propose, "propose", false, a.say("write entries for the bodies that nobody registered", "为未登记的单位写出名录条目"))
	cmd.MarkFlagsMutuallyExclusive("json", "review", "propose")
	cmd.MarkFlagsMutuallyExclusive("json", "html", "propose")
	return cmd
}

// shown says how to show a document; the zero value is a summary.
type shown struct {
	review, propose bool
	page            string // file to write the review to
}

func (a *app) showDocument(doc build.Read, show shown) error {
	switch {
	case a.json:
		return a.printDocument(doc)
	case show.propose:
		return review.Propose(a.stdout, doc.Document, a.lang)
	case show.page != "":
		return a.writePage(doc, show.page)
	case show.review:
		return review.New(doc.Document, doc.Findings, a.lang).WriteText(a.stdout, coloured(a.stdout))
	}
	return a.printSummary(doc)
}

// writePage writes the review as a page, whole or not at all.
func (a *app) writePage(doc build.Read, file string) error {
	var page bytes.Buffer
	if err := review.New(doc.Document, doc.Findings, a.lang).WritePage(&page); err != nil {
		return err
	}
	return os.WriteFile(file, page.Bytes(), 0o644)
}

// coloured reports whether a person at a terminal wants colours
// (https://no-color.org).
func coloured(w io.Writer) bool { return isTerminal(w) && os.Getenv("NO_COLOR") == "" }

// printDocument writes the form mingbai/document/1; package plan documents it.
func (a *app) printDocument(doc build.Read) error {
	findings := make([]plan.FindingReport, 0, len(doc.Findings))
	for _, f := range doc.Findings {
		findings = append(findings, plan.FindingReport{
			Code: f.Code, Severity: string(f.Severity), Line: f.Line, Column: f.Column,
			Message: f.Message.In(a.lang), Hint: f.Hint.In(a.lang),
		})
	}
	enc := json.NewEncoder(a.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(plan.NewReport(doc.Document, findings))
}

// printSummary tells a person what was read, and then what is doubtful.
func (a *app) printSummary(doc build.Read) error {
	d := doc.Document
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	line := func(en, zh string, value any) { fmt.Fprintf(w, "%s\t%v\n", a.say(en, zh), value) }
	line("title", "标题", a.shown(d.Title))
	line("number", "发文字号", orDash(d.Number))
	line("issuer", "发文机关", orDash(a.bodyName(d, d.Issuer)))
	line("date", "成文日期", orDash(string(d.Date)))
	line("plans", "实施方案", len(d.Plans))
	line("bodies", "单位", len(d.Organizations))
	var n counts
	for i := range d.Plans {
		n.add(countPlan(&d.Plans[i]))
	}
	line("measures", "举措", n.measures)
	line("responsibilities", "职责", n.responsibilities)
	line("deadlines", "时限", n.deadlines)
	line("amounts", "金额", n.amounts)
	if err := w.Flush(); err != nil {
		return err
	}
	for i := range d.Plans {
		p := &d.Plans[i]
		fmt.Fprintf(a.stdout, a.say("\nline %d  %s\n  by %s; measures: %d\n", "\n第 %d 行  %s\n  %s，举措 %d 项\n"),
			p.Line, a.shown(p.Title), orDash(a.bodyName(d, p.Author)), len(p.Measures))
	}
	if len(doc.Findings) == 0 {
		return nil
	}
	fmt.Fprintln(a.stdout)
	return a.printFindings(a.stdout, doc.Findings, workingFS())
}

// workingFS is where the paths of findings begin that name a file as the user
// did.
func workingFS() fs.FS { return seedText{os.DirFS(".")} }

// counts are the numbers of what a document holds.
type counts struct{ measures, responsibilities, deadlines, amounts int }

func (c *counts) add(d counts) {
	c.measures += d.measures
	c.responsibilities += d.responsibilities
	c.deadlines += d.deadlines
	c.amounts += d.amounts
}

func countPlan(p *plan.Plan) counts {
	c := counts{measures: len(p.Measures)}
	for i := range p.Measures {
		m := &p.Measures[i]
		c.add(counts{0, len(m.Responsibilities), len(m.Deadlines), len(m.Amounts)})
	}
	return c
}

// shown is a text in the user's language, or in the one it has.
func (a *app) shown(t plan.Text) string {
	return orDash(diag.Text{En: t.En, Zh: t.Zh}.In(a.lang))
}

// bodyName is the name of a body of the document.
func (a *app) bodyName(d *plan.Document, id string) string {
	for _, o := range d.Organizations {
		if o.ID == id {
			return a.shown(plan.Text{Zh: o.Zh, En: o.En})
		}
	}
	return id
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
