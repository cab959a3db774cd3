package build

import (
	"testing"

	"mingbai/cmd/mingbai/internal/content"
)

func TestPlaceholders(t *testing.T) {
	demonstration := content.Config{
		Domain: "yunnan.mingbai.example", SiteCode: "0000000000", BaseURL: "https://yunnan.mingbai.example/zwgk/",
		Footer: content.Footer{ConacID: "0000", ICP: "滇ICP备00000000号", PoliceCode: "00000000000000"},
	}
	found := placeholders(demonstration)
	wantFindings(t, found, "content/site.yaml B105")
	if want := "domain, siteCode, baseURL, footer.conacID, footer.icp, footer.policeCode"; len(found) == 1 &&
		found[0].Message != placeholder.Message.Sprintf(want) {
		t.Errorf("message %q does not list %s", found[0].Message.En, want)
	}
	filled := content.Config{
		Domain: "www.qinghe.gov.cn", SiteCode: "bm12000001", BaseURL: "https://www.qinghe.gov.cn/example/",
		Footer: content.Footer{ConacID: "0A10", ICP: "青ICP备10000000号", PoliceCode: "00000000000001"},
	}
	wantFindings(t, placeholders(filled))
	wantFindings(t, placeholders(content.Config{})) // what is empty is reported elsewhere
}
