package content

import "mingbai/cmd/mingbai/internal/diag"

// configRules are about site.yaml.
func configRules() []*diag.Rule { return []*diag.Rule{noConfig, emptyValue, omittedPart} }

var noConfig = &diag.Rule{
	Code: "C501", Severity: diag.Warning,
	Title:   diag.Text{En: "no site.yaml", Zh: "缺少 site.yaml"},
	Message: diag.Text{En: "the project has no content/site.yaml", Zh: "项目中没有 content/site.yaml"},
	Hint:    diag.Text{En: "\"mingbai init .\" writes one to fill in and keeps everything else", Zh: "运行“mingbai init .”可生成待填写的文件，已有内容不受影响"},
	Explain: diag.Text{
		En: "site.yaml has the site's name, domain, codes and footer. Without it pages are made with defaults and lack what every page of a government website must show.",
		Zh: "site.yaml 中有网站名称、域名、标识码和页脚信息。缺少该文件时按默认值生成页面，但会缺少政府网站每个页面都必须公布的内容。",
	},
}

var emptyValue = &diag.Rule{
	Code: "C502", Severity: diag.Warning,
	Title:   diag.Text{En: "required value is empty", Zh: "必填项为空"},
	Message: diag.Text{En: "%s is empty", Zh: "%s 为空"},
	Hint:    diag.Text{En: "fill in what is true of your own body", Zh: "请填写本单位的真实信息"},
	Explain: diag.Text{
		En: "Every page of a government website must show this value, in its tags or its footer (国办发〔2017〕47号). A site can be looked at without it, but would fail inspection. mingbai leaves the row out rather than show an empty one.",
		Zh: "政府网站的每个页面都必须在标签或页脚中公布该项内容（国办发〔2017〕47号）。缺少该项可以预览网站，但不能通过检查。mingbai 会省去该行，不显示空白。",
	},
	Example: "siteCode: \"\"",
}

var omittedPart = &diag.Rule{
	Code: "C503", Severity: diag.Warning,
	Title:   diag.Text{En: "required part is left out", Zh: "省去了必备内容"},
	Message: diag.Text{En: "the site leaves out %s", Zh: "网站省去了 %s"},
	Hint:    diag.Text{En: "take the word off the list \"omit\" before the site goes to a portal", Zh: "正式上线前请从 omit 列表中删除该项"},
	Explain: diag.Text{
		En: "Every government website must have a site map, a page for missing addresses, sitemap.xml, robots.txt and the tags of 国办发〔2017〕47号. A site that is none may do without. Where the configuration leaves one out, this finding stands for those that every page would have.",
		Zh: "政府网站必须有网站地图、404 页面、sitemap.xml、robots.txt 和国办发〔2017〕47号规定的网站标签。非政府网站可以省去。配置省去其中某项时，只报告这一处，不再逐页报告。",
	},
	Example: "omit: [portal-tags]",
}
