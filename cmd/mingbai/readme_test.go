package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"mingbai/cmd/mingbai/internal/build"
)

// reference is the help of every command in one language, as the README has it.
func reference(t *testing.T, lang string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("\n")
	for _, cmd := range allCommands(newRootCmd(&app{lang: lang})) {
		fmt.Fprintf(&b, "### %s\n\n```\n%s```\n\n", cmd.CommandPath(), helpOf(t, cmd))
	}
	return b.String()
}

// allCommands lists the subcommands with theirs, but for help.
func allCommands(parent *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, cmd := range parent.Commands() {
		if cmd.Name() != "help" {
			all = append(append(all, cmd), allCommands(cmd)...)
		}
	}
	return all
}

// helpOf is what "mingbai COMMAND --help" prints.
func helpOf(t *testing.T, cmd *cobra.Command) string {
	t.Helper()
	var b bytes.Buffer
	cmd.Root().SetOut(&b)
	if err := cmd.Help(); err != nil {
		t.Fatal(err)
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// TestReadmeCommands compares the command reference of the README with the
// help itself; -update writes it anew.
func TestReadmeCommands(t *testing.T) {
	name := filepath.Join("..", "..", "README.md")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	for _, lang := range []string{"en", "zh"} {
		begin, end := "<!-- commands:"+lang+" -->\n", "<!-- /commands:"+lang+" -->"
		before, rest, ok1 := strings.Cut(page, begin)
		old, after, ok2 := strings.Cut(rest, end)
		if !ok1 || !ok2 {
			t.Fatalf("README.md: want the markers %q and %q", begin, end)
		}
		want := reference(t, lang)
		if old != want && !*update {
			t.Errorf("README.md: the %s command reference is not current (hint: go test ./cmd/mingbai -update)\n%s",
				lang, cmp.Diff(old, want))
		}
		page = before + begin + want + end + after
	}
	if *update && page != string(data) {
		if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// The help speaks both languages: no command may fall back to English in the
// Chinese part of the README.
func TestHelpIsChinese(t *testing.T) {
	for _, cmd := range allCommands(newRootCmd(&app{lang: "zh"})) {
		for line := range strings.Lines(helpOf(t, cmd)) {
			words := strings.TrimSpace(line)
			if strings.HasPrefix(words, "mingbai ") || strings.HasPrefix(words, "source <(") || words == "" {
				continue // usage and examples are commands
			}
			if !strings.ContainsFunc(words, func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }) {
				t.Errorf("%s --help: no Chinese in the line %q", cmd.CommandPath(), words)
			}
		}
	}
}

// The content file that the README shows is the one that import writes.
func TestReadmeExample(t *testing.T) {
	const file = "content/yunnan-2022-ten-special-actions/04-stable-jobs/1-human-resources/m05.zh.md"
	root := t.TempDir()
	if err := os.CopyFS(filepath.Join(root, "seeds"), os.DirFS(filepath.Join("..", "..", "seeds"))); err != nil {
		t.Fatal(err)
	}
	if _, err := build.Import(t.Context(), build.Options{Root: root}); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "```markdown\n")
	if got, _, _ := strings.Cut(rest, "```"); got != string(want) {
		t.Errorf("README.md: the example is not %s\n%s", file, cmp.Diff(got, string(want)))
	}
}
