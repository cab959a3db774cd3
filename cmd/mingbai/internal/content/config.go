package content

import "mingbai/cmd/mingbai/internal/plan"

// Config is content/site.yaml. What the file leaves out has the value of
// DefaultConfig. Values that a government portal must show (国办发〔2017〕47号)
// and that are empty are findings of severity warning, so that a new project
// can be looked at; values of the wrong form are errors.
type Config struct {
	// Name is the official name of the site: the tag SiteName, on every page.
	// Required in Chinese.
	Name plan.Text `yaml:"name"`
	// Title heads the home page; empty is Name.
	Title plan.Text `yaml:"title"`
	// Domain is the host name, such as www.example.gov.cn: the tag SiteDomain.
	// Required.
	Domain string `yaml:"domain"`
	// SiteCode is the 网站标识码: ten digits, or bm and eight. Required.
	SiteCode string `yaml:"siteCode"`
	// BaseURL is the address where the site will stand, with its folder: for
	// canonical links, hreflang and the sitemap. http or https, absolute,
	// without query and fragment. Required.
	BaseURL string `yaml:"baseURL"`
	// Languages are the languages of the site; zh is among them.
	Languages []plan.Lang `yaml:"languages"`
	// Clock is "today", by which pages tell what still runs; --clock
	// overrides it. May be empty.
	Clock plan.Date `yaml:"clock"`
	// SoonDays is how many days before its end a benefit counts as ending
	// soon (即将到期): 0 to 3660.
	SoonDays int `yaml:"soonDays"`
	// LabelPreset names the labels of a document's metadata: gov.cn, province
	// or generic.
	LabelPreset string `yaml:"labels"`
	// PublishDates is the dialect of the tags of publication: standard, or
	// both (firstpublishedtime as well).
	PublishDates string `yaml:"publishDates"`
	// Integrity makes browsers check the style sheet and the script by their
	// sums. They then refuse both where a page is opened from a disk (file:),
	// so it is off by default; the sums stand in the pages all the same.
	Integrity bool `yaml:"integrity"`
	// ElderPages adds the elder edition (长辈版): every page once more, in
	// large print. It doubles the number of files; a very large site may do
	// without, and has the reading aids of each page all the same.
	ElderPages bool `yaml:"elderPages"`
	// Omit leaves out parts of the site that a project does not want. What every
	// government website must have is missed by a warning; the checks then do
	// not ask for it page by page.
	Omit []Part `yaml:"omit"`
	// Frame says who supplies header and footer.
	Frame Frame `yaml:"frame"`
	// Footer stands on every page.
	Footer Footer `yaml:"footer"`
	// Columns has the portal tags of list pages, by kind of page: home,
	// document, action, plan, departments, department, timeline,
	// timeline-departments, matrix, sitemap, data. A kind that is left out has the
	// tags of DefaultConfig, or none.
	Columns map[string]Column `yaml:"columns"`
}

// Frame is what stands around the main part of a page. A site of its own has
// its own header and footer. A column of a portal has those of the portal,
// which its server includes (SSI) or which layouts of the project supply.
type Frame struct {
	Mode   FrameMode `yaml:"mode"`
	Header string    `yaml:"header,omitempty"` // path of the portal's header on its server, like /common/header.html; "" for none
	Footer string    `yaml:"footer,omitempty"` // the same of its footer
}

// FrameMode is site or column.
type FrameMode string

const (
	WholeSite    FrameMode = "site"   // header, footer and registrations are the site's own
	PortalColumn FrameMode = "column" // the portal's stand around the pages
)

// Footer holds what a portal's page must show (国办发〔2017〕47号).
type Footer struct {
	Sponsor     plan.Text `yaml:"sponsor"`               // 主办单位; required in Chinese
	Undertaker  plan.Text `yaml:"undertaker,omitempty"`  // 承办单位
	Contact     plan.Text `yaml:"contact"`               // 联系方式; required in Chinese
	ConacID     string    `yaml:"conacID"`               // 党政机关标识: letters and digits of its address; required
	ICP         string    `yaml:"icp"`                   // ICP备案号, e.g. 滇ICP备00000000号; required
	PoliceCode  string    `yaml:"policeCode"`            // 公安备案号, 14 digits; required
	PoliceLabel string    `yaml:"policeLabel,omitempty"` // as shown: 滇公网安备…号
}

// Column is the portal description of a list page. All of it is required in
// Chinese.
type Column struct {
	Name        plan.Text `yaml:"name"`        // ColumnName
	Description plan.Text `yaml:"description"` // ColumnDescription
	Keywords    plan.Text `yaml:"keywords"`    // ColumnKeywords, joined by commas
	Type        string    `yaml:"type"`        // ColumnType: one of ColumnTypes
}

// ColumnTypes are the values of ColumnType, in the order of the annex of
// 国办发〔2017〕47号.
func ColumnTypes() []string {
	return []string{
		"首页", "概况信息", "机构职能", "负责人信息", "工作动态", "政策文件", "信息公开指南", "信息公开目录",
		"信息公开年报", "依法申请公开", "数据发布", "数据开放", "政策解读", "回应关切", "办事服务", "咨询投诉",
		"征集调查", "在线访谈",
	}
}

// columnPages are the kinds of pages that can have a Column.
func columnPages() []string {
	return []string{"home", "document", "action", "plan", "departments", "department", "timeline", "timeline-departments", "matrix", "sitemap", "data"}
}

// DefaultConfig is what site.yaml need not say.
func DefaultConfig() Config {
	return Config{
		Languages:    []plan.Lang{plan.Zh, plan.En},
		SoonDays:     30,
		LabelPreset:  "generic",
		PublishDates: "standard",
		ElderPages:   true,
		Frame:        Frame{Mode: WholeSite},
		Columns: map[string]Column{
			"home": {
				Name:        plan.Text{Zh: "首页", En: "Home"},
				Description: plan.Text{Zh: "政策文件中的举措、时限和责任单位", En: "Measures, time limits and responsible bodies of policy documents"},
				Keywords:    plan.Text{Zh: "政策,举措,责任单位", En: "policy, measures, responsible bodies"},
				Type:        "首页",
			},
			"document": {
				Name:        plan.Text{Zh: "政策文件", En: "Policy documents"},
				Description: plan.Text{Zh: "政策文件全文，按行动、方案、举措分列", En: "Policy documents in full, by action, plan and measure"},
				Keywords:    plan.Text{Zh: "政策文件,实施方案", En: "policy documents, implementation plans"},
				Type:        "政策文件",
			},
			"departments": {
				Name:        plan.Text{Zh: "部门职责", En: "Departments"},
				Description: plan.Text{Zh: "各单位牵头、负责、落实和配合的举措", En: "The measures that each body leads, answers for, carries out or supports"},
				Keywords:    plan.Text{Zh: "部门,职责,牵头单位", En: "departments, responsibilities, lead department"},
				Type:        "机构职能",
			},
			"timeline": {
				Name:        plan.Text{Zh: "时间轴", En: "Timeline"},
				Description: plan.Text{Zh: "完成时限和政策执行期限", En: "When each measure is to be done, and until when each benefit runs"},
				Keywords:    plan.Text{Zh: "时限,政策执行期限", En: "deadlines, expiry"},
				Type:        "政策文件",
			},
		},
	}
}
