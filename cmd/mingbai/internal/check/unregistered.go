package check

import (
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
)

// madeID begins the ids that import makes for bodies nobody registered.
const madeID = "org-"

// Departments is Content for the bodies: it reports those that stand on their
// own because the registry does not know their name.
func Departments(departments []*content.Department) []diag.Finding {
	var r treeReport
	for _, d := range departments {
		if strings.HasPrefix(d.ID, madeID) {
			name := d.Zh.Title
			if name == "" {
				name = d.En.Title
			}
			r.file(&d.Zh, unregisteredBody, name)
		}
	}
	return r.findings
}

var unregisteredBody = &diag.Rule{
	Code: "K714", Severity: diag.Warning,
	Title:   diag.Text{En: "body that nobody registered", Zh: "单位未登记"},
	Message: diag.Text{En: "%q is not in the registry; perhaps it is another name of a body that is", Zh: "%q 不在单位名录中，可能是已登记单位的另一名称"},
	Hint:    diag.Text{En: "add it to seeds/organizations.yaml, as a body or as an alias, and import again", Zh: "请在 seeds/organizations.yaml 中登记为单位或别名，然后重新导入"},
	Explain: diag.Text{
		En: "A document names a body that the registry does not list. It was given a page of its own, so that nothing is lost; if it is a registered body under another name, its responsibilities are split over two pages.",
		Zh: "文件中的单位不在名录中，系统为其单独建立页面以免遗漏；如果它是已登记单位的另一名称，其职责就分散在了两个页面。",
	},
	Example: "content/departments/org-sheng-cha-ye-xie-hui.zh.md",
}
