// Package npmtest serves tests alone: it brings programs and libraries of the
// npm registry, which the project itself does not need, to the tests that hold
// what mingbai makes against them.
package npmtest

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// Modules gives the node_modules folder with the packages that dir pins by
// version and checksum (package.json and package-lock.json). It stands in the
// user's cache, where later runs find it.
func Modules(dir string) (string, error) {
	lock, err := os.ReadFile(filepath.Join(dir, "package-lock.json"))
	if err != nil {
		return "", err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	place := filepath.Join(cache, "mingbai-browsertest", fmt.Sprintf("%x", sha256.Sum256(lock))[:16])
	modules := filepath.Join(place, "node_modules")
	if _, err := os.Stat(modules); err == nil {
		return modules, nil
	}
	if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
		return "", err
	}
	// Installed beside its place and moved, so that a run that is stopped
	// leaves nothing half done.
	work, err := os.MkdirTemp(filepath.Dir(place), "new-*")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(work)
	if err := os.CopyFS(work, os.DirFS(dir)); err != nil {
		return "", err
	}
	if err := install(work); err != nil {
		return "", err
	}
	if err := os.Rename(work, place); err != nil {
		if _, there := os.Stat(modules); there != nil {
			return "", err
		}
	}
	return modules, nil
}

// install lets no package of the list run a script of its own.
func install(dir string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "npm", "ci", "--prefix", dir, "--ignore-scripts", "--no-audit", "--no-fund")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("npm ci: %w (the tests need npm; install it, or leave them out: go test -short)\n%s", err, out)
	}
	return nil
}
