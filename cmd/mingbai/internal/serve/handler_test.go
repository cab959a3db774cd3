package serve

import "testing"

func TestAllowedHost(t *testing.T) {
	for _, test := range []struct {
		bound, header string
		want          bool
	}{
		{"127.0.0.1", "127.0.0.1:1313", true},
		{"127.0.0.1", "localhost", true},
		{"127.0.0.1", "LOCALHOST.:1313", true},
		{"127.0.0.1", "[::1]:1313", true},
		{"127.0.0.1", "[::1]", true},
		{"127.0.0.1", "evil.example:1313", false},
		{"127.0.0.1", "localhost.evil.example", false},
		{"127.0.0.1", "127.0.0.1.evil.example", false},
		{"127.0.0.1", "10.0.0.5:1313", false},
		{"127.0.0.1", "", false},
		{"preview.example", "Preview.Example:80", true},
		{"preview.example", "other.example", false},
		{"10.0.0.5", "10.0.0.5:1313", true},
		{"0.0.0.0", "10.0.0.5:1313", true},
		{"0.0.0.0", "evil.example:1313", false},
		{"::", "[fe80::1]:1313", true},
		{"", "10.0.0.5:1313", true},
		{"", "evil.example", false},
		{"", "", false},
	} {
		if got := allowedHost(test.header, test.bound); got != test.want {
			t.Errorf("bound to %q, asked as %q: got %t", test.bound, test.header, got)
		}
	}
}

func TestContentType(t *testing.T) {
	for name, want := range map[string]string{
		"a/b.HTML": "text/html; charset=utf-8", "a.ics": "text/calendar; charset=utf-8",
		"sitemap.xml": "application/xml; charset=utf-8", "a": "application/octet-stream", "a.exe": "application/octet-stream",
	} {
		if got := contentType(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
