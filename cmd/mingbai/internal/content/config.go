package content

import "mingbai/cmd/mingbai/internal/plan"

// Config is content/site.yaml.
type Config struct {
	Name         plan.Text         `yaml:"name"`     // SiteName, e.g. the portal's official name
	Title        plan.Text         `yaml:"title"`    // of the home page
	Domain       string            `yaml:"domain"`   // SiteDomain
	SiteCode     string            `yaml:"siteCode"` // SiteIDCode: ^(bm\d{8}|\d{10})$
	BaseURL      string            `yaml:"baseURL"`  // absolute, for canonical links, hreflang and the sitemap; may have a path
	Languages    []plan.Lang       `yaml:"languages"`
	Clock        plan.Date         `yaml:"clock"`        // "today" of a build; --clock overrides it
	SoonDays     int               `yaml:"soonDays"`     // a benefit that ends within so many days is 即将到期
	LabelPreset  string            `yaml:"labels"`       // metadata labels: gov.cn, province, generic
	PublishDates string            `yaml:"publishDates"` // dialect of publication tags: standard, or both
	Footer       Footer            `yaml:"footer"`
	Columns      map[string]Column `yaml:"columns"` // portal tags of column pages, by page kind
}

// Footer holds what a portal's page must show (国办发〔2017〕47号).
type Footer struct {
	Sponsor     plan.Text `yaml:"sponsor"`               // 主办单位
	Undertaker  plan.Text `yaml:"undertaker,omitempty"`  // 承办单位
	Contact     plan.Text `yaml:"contact"`               // 联系方式
	ConacID     string    `yaml:"conacID"`               // 党政机关标识
	ICP         string    `yaml:"icp"`                   // ICP备案号
	PoliceCode  string    `yaml:"policeCode"`            // 公安备案号, 14 digits
	PoliceLabel string    `yaml:"policeLabel,omitempty"` // as shown: 滇公网安备…号
}

// Column is the portal description of a list page.
type Column struct {
	Name        plan.Text `yaml:"name"`
	Description plan.Text `yaml:"description"`
	Keywords    plan.Text `yaml:"keywords"`
	Type        string    `yaml:"type"` // ColumnType of 国办发〔2017〕47号, e.g. 政策文件
}
