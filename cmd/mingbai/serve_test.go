package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// startServe runs "mingbai serve" on a copy of the test's project and gives
// the project's folder, the address and a function that stops it as Ctrl-C
// does and gives the exit status.
func startServe(t *testing.T) (root, url string, stop func() int) {
	t.Helper()
	root = filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(root, os.DirFS(filepath.Join("testdata", "project"))); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	out, w := io.Pipe()
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, []string{"serve", "--lang=en", "-C", root, "--addr", "127.0.0.1:0"}, w, io.Discard)
		w.Close()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal("serve ended before it was ready: ", err)
	}
	go io.Copy(io.Discard, out)
	url = regexp.MustCompile(`http://\S+`).FindString(line)
	return root, url, func() int {
		cancel()
		select {
		case s := <-status:
			return s
		case <-time.After(20 * time.Second):
			t.Fatal("serve did not stop")
			return -1
		}
	}
}

// eventually waits until the page at url contains text.
func eventually(t *testing.T, url, text string) {
	t.Helper()
	var last string
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		resp, err := http.Get(url)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if last = string(body); strings.Contains(last, text) {
			return
		}
	}
	t.Fatalf("%s does not come to contain %q; it has:\n%.2000s", url, text, last)
}

// replace rewrites a file with every old replaced by new.
func replace(t *testing.T, name, old, new string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		t.Fatalf("%s: no %q", name, old)
	}
	if err := os.WriteFile(name, []byte(strings.ReplaceAll(string(data), old, new)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The preview follows an edited page, a mistake and its mending, and a new
// version of the document, and ends with status 0 on Ctrl-C.
func TestServe(t *testing.T) {
	root, url, stop := startServe(t)
	page := url + "zh/small-shops-2024/plan/m01.html"
	file := filepath.Join(root, "content/small-shops-2024/1-plan/m01.zh.md")
	seed := filepath.Join(root, "seeds/small-shops-2024.txt")

	eventually(t, page, "每户不超过2万元")
	replace(t, file, "每户不超过2万元", "每户最多2万元")
	eventually(t, page, "每户最多2万元")

	replace(t, file, "weight: 1", "wait: 1")
	eventually(t, page, "C203")
	replace(t, file, "wait: 1", "weight: 1")
	eventually(t, page, "每户最多2万元")

	replace(t, seed, "简化申报手续", "进一步简化申报手续")
	eventually(t, url+"zh/small-shops-2024/plan/m02.html", "进一步简化申报手续")
	eventually(t, page, "每户最多2万元")

	if _, err := os.Stat(filepath.Join(root, "public")); err == nil {
		t.Error("the preview wrote public/")
	}
	if status := stop(); status != statusDone {
		t.Errorf("exit status %d, want %d", status, statusDone)
	}
}
