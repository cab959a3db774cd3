package check

import (
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// guideCheck looks at what editors filled in beside the document. A measure for
// which nobody has begun is left alone: its page says what is not stated.
var guideCheck = treeCheck{
	rules: []*diag.Rule{guideIncomplete},
	run: func(r *treeReport, doc *content.Document) {
		for _, m := range measures(doc) {
			if lacking := lackingIn(m.Guide); m.Guide != (content.Guide{}) && len(lacking) > 0 {
				r.file(&m.Zh, guideIncomplete, strings.Join(lacking, ", "))
			}
		}
	},
}

// lackingIn lists the keys of a guide that inspection wants and that are empty.
func lackingIn(g content.Guide) []string {
	var keys []string
	for _, field := range []struct {
		key   string
		known bool
	}{
		{"conditions", g.Conditions != (plan.Text{})}, {"window", g.Window != (plan.Text{})},
		{"address", g.Address != (plan.Text{})}, {"phone", g.Phone != ""},
	} {
		if !field.known {
			keys = append(keys, field.key)
		}
	}
	return keys
}

var guideIncomplete = &diag.Rule{
	Code: "K715", Severity: diag.Info,
	Title:   diag.Text{En: "guide is not complete", Zh: "办事指引不完整"},
	Message: diag.Text{En: "the guide lacks %s", Zh: "guide 缺少 %s"},
	Hint:    diag.Text{En: "ask the lead department and fill it in", Zh: "请向牵头单位核实后填写"},
	Explain: diag.Text{
		En: "A guide for firms must state whom a measure is for, its conditions, when it is paid, where to apply and whom to call. Somebody has begun to fill in the guide of this measure and left some of these out; the page says that they are not stated.",
		Zh: "惠企政策应当写明惠及对象、申报条件、兑现时限、受理地址和咨询电话。该举措的 guide 已填写一部分，其余内容在页面上显示为文件未另外载明。",
	},
	Example: "guide: { conditions: { zh: 在本省登记的小微企业 }, phone: 0871-12345678 }",
}
