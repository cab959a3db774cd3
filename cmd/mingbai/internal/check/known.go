package check

import (
	"strings"

	"mingbai/cmd/mingbai/internal/content"
)

// known is what the scanner must know of the configuration, worked out once.
type known struct {
	own         string            // with what full addresses of the site begin; "" where they cannot be told by that
	columns     map[string]string // the Chinese names of columns, by themselves
	near        uint              // fields of the footer whose link may stand elsewhere
	codeRight   bool              // the site's code has the right form
	domainRight bool
}

func knownOf(config content.Config, fields []footerField) known {
	k := known{columns: map[string]string{}, codeRight: siteCode.MatchString(config.SiteCode), domainRight: siteDomain.MatchString(config.Domain)}
	for _, c := range config.Columns {
		if c.Name.Zh != "" {
			k.columns[c.Name.Zh] = c.Name.Zh
		}
	}
	for i, f := range fields {
		if f.near {
			k.near |= 1 << i
		}
	}
	if scheme, rest, ok := strings.Cut(config.BaseURL, "://"); ok && (scheme == "https" || scheme == "http") && isPlainPath(strings.Trim(rest, "/")) {
		k.own = scheme + "://" + strings.Trim(rest, "/") + "/"
	}
	return k
}

// isPlainPath reports whether all parts of a path mean what they say.
func isPlainPath(p string) bool {
	for part := range strings.SplitSeq(p, "/") {
		if part == "" || part[0] == '.' || !isPlain([]byte(part)) {
			return false
		}
	}
	return true
}
