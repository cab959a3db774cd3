package browsertest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"mingbai/cmd/mingbai/internal/npmtest"
)

// tool is a program that the tests need beside Go.
type tool struct {
	name     string // for people
	packages string // of Debian
	has      func() bool
}

// browserNames are what Chromium is called on different systems.
var browserNames = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

var tools = []tool{
	{"Chromium", "chromium", func() bool { return browserPath() != "" }},
	{"a Chinese font", "fontconfig fonts-noto-cjk", hasChineseFont},
	{"Java", "default-jre-headless", func() bool { return onPath("java") }},
	{"npm", "npm", func() bool { return onPath("npm") }},
}

func onPath(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

func browserPath() string {
	for _, name := range browserNames {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// hasChineseFont asks fontconfig: without such a font every character is an
// empty box of one width, and what is measured is not what readers see.
func hasChineseFont() bool {
	out, err := exec.Command("fc-list", ":lang=zh-cn", "family").Output()
	return err == nil && len(out) > 0
}

// toolsOnce installs what is missing, once for all tests.
var toolsOnce = sync.OnceValue(func() error {
	missing := missingTools()
	if len(missing) == 0 {
		return nil
	}
	var names, packages []string
	for _, t := range missing {
		names = append(names, t.name)
		packages = append(packages, strings.Fields(t.packages)...)
	}
	if os.Geteuid() != 0 || !onPath("apt-get") {
		return fmt.Errorf("the browser tests need %s; install it, on Debian as root with: apt-get install --no-install-recommends %s (or leave the tests out: go test -short)",
			strings.Join(names, ", "), strings.Join(packages, " "))
	}
	if err := run("apt-get", "update", "-q"); err != nil {
		return err
	}
	if err := run("apt-get", append([]string{"install", "-q", "-y", "--no-install-recommends"}, packages...)...); err != nil {
		return err
	}
	if left := missingTools(); len(left) > 0 {
		return fmt.Errorf("%s is still missing after apt-get install %s", left[0].name, left[0].packages)
	}
	return nil
})

func missingTools() []tool {
	var missing []tool
	for _, t := range tools {
		if !t.has() {
			missing = append(missing, t)
		}
	}
	return missing
}

// run runs a program that is not part of the test itself; its output is shown
// where it fails.
func run(name string, args ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, out)
	}
	return nil
}

// needTools leaves the test out under -short, and fails where a tool is
// missing and cannot be installed.
func needTools(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("left out by -short: this test needs a real browser")
	}
	if err := toolsOnce(); err != nil {
		t.Fatal(err)
	}
}

// npmFolder has the packages that testdata/npm pins.
var npmFolder = sync.OnceValues(func() (string, error) { return npmtest.Modules("testdata/npm") })

// npmPagefind has those that testdata/npm-pagefind pins: the yardstick of the
// search.
var npmPagefind = sync.OnceValues(func() (string, error) { return npmtest.Modules("testdata/npm-pagefind") })

// npmFile is the path of a file of an npm package.
func npmFile(t *testing.T, name string) string {
	t.Helper()
	modules, err := npmFolder()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(modules, filepath.FromSlash(name))
}
