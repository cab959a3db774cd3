package meter

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The test binary stands in for the commands: it measures, as a program that
// uses the package does, and it is measured.
func TestMain(m *testing.M) {
	switch {
	case len(os.Args) > 2 && os.Args[1] == MeasureWord:
		os.Exit(Measure(os.Args[2:]))
	case len(os.Args) > 1 && os.Args[1] == "hold":
		hold()
	case len(os.Args) > 1 && os.Args[1] == "fail":
		fmt.Println("no such thing")
		os.Exit(3)
	case len(os.Args) > 3 && os.Args[1] == "serve":
		serve(os.Args[2], os.Args[3])
	default:
		os.Exit(m.Run())
	}
}

const held = 64 << 20 // bytes

// hold uses memory, and processors for a while.
func hold() {
	memory := make([]byte, held)
	for end := time.Now().Add(100 * time.Millisecond); time.Now().Before(end); {
		for i := range memory {
			memory[i]++
		}
	}
}

func serve(port, file string) {
	err := http.ListenAndServe("127.0.0.1:"+port, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		data, _ := os.ReadFile(file)
		_, _ = w.Write(data)
	}))
	fmt.Println(err)
	os.Exit(1)
}

func self(t *testing.T, args ...string) Command {
	t.Helper()
	name, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Command{Args: append([]string{name}, args...)}
}

// The memory of the process that measures is not that of what it measures.
func TestRun(t *testing.T) {
	mine := make([]byte, 8*held)
	for i := range mine {
		mine[i] = 1
	}
	s, err := Run(t.Context(), self(t, "hold"))
	if err != nil {
		t.Fatal(err)
	}
	if s.Wall < 100*time.Millisecond || s.CPU <= 0 {
		t.Errorf("wall %v, CPU %v of a command that works for 100 ms", s.Wall, s.CPU)
	}
	if s.Peak < held || s.Peak > 4*held {
		t.Errorf("peak %d MiB of a command that holds %d, measured by a process of %d", s.Peak>>20, held>>20, len(mine)>>20)
	}
}

func TestRunFails(t *testing.T) {
	if _, err := Run(t.Context(), self(t, "fail")); err == nil || !strings.Contains(err.Error(), "no such thing") {
		t.Errorf("got %v, want what the command printed", err)
	}
}

func TestServer(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("old")
	port, err := FreePort()
	if err != nil {
		t.Fatal(err)
	}
	url := "http://127.0.0.1:" + port + "/"
	s, err := Start(t.Context(), self(t, "serve", port, file), url, 10*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Stop()
	go func() {
		time.Sleep(30 * time.Millisecond)
		write("new")
	}()
	took, err := s.Await(t.Context(), url, "new", 10*time.Second)
	if err != nil || took < 20*time.Millisecond {
		t.Errorf("took %v, %v", took, err)
	}
	if _, err := s.Await(t.Context(), url, "newer", 20*time.Millisecond); err == nil {
		t.Error("a text that never comes was found")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Await(ctx, url, "newer", 10*time.Second); err == nil {
		t.Error("waits on although it was stopped")
	}
}

// A server that ends at once is an error, not a wait.
func TestServerEnds(t *testing.T) {
	start := time.Now()
	if _, err := Start(t.Context(), self(t, "fail"), "http://127.0.0.1:1/", time.Minute); err == nil || time.Since(start) > 30*time.Second {
		t.Errorf("got %v after %v", err, time.Since(start))
	}
}

func TestTree(t *testing.T) {
	from, to := t.TempDir(), filepath.Join(t.TempDir(), "copy")
	want := map[string]string{"a.html": "1", "b/c.html": "22", "b/d/e.html": "333"}
	for name, text := range want {
		file := filepath.Join(from, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	tree, err := ReadTree(from)
	if err != nil {
		t.Fatal(err)
	}
	took, err := tree.Write(to, 2)
	if err != nil || took <= 0 {
		t.Fatal(took, err)
	}
	for name, text := range want {
		if data, err := os.ReadFile(filepath.Join(to, name)); string(data) != text {
			t.Errorf("%s: %q, %v", name, data, err)
		}
	}
	if _, err := tree.Write(to, 2); err == nil {
		t.Error("writes over a folder that is there")
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		in   []int64
		want int64
	}{{nil, 0}, {[]int64{7}, 7}, {[]int64{9, 1, 5}, 5}, {[]int64{9, 1, 5, 6}, 5}, {[]int64{1, 1000, 2, 3}, 2}} {
		if got := Median(c.in); got != c.want {
			t.Errorf("median of %v is %d, want %d", c.in, got, c.want)
		}
	}
	if got := Median([]float64{1, 2}); got != 1.5 {
		t.Errorf("median of 1 and 2 is %v", got)
	}
	s := MedianSample([]Sample{{1, 20, 300}, {3, 40, 100}, {2, 30, 200}})
	if want := (Sample{2, 30, 200}); s != want {
		t.Errorf("median sample %+v, want %+v", s, want)
	}
}

func TestRatio(t *testing.T) {
	if Ratio(10.0, 4.0) != 2.5 || Ratio(time.Second, 100*time.Millisecond) != 10 || Ratio(int64(1), 0) != 0 {
		t.Error("ratios are wrong")
	}
}
