package site

import (
	"net/url"

	"mingbai/cmd/mingbai/internal/diag"
)

// Rules lists every finding of this package.
func Rules() []*diag.Rule {
	return []*diag.Rule{unknownDepartment, unknownParent, unknownSection, sameAddress, noBaseURL}
}

var unknownDepartment = &diag.Rule{
	Code: "R101", Severity: diag.Error,
	Title:   diag.Text{En: "unknown department", Zh: "单位不存在"},
	Message: diag.Text{En: "no department has the id %q", Zh: "没有 id 为 %q 的单位"},
	Hint:    diag.Text{En: "correct the id, or add the department to content/departments/", Zh: "请更正 id，或在 content/departments/ 中增加该单位"},
	Explain: diag.Text{
		En: "A measure, plan or document names a department that has no file in content/departments/. Citizens would be sent to a page that says nothing.",
		Zh: "举措、实施方案或文件引用的单位在 content/departments/ 中没有对应文件，读者点击后将看不到任何信息。",
	},
}

var unknownParent = &diag.Rule{
	Code: "R102", Severity: diag.Error,
	Title:   diag.Text{En: "unknown parent measure", Zh: "上级举措不存在"},
	Message: diag.Text{En: "the plan has no earlier measure with the id %q", Zh: "本方案中没有 id 为 %q 且排在前面的举措"},
	Hint:    diag.Text{En: "correct the parent, or its weight: a parent stands before its children", Zh: "请更正 parent，或调整 weight：上级举措应排在下级之前"},
	Explain: diag.Text{
		En: "A measure says that it belongs to another one, which the same plan does not have or which stands after it. The page shows it as a measure of the first level.",
		Zh: "举措注明隶属于另一举措，但同一方案中没有该举措，或该举措排在后面。页面暂按一级举措显示。",
	},
}

var unknownSection = &diag.Rule{
	Code: "R103", Severity: diag.Error,
	Title:   diag.Text{En: "unknown section", Zh: "所属部分不存在"},
	Message: diag.Text{En: "the plan has no section with the id %q", Zh: "本方案没有 id 为 %q 的部分"},
	Hint:    diag.Text{En: "use the id of one of the sections listed in the plan's _index.zh.md", Zh: "请使用方案 _index.zh.md 中 sections 所列的 id"},
	Explain: diag.Text{
		En: "A measure names a section that its plan does not list. The page shows it at the end of the plan.",
		Zh: "举措所属的部分未列入方案。页面暂将其显示在方案末尾。",
	},
}

var sameAddress = &diag.Rule{
	Code: "R104", Severity: diag.Error,
	Title:   diag.Text{En: "two pages at one address", Zh: "两个页面地址相同"},
	Message: diag.Text{En: "another page already has the address %s", Zh: "地址 %s 已被另一页面占用"},
	Hint:    diag.Text{En: "give one of them another id, or rename the document's folder", Zh: "请修改其中一个 id，或重命名文件所在的文件夹"},
	Explain: diag.Text{
		En: "Two files would be published at the same address, and one of them would be lost. A document's folder may not be called departments, audiences or benefits, and the last element of an id must be unique in its folder.",
		Zh: "两个文件将发布到同一地址，其中一个会丢失。文件的文件夹不能命名为 departments、audiences 或 benefits，同一层级内 id 的最后一段不得重复。",
	},
}

var noBaseURL = &diag.Rule{
	Code: "R105", Severity: diag.Warning,
	Title:   diag.Text{En: "no absolute base URL", Zh: "缺少完整的网站地址"},
	Message: diag.Text{En: "baseURL %q is not an absolute http or https address; canonical addresses and sitemap.xml are left out", Zh: "baseURL %q 不是完整的 http 或 https 地址，页面将不含规范地址，也不生成 sitemap.xml"},
	Hint:    diag.Text{En: "set baseURL in content/site.yaml, for example https://www.example.gov.cn/zt/", Zh: "请在 content/site.yaml 中设置 baseURL，例如 https://www.example.gov.cn/zt/"},
	Explain: diag.Text{
		En: "Search engines take canonical addresses, language alternates and site maps only as absolute addresses. Without baseURL the pages work, but these are left out, and the pages for missing addresses take the site to stand at the root of its host.",
		Zh: "搜索引擎只接受绝对地址形式的规范地址、语言对应关系和站点地图。缺少 baseURL 时页面可正常浏览，但不含上述信息，404 页面按网站位于域名根目录处理。",
	},
}

// checkBaseURL reports a base URL that addresses cannot be made from.
func (b *builder) checkBaseURL() {
	if b.site.base == nil {
		b.report(noBaseURL, "site.yaml", b.site.Config.BaseURL)
	}
}

// absoluteBase is a site's absolute address, ending in "/"; nil where it has none.
func absoluteBase(baseURL string) *url.URL {
	u, err := url.Parse(baseURL)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") || u.RawQuery != "" || u.Fragment != "" {
		return nil
	}
	return u.JoinPath("/")
}
