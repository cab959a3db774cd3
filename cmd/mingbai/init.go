package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// skeleton is an empty project; "gitignore" gets its dot when it is written.
//
//go:embed skeleton
var skeleton embed.FS

// projectFolders are made even where the skeleton has no file in them.
var projectFolders = []string{"seeds", "content", "layouts", "assets"}

func newInitCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: a.say("Make an empty project", "新建空项目"),
		Long: a.say(`init makes an empty project in DIR: a folder for documents, one for content, and
the site's configuration to fill in. It overwrites nothing.`,
			`init 在 DIR 中新建空项目：存放文件的文件夹、存放内容的文件夹和待填写的网站配置。不覆盖任何已有文件。`),
		Example: "  mingbai init my-site",
		Args:    a.oneArg(a.say("folder", "文件夹")),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.initProject(args[0])
		},
	}
}

// initProject writes the skeleton into dir. What is there already is kept, be
// it a person's own .gitignore or a whole project.
func (a *app) initProject(dir string) error {
	files, err := skeletonFiles()
	if err != nil {
		return err
	}
	for _, folder := range projectFolders {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		err := writeNew(filepath.Join(dir, filepath.FromSlash(name)), files[name])
		switch {
		case errors.Is(err, fs.ErrExist):
			fmt.Fprintf(a.stdout, a.say("kept %s\n", "保留已有的 %s\n"), name)
		case err != nil:
			return err
		default:
			fmt.Fprintf(a.stdout, a.say("wrote %s\n", "写入 %s\n"), name)
		}
	}
	fmt.Fprintf(a.stdout, a.say(`%s is a project now. Next:
  1. fill in content/site.yaml
  2. put a policy document as UTF-8 text into seeds/
  3. mingbai import && mingbai serve
`, `%s 已建成项目。接下来：
  1. 填写 content/site.yaml
  2. 将政策文件以 UTF-8 纯文本放入 seeds/
  3. 运行 mingbai import && mingbai serve
`), dir)
	return nil
}

// skeletonFiles gives the files of an empty project by their paths in it.
func skeletonFiles() (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(skeleton, "skeleton", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := skeleton.ReadFile(name)
		name = strings.TrimPrefix(name, "skeleton/")
		if name == "gitignore" {
			name = ".gitignore"
		}
		files[name] = data
		return err
	})
	return files, err
}

// writeNew writes a file that must not exist.
func writeNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}
