package serve

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"mingbai/cmd/mingbai/internal/diag"
)

// project is a folder with one page, served as a user would have it.
type project struct {
	t    *testing.T
	root string
	url  string
	log  *syncBuffer
	stop func() error
}

// syncBuffer is what the server logs, to be read while it runs.
type syncBuffer struct {
	mu sync.Mutex
	b  strings.Builder
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// rebuildPage makes one page of one file; the word BAD in it is an error, ODD
// a warning.
func rebuildPage(root string) Rebuild {
	return func(context.Context, []string, func(Files)) (Files, []diag.Finding, error) {
		data, err := os.ReadFile(filepath.Join(root, "content", "page.md"))
		if err != nil {
			return nil, nil, err
		}
		var fs []diag.Finding
		for n, line := range strings.Split(string(data), "\n") {
			for word, severity := range map[string]diag.Severity{"BAD": diag.Error, "ODD": diag.Warning} {
				if before, _, ok := strings.Cut(line, word); ok {
					fs = append(fs, diag.Finding{Code: "C101", Severity: severity,
						Position: diag.Position{File: "content/page.md", Line: n + 1, Column: len([]rune(before)) + 1},
						Message:  diag.Text{En: "a <word> is wrong", Zh: "有个<词>不对"},
						Hint:     diag.Text{En: "mend it", Zh: "请改正"}})
				}
			}
		}
		return map[string][]byte{"zh/index.html": []byte("<body>" + string(data) + "</body>")}, fs, nil
	}
}

func serveProject(t *testing.T, page string) *project {
	t.Helper()
	p := &project{t: t, root: t.TempDir(), log: &syncBuffer{}}
	if err := os.Mkdir(filepath.Join(p.root, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	p.write(page)
	ctx, cancel := context.WithCancel(t.Context())
	ready, ended := make(chan string, 1), make(chan error, 1)
	o := Options{
		Addr: "127.0.0.1:0", Root: p.root, Watch: []string{"content", "layouts"}, Rebuild: rebuildPage(p.root),
		Source: func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(p.root, name)) },
		Lang:   "zh", Ready: func(url string) { ready <- url }, Log: p.log,
	}
	go func() { ended <- Run(ctx, o) }()
	p.stop = sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() { _ = p.stop() })
	select {
	case p.url = <-ready:
	case err := <-ended:
		t.Fatal("ended at once: ", err)
	}
	return p
}

func (p *project) write(page string) {
	p.t.Helper()
	if err := os.WriteFile(filepath.Join(p.root, "content", "page.md"), []byte(page), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

func (p *project) get(path string) (status int, body string) {
	p.t.Helper()
	res, err := http.Get(p.url + path)
	if err != nil {
		p.t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return res.StatusCode, string(data)
}

// events reads the names of builds that the server sends.
func (p *project) events() <-chan string {
	p.t.Helper()
	req, err := http.NewRequestWithContext(p.t.Context(), http.MethodGet, p.url+"-/mingbai/events", nil)
	if err != nil {
		p.t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		p.t.Fatal(err)
	}
	builds := make(chan string)
	go func() {
		defer close(builds)
		defer res.Body.Close()
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			if build, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				builds <- build
			}
		}
	}()
	return builds
}

func next(t *testing.T, builds <-chan string) string {
	t.Helper()
	select {
	case build, ok := <-builds:
		if !ok {
			t.Fatal("the stream of events ended")
		}
		return build
	case <-time.After(10 * time.Second):
		t.Fatal("no event")
	}
	return ""
}

// TestErrorAndRecovery edits a page wrongly and rightly, as an open page sees it.
func TestErrorAndRecovery(t *testing.T) {
	p := serveProject(t, "第一版")
	builds := p.events()
	first := next(t, builds)
	status, body := p.get("zh/")
	if status != http.StatusOK || !strings.Contains(body, "第一版") || !strings.Contains(body, `data-build="`+first+`"`) {
		t.Fatalf("status %d, build %s:\n%s", status, first, body)
	}

	p.write("一\n二\n这里 BAD <b>\n四")
	failed := next(t, builds)
	status, body = p.get("zh/index.html")
	if status != http.StatusInternalServerError {
		t.Errorf("status %d after a failed build", status)
	}
	for _, want := range []string{
		`lang="zh-CN"`, "content/page.md:3:4", "错误", "C101", "有个&lt;词&gt;不对", "处理办法：请改正",
		`<span class="line marked"><span class="number">3</span>这里 <mark>B</mark>AD &lt;b&gt;`,
		`<span class="number">1</span>一`, `<span class="number">4</span>四`, `data-build="` + failed + `"`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the error page lacks %s:\n%s", want, body)
		}
	}

	p.write("第二版 ODD")
	mended := next(t, builds)
	if mended == failed || failed == first {
		t.Errorf("builds %s, %s, %s are not told apart", first, failed, mended)
	}
	if status, body = p.get("zh/"); status != http.StatusOK || !strings.Contains(body, "第二版") {
		t.Errorf("status %d after mending:\n%s", status, body)
	}
	if status, body = p.get("-/mingbai/findings"); status != http.StatusOK || !strings.Contains(body, "content/page.md:1:5") {
		t.Errorf("findings: status %d:\n%s", status, body)
	}
	for _, want := range []string{"生成失败，", "content/page.md:3:4: 错误", p.url + "-/mingbai/findings"} {
		if !strings.Contains(p.log.String(), want) {
			t.Errorf("the log lacks %q:\n%s", want, p.log)
		}
	}
}

// TestStop ends the server while a page listens.
func TestStop(t *testing.T) {
	p := serveProject(t, "x")
	builds := p.events()
	next(t, builds)
	begun := time.Now()
	if err := p.stop(); err != nil {
		t.Errorf("stopping: %v", err)
	}
	if took := time.Since(begun); took >= shutdownTime {
		t.Errorf("stopping took %v: the stream of events held it up", took)
	}
	for range builds {
	}
}

// TestStopDuringFirstBuild ends the server before anything can be seen.
func TestStopDuringFirstBuild(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	err := Run(ctx, Options{Addr: "127.0.0.1:0", Root: t.TempDir(), Watch: []string{"content"},
		Rebuild: func(ctx context.Context, _ []string, _ func(Files)) (Files, []diag.Finding, error) {
			cancel()
			<-ctx.Done()
			return nil, nil, ctx.Err()
		},
		Ready: func(string) { t.Error("ready without a build") },
	})
	if err != nil {
		t.Error(err)
	}
}

func TestAddressErrors(t *testing.T) {
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	for _, test := range []struct{ addr, lang, want string }{
		{busy.Addr().String(), "en", fmt.Sprintf("address %s is already in use (hint: ", busy.Addr())},
		{busy.Addr().String(), "zh", fmt.Sprintf("地址 %s 已被占用", busy.Addr())},
		{"localhost", "en", "cannot listen on localhost (hint: --addr wants HOST:PORT"},
		{"127.0.0.1:99999", "zh", "无法监听 127.0.0.1:99999"},
	} {
		err := Run(t.Context(), Options{Addr: test.addr, Root: t.TempDir(), Lang: test.lang})
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "--addr") {
			t.Errorf("%s: got error %v, want %q", test.addr, err, test.want)
		}
	}
}
