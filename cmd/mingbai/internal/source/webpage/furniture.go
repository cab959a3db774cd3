package webpage

import (
	"strings"

	"golang.org/x/net/html"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/source/draft"
)

// Kinds of what is left out.
var (
	scripts    = diag.Text{En: "scripts and style sheets", Zh: "脚本和样式"}
	navigation = diag.Text{En: "navigation", Zh: "导航"}
	footers    = diag.Text{En: "page footers", Zh: "页脚"}
	controls   = diag.Text{En: "buttons for sharing, printing and the like", Zh: "分享、打印等按钮"}
	hidden     = diag.Text{En: "hidden text", Zh: "隐藏文字"}
	links      = diag.Text{En: "lists of links", Zh: "链接列表"}
	pageInfo   = diag.Text{En: "remarks of the portal", Zh: "网站附注"}
	outside    = diag.Text{En: "text around the article", Zh: "正文以外的文字"}
)

// parts are ids and classes of elements that portals put around or into an
// article.
var parts = []struct {
	pattern *pattern.Pattern
	kind    *diag.Text
}{
	{pattern.New(`^(?:bd-?share|bdsharebuttonbox|share|fenxiang|fx|social-?share|print|dayin|close|font-?size|fontsize|font-?change|qrcode|qr-?code|ewm|erweima|tool-?bar|tools|jiathis|article-?tools?)(?:[-_]?(?:box|bar|btn|area|wrap|style|list|code|con))?\d*$`), &controls},
	{pattern.New(`^(?:nav|navbar|navigation|menu|breadcrumb[s-]?(?:nav)?|crumbs?|mbx|bread|dqwz|current-?position|top-?nav|main-?nav|site-?nav)\d*$`), &navigation},
	{pattern.New(`^(?:footer|foot|copyright|site-?footer|page-?footer)\d*$`), &footers},
	{pattern.New(`^(?:related|related-?(?:news|links?|articles?)|xgwj|xgjd|xglj|prev-?next|pagination|pagebar)\d*$`), &links},
}

// longFurniture is the most that is left out for its name alone: a class may
// mean anything.
const longFurniture = 600

// furniture gives the kind of an element that belongs to the portal, or nil. A
// header may be that of the document itself, which has no menu.
func furniture(n *html.Node) *diag.Text {
	switch n.Data {
	case "nav":
		return &navigation
	case "footer":
		return &footers
	case "header":
		if count(n, "nav") > 0 || count(n, "a") >= 3 {
			return &navigation
		}
	case "aside":
		return &links
	case "body", "html":
		return nil
	}
	for _, name := range names(n) {
		for _, p := range parts {
			if name != "" && p.pattern.MatchString(name) && draft.Letters(textOf(n)) <= longFurniture {
				return p.kind
			}
		}
	}
	return nil
}

// linkList reports whether most of a block's text is links, and several.
func linkList(n *html.Node) bool {
	if !blocks[n.Data] || n.Data == "p" {
		return false
	}
	linked := 0
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == "a" {
			linked += draft.Letters(textOf(c))
		}
	}
	return count(n, "a") >= 3 && linked*10 > draft.Letters(textOf(n))*7
}

// count gives how many elements of a name stand below n.
func count(n *html.Node, name string) int {
	sum := 0
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == name {
			sum++
		}
	}
	return sum
}

// lineKinds are lines that portals put into an article.
var lineKinds = []struct {
	pattern *pattern.Pattern
	kind    *diag.Text
}{
	{pattern.New(`^(?:[\s【\[（(《|｜/·,，、]*(?:我要打印|打印(?:本页|此页|本文|文章|页面)?|关闭(?:窗口|本页|页面|此页)?|我要纠错|纠错|收藏(?:本页)?|加入收藏|返回(?:顶部|首页|列表|上页)|复制链接|下载文字版|字[号体](?:大小)?[：:]?|[大中小]号?|默认|超大|较大|标准|分享(?:到|至)?[：:]?|微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|QQ|朋友圈|人人网|豆瓣|更多|扫一扫.{0,16}|在手机(?:上)?打开(?:当前页|本页)|手机浏览|用手机看)[\s】\]）)》|｜/·,，、]*)+$`), &controls},
	{pattern.New(`^(?:发布时间|发布日期|信息来源|文章来源|来源|浏览次数|浏览量|点击数|点击率|点击量|阅读次数|访问量|责任编辑|编辑|索引号|信息索引号|字体)[：:]\s*.{0,60}$`), &pageInfo},
	{pattern.New(`^(?:上一[篇条]|下一[篇条]|相关(?:阅读|链接|稿件|文章|解读|新闻))(?:[：:].*)?$`), &links},
}

// dropLine notes a line that the portal put into the article.
func (p *page) dropLine(line string) bool {
	if line == "" || strings.Contains(line, "。") {
		return false
	}
	for _, k := range lineKinds {
		if k.pattern.MatchString(line) {
			p.left.Add(*k.kind, line)
			p.dropped++
			return true
		}
	}
	return false
}
