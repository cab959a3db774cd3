package diag

// Rules and findings that the tests of this package share.

var linkRule = &Rule{
	Code: "K101", Severity: Error,
	Title:   Text{En: "broken link", Zh: "链接失效"},
	Message: Text{En: "link to %q leads nowhere", Zh: "链接 %q 指向不存在的页面"},
	Hint:    Text{En: "mend the address or remove the link", Zh: "改正地址，或者删去链接"},
	Explain: Text{En: "Every link must lead to a page.", Zh: "每个链接都必须指向存在的页面。"},
	Example: "<a href=\"gone.html\">\n  gone\n</a>",
}

var dateRule = &Rule{
	Code: "C102", Severity: Warning,
	Title:   Text{En: "early date", Zh: "日期过早"},
	Message: Text{En: "%s lies before the date of issue", Zh: "%s 早于成文日期"},
	Explain: Text{En: "A due date follows the issue.", Zh: "时限应当在成文日期之后。"},
}

var countRule = &Rule{
	Code: "K110", Severity: Info,
	Title:   Text{En: "count", Zh: "计数"},
	Message: Text{En: "counted", Zh: "已计数"},
	Explain: Text{En: "A number.", Zh: "一个数。"},
}

func sampleFindings() []Finding {
	page := linkRule.At(Position{File: "public/zh/index.html"}, "gone.html")
	page.Cause = Position{File: "content/a b/首页.zh.md", Line: 2}
	return []Finding{
		dateRule.At(Position{File: "content/m01.zh.md", Line: 3, Column: 5}, "2022-05-31"),
		page,
		countRule.At(Position{}),
	}
}

func sampleTable() Table {
	t, err := NewTable([]*Rule{linkRule, countRule}, []*Rule{dateRule})
	if err != nil {
		panic(err)
	}
	return t
}
