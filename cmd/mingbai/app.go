package main

import (
	"fmt"
	"io"
	"net/url"

	"github.com/spf13/cobra"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/plan"
)

// app is what subcommands share: where to write, in which language, and the
// flags that hold for all of them.
type app struct {
	stdout, stderr io.Writer
	lang           string // "zh" or "en"
	root           string // --root
	clock          string // --clock
	baseURL        string // --base-url
	jobs           int    // --jobs; 0 for as many as there are processors
	memory         string // --memory-limit
	json           bool   // --json
}

// say is a message in the language of the user. Both stand at the place of
// use, so that they change together.
func (a *app) say(en, zh string) string {
	if a.lang == "zh" {
		return zh
	}
	return en
}

// newRootCmd is the command with all its subcommands. (cobra: made for the
// job, with completion and help, and kept by those who use it most.)
func newRootCmd(a *app) *cobra.Command {
	root := &cobra.Command{
		Use: "mingbai",
		Short: a.say("Turn policy documents into websites that people understand",
			"把政策文件变成群众看得明白的网站"),
		Long: a.say(`mingbai reads government policy documents from seeds/, writes them as
editable Markdown under content/, and builds a bilingual static site in public/,
where every responsibility is a link and every deadline is on a timeline.

Exit status: 0 done; 1 findings of severity error; 2 wrong usage, or something
that cannot be read or written.`,
			`mingbai（明白）读取 seeds/ 中的政策文件，在 content/ 中写成可编辑的 Markdown，
再在 public/ 中生成中英双语的静态网站：每项职责都是链接，每个时限都在时间轴上。

退出状态：0 完成；1 有错误级别的问题；2 用法有误，或者有内容无法读写。`),
		SilenceErrors:     true, // run prints them
		SilenceUsage:      true, // a page of usage would hide the message
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetUsageTemplate(usageTemplate(a))
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return a.usageError(cmd, err) })
	flags := root.PersistentFlags()
	flags.StringVarP(&a.root, "root", "C", ".", a.say("folder `DIR` of the project; by default the working folder", "项目文件夹 `DIR`，默认为当前文件夹"))
	flags.String("lang", a.lang, a.say("language `LANG` of messages, zh or en; by default that of LC_ALL or LANG",
		"提示信息的语言 `LANG`，zh 或者 en，默认取自环境变量 LC_ALL 或 LANG"))
	flags.BoolP("help", "h", false, a.say("show help", "显示帮助"))
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return a.checkFlags(cmd) }
	root.AddCommand(newInitCmd(a), newImportCmd(a), newBuildCmd(a), newServeCmd(a), newCheckCmd(a),
		newPublishCmd(a), newVerifyCmd(a), newFragmentsCmd(a), newParseCmd(a), newI18nCmd(a), newVersionCmd(a), newCompletionCmd(a))
	tidyHelp(a, root)
	return root
}

// siteFlags adds the flags of every command that builds pages.
func (a *app) siteFlags(cmd *cobra.Command) {
	a.resourceFlags(cmd)
	cmd.Flags().StringVar(&a.clock, "clock", "", a.say(
		"the `DATE` that counts as today, like 2006-01-02; by default that of content/site.yaml",
		"视为“今天”的日期 `DATE`，如 2006-01-02，默认取自 content/site.yaml"))
	cmd.Flags().StringVar(&a.baseURL, "base-url", "", a.say(
		"absolute `URL` at which the site will stand; by default that of content/site.yaml",
		"网站发布后的绝对网址 `URL`，默认取自 content/site.yaml"))
}

// jsonFlag adds --json with what it prints.
func (a *app) jsonFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.json, "json", false, a.say("print JSON for programs", "以 JSON 输出，供程序读取"))
}

// checkFlags refuses values that no command could use, and sets what holds for
// the whole process.
func (a *app) checkFlags(cmd *cobra.Command) error {
	if lang, _ := cmd.Flags().GetString("lang"); lang != "zh" && lang != "en" {
		return a.usageError(cmd, fmt.Errorf(a.say("--lang %q: want zh or en", "--lang %q：应为 zh 或 en"), lang))
	}
	if a.clock != "" {
		if _, err := plan.ParseDate(a.clock); err != nil {
			return a.usageError(cmd, fmt.Errorf("--clock: %w", err))
		}
	}
	if a.baseURL != "" {
		if u, err := url.Parse(a.baseURL); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
			return a.usageError(cmd, fmt.Errorf(a.say("--base-url %q: want an absolute address such as https://www.example.org/policy/",
				"--base-url %q：应为完整网址，如 https://www.example.org/policy/"), a.baseURL))
		}
	}
	return a.limitResources(cmd)
}

// usageError says what was wrong and where to read on.
func (a *app) usageError(cmd *cobra.Command, err error) error {
	return fmt.Errorf(a.say("%w\nsee: %s --help", "%w\n用法见：%s --help"), err, cmd.CommandPath())
}

// options are those of the flags, for the build package.
func (a *app) options() build.Options {
	return build.Options{Root: a.root, Clock: plan.Date(a.clock), BaseURL: a.baseURL, Jobs: a.jobs}
}

// noArgs refuses arguments, with a message in the user's language.
func (a *app) noArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return a.usageError(cmd, fmt.Errorf(a.say("unexpected argument %q", "多余的参数 %q"), args[0]))
}

// oneArg wants exactly one argument; what names it in messages.
func (a *app) oneArg(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 1 {
			return nil
		}
		return a.usageError(cmd, fmt.Errorf(a.say("want one %s, got %d arguments", "需要一个%s，给出了 %d 个参数"), what, len(args)))
	}
}
