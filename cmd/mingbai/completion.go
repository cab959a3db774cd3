package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// shells lists those for which cobra writes completion.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func newCompletionCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "completion " + strings.Join(shells, "|"),
		Short: a.say("Print a completion script for a shell", "输出命令行补全脚本"),
		Long: a.say(`completion prints a script that completes commands and flags in your shell.`,
			`completion 输出一段脚本，让所用的命令行环境能够补全命令和选项。`),
		Example:   "  source <(mingbai completion bash)",
		ValidArgs: shells,
		Args:      a.oneShell,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.stdout, true)
			case "zsh":
				return root.GenZshCompletion(a.stdout)
			case "fish":
				return root.GenFishCompletion(a.stdout, true)
			default:
				return root.GenPowerShellCompletionWithDesc(a.stdout)
			}
		},
	}
}

// oneShell wants the name of a shell that completion is written for.
func (a *app) oneShell(cmd *cobra.Command, args []string) error {
	if err := a.oneArg(a.say("shell", "命令行环境名"))(cmd, args); err != nil {
		return err
	}
	if !slices.Contains(shells, args[0]) {
		return a.usageError(cmd, fmt.Errorf(a.say("no completion for %q: want %s", "没有 %q 的补全脚本：应为 %s"),
			args[0], strings.Join(shells, ", ")))
	}
	return nil
}
