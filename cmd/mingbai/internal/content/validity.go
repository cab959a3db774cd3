package content

import (
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// Validity is what is known of a document's force (有效性). Import writes the days
// that the document says itself; editors fill in the rest. Where it is empty,
// nothing is said.
type Validity struct {
	Status     ValidityStatus `yaml:"status,omitempty"`     // "" while nobody has ended it
	ReplacedBy string         `yaml:"replacedBy,omitempty"` // the document that replaced it, as it is cited: 《名称》（文号）
	Effective  plan.Date      `yaml:"effective,omitempty"`  // 施行日期
	Expires    plan.Date      `yaml:"expires,omitempty"`    // the last day of its 有效期
}

// ValidityStatus says that a document was ended.
type ValidityStatus string

const (
	Repealed ValidityStatus = "repealed" // 废止
	Replaced ValidityStatus = "replaced" // 被新文件代替
)

// checkValidity checks that the days of a document's validity fit together.
func (p *part) checkValidity(f *file, v Validity) {
	if v.Effective != "" && v.Expires != "" && v.Expires < v.Effective {
		p.report(badForm, p.at(f, "expires"), "expires", v.Expires, diag.Text{
			En: "a day after " + string(v.Effective) + ", from which the document is in force",
			Zh: "施行日期 " + string(v.Effective) + " 之后的日期",
		})
	}
	if v.ReplacedBy != "" && v.Status != Replaced {
		p.report(badForm, p.at(f, "replacedBy"), "replacedBy", v.ReplacedBy, diag.Text{
			En: "used with the line “status: replaced”", Zh: "与“status: replaced”同时使用的内容",
		})
	}
}
