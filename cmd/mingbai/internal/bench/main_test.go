package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFlags(t *testing.T) {
	s, err := parseFlags([]string{"-mingbai", "bin/mingbai", "-sizes", "1, 25,400"})
	if err != nil || !slices.Equal(s.sizes, []int{1, 25, 400}) || !filepath.IsAbs(s.mingbai) || s.hugo != "" {
		t.Errorf("%+v, %v", s, err)
	}
	for _, args := range [][]string{{}, {"-mingbai", "x", "-sizes", "1,many"}, {"-mingbai", "x", "-scale", "0"}} {
		if _, err := parseFlags(args); err == nil {
			t.Errorf("%q: no error", args)
		}
	}
}

// Without Hugo and the corpus there is no comparison, and that is said in one
// line; the last line is JSON all the same.
func TestRunWithoutHugo(t *testing.T) {
	var out strings.Builder
	s := settings{mingbai: "mingbai", tmp: t.TempDir(), rounds: 1, edits: 1, scale: 1}
	if err := s.run(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	if want := "no comparison with Hugo: the corpus generator is not here\n{}\n"; out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
	if left, err := os.ReadDir(s.tmp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// An edit takes the place of the one before, in the text alone.
func TestEdit(t *testing.T) {
	file := filepath.Join(t.TempDir(), "m01.md")
	const before = "---\ntitle: x\n---\n\n一段。\n\n二段。\n"
	if err := os.WriteFile(file, []byte(before), 0o666); err != nil {
		t.Fatal(err)
	}
	for round := range 2 {
		words, err := edit(file, round)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(file)
		if want := strings.Replace(before, "一段", words+"一段", 1); err != nil || string(data) != want {
			t.Errorf("got %q, want %q", data, want)
		}
	}
	if err := os.WriteFile(file, []byte("no front matter"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := edit(file, 0); err == nil {
		t.Error("a file without front matter was edited")
	}
}

// What was built, and what is remembered of it, goes; the project stays.
func TestClean(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"public/zh", ".mingbai/cache", "content"} {
		if err := os.MkdirAll(filepath.Join(root, name), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := clean(root); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(root)
	if err != nil || len(left) != 1 || left[0].Name() != "content" {
		t.Errorf("left: %v, %v", left, err)
	}
}
