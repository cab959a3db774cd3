package build

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
)

// reservedDomains never belong to anybody (RFC 2606 and RFC 6761), so that a
// site which names one is not configured yet, or is a demonstration.
var reservedDomains = []string{"example", "invalid", "test", "localhost", "example.com", "example.org", "example.net"}

// placeholders reports values of the configuration that are right in form and
// nobody's, in one finding: a demonstration has all of them, and says so once.
func placeholders(c content.Config) []diag.Finding {
	var keys []string
	add := func(key string, is bool) {
		if is {
			keys = append(keys, key)
		}
	}
	add("domain", isReserved(c.Domain))
	add("siteCode", isZeros(c.SiteCode))
	add("baseURL", isReservedURL(c.BaseURL))
	if c.Frame.Mode != content.PortalColumn { // else the portal's footer is shown
		add("footer.conacID", isZeros(c.Footer.ConacID))
		add("footer.icp", isZeros(c.Footer.ICP))
		add("footer.policeCode", isZeros(c.Footer.PoliceCode))
	}
	if len(keys) == 0 {
		return nil
	}
	pos := diag.Position{File: path.Join(contentDir, "site.yaml")}
	return []diag.Finding{placeholder.At(pos, strings.Join(keys, ", "))}
}

// isZeros reports whether all digits of a code are zeros, whatever stands
// around them: 滇ICP备00000000号.
func isZeros(code string) bool {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, code)
	return digits != "" && strings.Trim(digits, "0") == ""
}

func isReserved(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	return slices.ContainsFunc(reservedDomains, func(r string) bool {
		return host == r || strings.HasSuffix(host, "."+r)
	})
}

func isReservedURL(address string) bool {
	u, err := url.Parse(address)
	return err == nil && isReserved(u.Hostname())
}
