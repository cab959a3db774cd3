package serve

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"
)

// A page is changed on its way to the browser, never in memory: the client
// script is added, and its policy is widened by what that script needs.
// Regular expressions are enough, since these are pages that mingbai wrote.
var (
	bodyEnd    = regexp.MustCompile(`(?i)</body\s*>`)
	policyMeta = regexp.MustCompile(`(?i)<meta\s[^>]*http-equiv\s*=\s*["']?content-security-policy\b[^>]*>`)
	metaValue  = regexp.MustCompile(`(?i)\scontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))`)
)

// inject gives a page with the client script of a build.
func inject(page []byte, build string) []byte {
	page = policyMeta.ReplaceAllFunc(page, widenMeta)
	script := []byte(`<script src="` + scriptPath + `" data-build="` + html.EscapeString(build) + `" defer></script>`)
	at := len(page) // a minified page may end without </body>
	if ends := bodyEnd.FindAllIndex(page, -1); len(ends) > 0 {
		at = ends[len(ends)-1][0]
	}
	return slices.Concat(page[:at], script, page[at:])
}

// widenMeta lets the policy of a meta tag allow the client script and its
// connection to this server.
func widenMeta(tag []byte) []byte {
	m := metaValue.FindSubmatch(tag)
	if m == nil {
		return tag
	}
	policy := html.UnescapeString(string(slices.Concat(m[1], m[2], m[3])))
	for _, directive := range []string{"script-src", "connect-src"} {
		policy = allowSelf(policy, directive)
	}
	return bytes.Replace(tag, m[0], []byte(` content="`+html.EscapeString(policy)+`"`), 1)
}

// allowSelf gives a content security policy in which directive allows the
// page's own origin, and otherwise what it allowed before.
func allowSelf(policy, directive string) string {
	parts := strings.FieldsFunc(policy, func(r rune) bool { return r == ';' })
	var fallback []string
	for i, part := range parts {
		words := strings.Fields(part)
		if len(words) == 0 {
			continue
		}
		switch strings.ToLower(words[0]) {
		case directive:
			parts[i] = " " + directive + withSelf(words[1:])
			return strings.TrimSpace(strings.Join(parts, ";"))
		case "default-src":
			fallback = words[1:]
		}
	}
	added := directive + withSelf(fallback)
	return strings.TrimLeft(strings.TrimRight(policy, "; ")+"; "+added, "; ")
}

// withSelf writes sources with 'self' among them, each after a space.
func withSelf(sources []string) string {
	kept := slices.DeleteFunc(slices.Clone(sources), func(s string) bool { return strings.EqualFold(s, "'none'") })
	if !slices.Contains(kept, "'self'") {
		kept = append(kept, "'self'")
	}
	return " " + strings.Join(kept, " ")
}
