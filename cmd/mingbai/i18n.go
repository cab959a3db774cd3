package main

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/glossary"
)

func newI18nCmd(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "i18n",
		Short: a.say("See, hand out and take back translations", "查看、导出和收回译文"),
		Long: a.say(`Translations stand in seeds/translations, one gettext PO file for each document and
direction. "mingbai import" brings them into content/; a text whose source has
changed keeps its translation, marked fuzzy.`,
			`译文在 seeds/translations 中，每份文件、每个方向各一个 gettext PO 文件。
“mingbai import”将译文写入 content/；原文有改动的，保留原译文并标记为 fuzzy（待核对）。`),
	}
	cmd.AddCommand(newI18nStatusCmd(a), newI18nExportCmd(a), newI18nImportCmd(a))
	return cmd
}

func newI18nStatusCmd(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "status",
		Short: a.say("Show how far the translations have come", "显示翻译进度"),
		Args:  a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ts, err := a.translations(cmd)
			if err != nil {
				return err
			}
			if a.json {
				return a.printStatusJSON(ts)
			}
			return a.printStatus(ts)
		},
	}
	a.jsonFlag(cmd)
	return cmd
}

// translations reads the catalogues; findings of the documents are those of
// import and are not told again.
func (a *app) translations(cmd *cobra.Command) ([]build.Translation, error) {
	ts, _, err := build.Translations(cmd.Context(), a.options())
	if err == nil && len(ts) == 0 {
		err = errors.New(a.say("no documents in seeds/", "seeds/ 中没有文件"))
	}
	return ts, err
}

// statusReport is what a program reads of `mingbai i18n status --json`, form
// mingbai/i18n/1.
type statusReport struct {
	Schema     string            `json:"schema"`
	Catalogues []catalogueReport `json:"catalogues"`
}

type catalogueReport struct {
	Document string `json:"document"`
	File     string `json:"file"`
	From     string `json:"from"`
	To       string `json:"to"`
	glossary.Count
}

func (a *app) printStatusJSON(ts []build.Translation) error {
	report := statusReport{Schema: "mingbai/i18n/1", Catalogues: []catalogueReport{}}
	for _, t := range ts {
		c := t.Catalogue
		report.Catalogues = append(report.Catalogues, catalogueReport{t.Document, t.File, string(c.From), string(c.To), c.Count()})
	}
	return printJSON(a.stdout, report)
}

func (a *app) printStatus(ts []build.Translation) error {
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, a.say("catalogue\ttexts\ttranslated\tmissing\tdraft\treviewed\tofficial\tfuzzy",
		"译文目录\t段落\t已译\t未译\t草稿\t已审校\t正式译文\t待核对"))
	for _, t := range ts {
		n := t.Catalogue.Count()
		fmt.Fprintf(w, "%s\t%d\t%d%%\t%d\t%d\t%d\t%d\t%d\n", t.File, n.Texts, 100*(n.Texts-n.Missing)/max(1, n.Texts),
			n.Missing, n.Draft, n.Reviewed, n.Official, n.Fuzzy)
	}
	return w.Flush()
}

func newI18nExportCmd(a *app) *cobra.Command {
	var format, dir string
	cmd := &cobra.Command{
		Use:   "export",
		Short: a.say("Bring the catalogues up to date, or write them for translators", "更新译文目录，或导出给译者"),
		Long: a.say(`export brings the catalogues in seeds/translations up to date with the documents,
and makes those that are not there yet. With --output they are written to another
folder, as PO or as XLIFF 2 for translation agencies, and seeds/ stays as it is.`,
			`export 按文件更新 seeds/translations 中的译文目录，尚无目录的新建目录。
使用 --output 时写入另一文件夹，格式为 PO 或供翻译机构使用的 XLIFF 2，seeds/ 不变。`),
		Example: "  mingbai i18n export --format xliff --output agency",
		Args:    a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if format != "po" && format != "xliff" {
				return a.usageError(cmd, fmt.Errorf(a.say("--format %q: want po or xliff", "--format %q：应为 po 或 xliff"), format))
			}
			if format == "xliff" && dir == "" {
				return a.usageError(cmd, errors.New(a.say("--format xliff needs --output", "--format xliff 须同时指定 --output")))
			}
			ts, err := a.translations(cmd)
			if err != nil {
				return err
			}
			if dir == "" {
				return a.storeTranslations(ts)
			}
			return a.handOut(ts, format, dir)
		},
	}
	cmd.Flags().StringVar(&format, "format", "po", a.say("`FORMAT` to write, po or xliff", "导出格式 `FORMAT`，po 或 xliff"))
	cmd.Flags().StringVar(&dir, "output", "", a.say("folder `DIR` to write to", "写入的文件夹 `DIR`"))
	return cmd
}

func (a *app) storeTranslations(ts []build.Translation) error {
	written, err := build.StoreTranslations(a.options(), ts)
	for _, name := range written {
		fmt.Fprintf(a.stdout, a.say("%s: written\n", "%s：已写入\n"), name)
	}
	if err == nil && len(written) == 0 {
		fmt.Fprintln(a.stdout, a.say("the catalogues are up to date", "译文目录已是最新"))
	}
	return err
}

// handOut writes copies of the catalogues into a folder.
func (a *app) handOut(ts []build.Translation, format, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, t := range ts {
		data, name := t.Catalogue.Bytes(), path.Base(t.File)
		if format == "xliff" {
			var err error
			if data, err = t.Catalogue.XLIFF(); err != nil {
				return err
			}
			name = strings.TrimSuffix(name, ".po") + ".xlf"
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(a.stdout, a.say("%s: written\n", "%s：已写入\n"), filepath.Join(dir, name))
	}
	return nil
}

func newI18nImportCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE...",
		Short: a.say("Take back what translators did", "收回译者完成的译文"),
		Long: a.say(`import takes the translations out of PO or XLIFF files into the catalogues in
seeds/translations. Texts that the documents no longer have are told and left
alone; a translation of a source that has changed since becomes fuzzy. Then run
"mingbai import" to bring them into content/.`,
			`import 将 PO 或 XLIFF 文件中的译文收入 seeds/translations 的译文目录。文件中已不存在的段落
会列出而不收入；原文已有改动的译文标记为 fuzzy（待核对）。随后运行“mingbai import”写入 content/。`),
		Example: "  mingbai i18n import agency/*.xlf",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			ts, err := a.translations(cmd)
			if err != nil {
				return err
			}
			var merged []build.Translation
			for _, file := range files {
				t, err := a.takeBack(ts, file)
				if err != nil {
					return err
				}
				merged = append(merged, t...)
			}
			return a.storeTranslations(merged)
		},
	}
}

// takeBack merges one file into its catalogue, and gives the catalogue.
func (a *app) takeBack(ts []build.Translation, file string) ([]build.Translation, error) {
	work, err := build.ReadWork(file)
	if err != nil {
		return nil, err
	}
	for _, t := range ts {
		if t.Catalogue.Document != work.Document || t.Catalogue.To != work.To {
			continue
		}
		if work.Document == glossary.NamesDocument {
			a.printProposals(file, t.Catalogue.Proposals(work))
			return nil, nil
		}
		taken, unknown := t.Catalogue.Merge(work)
		fmt.Fprintf(a.stdout, a.say("%s: %d translations taken\n", "%s：收入 %d 条译文\n"), file, taken)
		for _, key := range unknown {
			fmt.Fprintf(a.stderr, a.say("%s: no text %q in the document; left alone\n", "%s：文件中没有段落 %q，未收入\n"), file, key)
		}
		return []build.Translation{t}, nil
	}
	return nil, fmt.Errorf(a.say("%s: no document %q in seeds/ that is translated into %q", "%s：seeds/ 中没有译为 %[3]q 的文件 %[2]q"), file, work.Document, work.To)
}

// printProposals tells where the names that translators changed are kept.
func (a *app) printProposals(file string, proposals []string) {
	fmt.Fprintf(a.stdout, a.say("%s: %d proposals for names; write them where they are kept:\n", "%s：%d 条名称修改建议，请在名称所在文件中修改：\n"), file, len(proposals))
	for _, p := range proposals {
		fmt.Fprintln(a.stdout, "  "+p)
	}
}
