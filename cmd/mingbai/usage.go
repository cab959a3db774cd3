package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag" // the flags of cobra
)

// Commands are listed in the order in which one uses them; the setting is
// cobra's and holds for all commands of a process.
func init() { cobra.EnableCommandSorting = false }

// usageTemplate is cobra's, with headings in the user's language and without
// the parts that mingbai does not use (aliases, command groups).
func usageTemplate(a *app) string {
	return strings.NewReplacer(
		"USAGE", a.say("Usage:", "用法："),
		"COMMANDS", a.say("Commands:", "命令："),
		"EXAMPLES", a.say("Examples:", "示例："),
		"GLOBAL", a.say("Global flags:", "通用选项："),
		"FLAGS", a.say("Flags:", "选项："),
		"MORE", a.say("Read about a command: ", "查看某个命令的帮助："),
	).Replace(`USAGE{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [command]{{end}}{{if .HasExample}}

EXAMPLES
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

COMMANDS{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

FLAGS
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

GLOBAL
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

MORE{{.CommandPath}} [command] --help{{end}}
`)
}

// tidyHelp takes the words out of cobra's help that are always English, and
// gives its own help command a text in the user's language.
func tidyHelp(a *app, root *cobra.Command) {
	root.InitDefaultHelpCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "help" {
			cmd.Short = a.say("Help about a command", "查看命令的帮助")
			cmd.Long = ""
		}
	}
	plainUsage(root)
}

// plainUsage takes "[flags]" and "(default …)" out of the help of a command
// and its subcommands: the texts of flags name defaults themselves.
func plainUsage(cmd *cobra.Command) {
	noDefault := func(f *pflag.Flag) {
		f.DefValue = ""
		if f.Value.Type() == "int" {
			f.DefValue = "0" // what pflag takes for no default of a number
		}
	}
	cmd.DisableFlagsInUseLine = true
	cmd.PersistentFlags().VisitAll(noDefault)
	cmd.Flags().VisitAll(noDefault)
	for _, sub := range cmd.Commands() {
		plainUsage(sub)
	}
}
