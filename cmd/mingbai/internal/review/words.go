package review

import (
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// words are the labels of the margin and of the head.
var words = map[string]diag.Text{
	"title":            {En: "title", Zh: "标题"},
	"docnumber":        {En: "number", Zh: "发文字号"},
	"issuer":           {En: "issuer", Zh: "发文机关"},
	"author":           {En: "author", Zh: "制定单位"},
	"date":             {En: "date", Zh: "成文日期"},
	"validity":         {En: "validity", Zh: "有效期"},
	"addressee":        {En: "addressee", Zh: "主送机关"},
	"notice":           {En: "notice", Zh: "附注"},
	"meta":             {En: "portal data", Zh: "网页信息"},
	"mark":             {En: "layout", Zh: "版式符号"},
	"heading":          {En: "heading", Zh: "小标题"},
	"number":           {En: "text", Zh: "正文"},
	"text":             {En: "text", Zh: "正文"},
	"clause":           {En: "clause", Zh: "责任条款"},
	"section":          {En: "section", Zh: "部分"},
	"measure":          {En: "measure", Zh: "举措"},
	"measures":         {En: "measures", Zh: "举措"},
	"responsibilities": {En: "responsibilities", Zh: "职责"},
	"deadlines":        {En: "deadlines", Zh: "时限"},
	"amounts":          {En: "amounts", Zh: "金额"},
	"amount":           {En: "amount", Zh: "金额"},
	"findings":         {En: "to check", Zh: "待核对"},
	"open":             {En: "(and others)", Zh: "（等）"},
	"inferred":         {En: "(year inferred)", Zh: "（年份为推定）"},
	"review":           {En: "Review", Zh: "核对"},
	"legend":           {En: "Legend", Zh: "图例"},
	"lead":             {En: "What was read out of the document stands under each line, with the rule that made it. What is not right can be corrected in content/ after import.", Zh: "每行下方列出从该行读出的内容及所依据的规则。如有不符，导入后可在 content/ 中更正。"},
}

var sectionWords = map[plan.SectionKind]diag.Text{
	plan.Preamble:   {En: "(preamble)", Zh: "（前言）"},
	plan.Goal:       {En: "(goal)", Zh: "（目标）"},
	plan.Measures:   {En: "(measures)", Zh: "（措施）"},
	plan.Safeguards: {En: "(safeguards)", Zh: "（保障）"},
	plan.OtherKind:  {En: "", Zh: ""},
}

var roleWords = map[plan.Role]diag.Text{
	plan.Lead:        {En: "lead", Zh: "牵头"},
	plan.Responsible: {En: "responsible", Zh: "负责"},
	plan.Implement:   {En: "implement", Zh: "落实"},
	plan.Support:     {En: "support", Zh: "配合"},
}

var kindWords = map[plan.DeadlineKind]diag.Text{
	plan.Due:       {En: "due", Zh: "完成时限"},
	plan.Expiry:    {En: "expiry", Zh: "到期"},
	plan.Period:    {En: "period", Zh: "期间"},
	plan.Term:      {En: "term", Zh: "时长"},
	plan.Ongoing:   {En: "ongoing", Zh: "持续"},
	plan.Recurring: {En: "recurring", Zh: "定期"},
}
