package site

import "strings"

// governmentDomains are those of government bodies, and of the registry that
// issues their site marks.
var governmentDomains = []string{"gov.cn", "conac.cn", "政务", "公益"}

// IsGovernment tells the hosts to which a link needs no notice that the reader
// leaves the government's sites.
func IsGovernment(host string) bool {
	for _, domain := range governmentDomains {
		if host == domain || strings.HasSuffix(host, "."+domain) {
			return true
		}
	}
	return false
}
