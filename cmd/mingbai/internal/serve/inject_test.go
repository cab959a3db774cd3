package serve

import (
	"bytes"
	"strings"
	"testing"
)

func TestAllowSelf(t *testing.T) {
	for policy, want := range map[string]string{
		"":                                     "script-src 'self'",
		"script-src 'self'":                    "script-src 'self'",
		"script-src 'none'":                    "script-src 'self'",
		"img-src data:":                        "img-src data:; script-src 'self'",
		"default-src 'none';img-src data:;":    "default-src 'none';img-src data:; script-src 'self'",
		"default-src 'self' https://a.example": "default-src 'self' https://a.example; script-src 'self' https://a.example",
		"img-src data:; SCRIPT-SRC 'nonce-x'":  "img-src data:; script-src 'nonce-x' 'self'",
		"script-src-elem 'none'; ; script-src": "script-src-elem 'none'; ; script-src 'self'",
	} {
		if got := allowSelf(policy, "script-src"); got != want {
			t.Errorf("%q: got %q, want %q", policy, got, want)
		}
	}
}

func TestInject(t *testing.T) {
	const tag = `<script src="/-/mingbai/reload.js" data-build="b-1" defer></script>`
	const wide = `<meta http-equiv="Content-Security-Policy" content="script-src &#39;self&#39;; connect-src &#39;self&#39;">`
	for _, test := range []struct{ name, page, want string }{
		{"before the end of the body", "<body>x</body></html>", "<body>x" + tag + "</body></html>"},
		{"before the last one", "<pre></body></pre></BODY >", "<pre></body></pre>" + tag + "</BODY >"},
		{"at the end of a minified page", "<p>x", "<p>x" + tag},
		{"an empty page", "", tag},
		{"policy in quotes", `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`, wide + tag},
		{"policy with entities", `<meta http-equiv="Content-Security-Policy" content="script-src &#39;self&#39;">`, wide + tag},
		{"policy without quotes", `<meta http-equiv=content-security-policy content=connect-src>`,
			`<meta http-equiv=content-security-policy content="connect-src &#39;self&#39;; script-src &#39;self&#39;">` + tag},
		{"content first", `<meta content="script-src 'self'" http-equiv='Content-Security-Policy'/>`,
			`<meta content="script-src &#39;self&#39;; connect-src &#39;self&#39;" http-equiv='Content-Security-Policy'/>` + tag},
		{"policy without content", `<meta http-equiv="Content-Security-Policy">`, `<meta http-equiv="Content-Security-Policy">` + tag},
		{"another meta", `<meta name="description" content="script-src">`, `<meta name="description" content="script-src">` + tag},
	} {
		if got := string(inject([]byte(test.page), "b-1")); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

// FuzzInject: whatever the page, it gets one script, keeps its own bytes as
// they were in memory, and nothing panics.
func FuzzInject(f *testing.F) {
	f.Add([]byte("<body>x</body>"))
	f.Add([]byte(`<meta http-equiv=Content-Security-Policy content=";;">`))
	f.Add([]byte("<meta http-equiv='content-security-policy' content='\xff'></body></body>"))
	f.Fuzz(func(t *testing.T, page []byte) {
		before := bytes.Clone(page)
		out := string(inject(page, "b"))
		if !bytes.Equal(page, before) {
			t.Fatal("the page in memory was changed")
		}
		had, has := strings.Count(string(page), scriptPath), strings.Count(out, scriptPath)
		if has != had+1 {
			t.Fatalf("%d scripts before, %d after:\n%s", had, has, out)
		}
	})
}
