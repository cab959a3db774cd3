package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/publish"
)

// publishFlags are those of the publish command.
type publishFlags struct {
	to            string
	dryRun, force bool
}

func newPublishCmd(a *app) *cobra.Command {
	var f publishFlags
	cmd := &cobra.Command{
		Use:   "publish --to DIR",
		Short: a.say("Bring a portal's folder up to date", "发布到门户网站的文件夹"),
		Long: a.say(`publish builds the site anew, as build does but in memory, and brings the folder up
to date with it: only files that differ are written, pages after what they need,
stale files are removed last, and a manifest with the SHA-256 of every file ends
it. Files that mingbai did not publish are left alone. What stands in public/ does
not matter, so that nothing outdated is published.`,
			`publish 在内存中重新生成网站（与 build 相同），再更新目标文件夹：只写有变化的文件，
先写页面所需的资源，再写页面，最后删除多余的文件，并写下列有全部文件 SHA-256 的清单。
不是 mingbai 发布的文件一律不动。发布内容与 public/ 现有文件无关，因此不会发布过时的内容。`),
		Example: "  mingbai publish --to /srv/portal --dry-run",
		Args:    a.noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.publish(cmd, f) },
	}
	cmd.Flags().StringVar(&f.to, "to", "", a.say("folder `DIR` to publish to", "要发布到的文件夹 `DIR`"))
	cmd.Flags().BoolVar(&f.dryRun, "dry-run", false, a.say("list what would change, change nothing", "只列出将有的改动，不作改动"))
	cmd.Flags().BoolVar(&f.force, "force", false, a.say(
		"publish into a folder that holds other files; where they stand in a page's place they are overwritten",
		"发布到已有其他文件的文件夹；占用页面位置的文件将被覆盖"))
	a.siteFlags(cmd)
	a.jsonFlag(cmd)
	return cmd
}

// publish builds and sends. Nothing is sent while the build has an error.
func (a *app) publish(cmd *cobra.Command, f publishFlags) error {
	if f.to == "" {
		return a.usageError(cmd, errors.New(a.say("want --to DIR, the folder to publish to", "需要用 --to 指明发布到哪个文件夹")))
	}
	target, err := publish.OpenFolder(f.to, a.root)
	if err != nil {
		return err
	}
	defer target.Close()
	result, err := a.buildSite(cmd.Context())
	if err != nil {
		return err
	}
	run := publish.Apply
	if f.dryRun {
		run = publish.Plan
	}
	changes, err := run(cmd.Context(), result.Files, target, publish.Options{Force: f.force})
	if err != nil {
		return err
	}
	return a.printPublished(f, changes, append(result.Findings, changes.Findings...))
}

// publishReport is what a program reads of `mingbai publish --json`, form
// mingbai/publish/1. Paths are below the target and sorted.
type publishReport struct {
	Schema    string   `json:"schema"`
	Target    string   `json:"target"`
	DryRun    bool     `json:"dryRun"`
	Added     []string `json:"added"`
	Changed   []string `json:"changed"`
	Removed   []string `json:"removed"`
	Unchanged int      `json:"unchanged"`
	Findings  int      `json:"findings"`
}

func (a *app) printPublished(f publishFlags, c publish.Changes, findings []diag.Finding) error {
	if err := a.printPressing(a.stderr, findings); err != nil {
		return err
	}
	if a.json {
		return printJSON(a.stdout, publishReport{
			Schema: "mingbai/publish/1", Target: f.to, DryRun: f.dryRun, Unchanged: c.Unchanged, Findings: len(findings),
			Added: list(c.Added), Changed: list(c.Changed), Removed: list(c.Removed),
		})
	}
	if f.dryRun {
		for _, group := range []struct {
			sign  string
			names []string
		}{{"+", c.Added}, {"~", c.Changed}, {"-", c.Removed}} {
			for _, name := range group.names {
				fmt.Fprintln(a.stdout, group.sign, name)
			}
		}
	}
	format := a.say("%s: %d added, %d changed, %d removed, %d unchanged\n", "%s：新增 %d，更新 %d，删除 %d，未变 %d\n")
	if f.dryRun {
		format = a.say("%s: would be %d added, %d changed, %d removed, %d unchanged\n", "%s：将新增 %d，更新 %d，删除 %d，未变 %d\n")
	}
	_, err := fmt.Fprintf(a.stdout, format, f.to, len(c.Added), len(c.Changed), len(c.Removed), c.Unchanged)
	return err
}

// printJSON writes JSON for people as well as programs.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// list is s, or an empty list where JSON would have null.
func list(s []string) []string { return slices.Concat([]string{}, s) }
