package parse

import (
	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
)

var kindForms = []struct {
	kind    plan.OrgKind
	pattern *pattern.Pattern
}{
	{plan.LocalGovernment, pattern.New(`(?i)^(?:各|有关|相关|省辖|设区).*(?:政府|地区?|[省州市县区盟旗镇乡]|街道|管委会|街镇|镇街)$|^相关市|governments?$`)},
	{plan.BankSector, pattern.New(`(?i)^各.*(?:银行|金融机构)|financial institutions$`)},
	{plan.Collective, pattern.New(`(?i)^各|有关|相关|成员单位|各(?:部门|单位)|^relevant|^all |^each |member units`)},
	{plan.LeadingGroup, pattern.New(`(?i)领导小组|联席会议|工作组|工作专班|leading group|joint (?:conference|meeting)`)},
	{plan.Branch, pattern.New(`(?i)支行|分行$|税务局|海关|银保监局|证监局|监管局$|通信管理局|铁路局|branch$`)},
	{plan.Company, pattern.New(`(?i)公司|集团|company$|corporation$`)},
	{plan.MassOrg, pattern.New(`(?i)工会|妇联|团委|^团.*委$|科协|工商联|联合会|协会|federation|union|league|association`)},
}

// kindOf classes a body by the form of its name.
func kindOf(name string) plan.OrgKind {
	for _, k := range kindForms {
		if k.pattern.MatchString(name) {
			return k.kind
		}
	}
	return plan.Department
}
