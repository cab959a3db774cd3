package site

import (
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// text makes a pair with titles and bodies.
func text(path, titleZh, titleEn, bodyZh, bodyEn string) content.Pair {
	return content.Pair{
		Zh: content.Localized{Path: path + ".zh.md", Title: titleZh, Body: bodyZh, BodyLine: 10},
		En: content.Localized{Path: path + ".en.md", Title: titleEn, Body: bodyEn, BodyLine: 5},
	}
}

// department makes a department.
func department(id, zh, en string, kind plan.OrgKind) *content.Department {
	return &content.Department{ID: id, Kind: kind, Pair: text("departments/"+id, zh, en, "", "")}
}

// does makes responsibilities of one role.
func does(role plan.Role, orgs ...string) []content.Responsibility {
	var rs []content.Responsibility
	for _, o := range orgs {
		rs = append(rs, content.Responsibility{Org: o, Role: role})
	}
	return rs
}

// fixture is a document with two actions, three plans and six measures.
func fixture() *content.Tree {
	dir := "doc/01-tax/1-finance/"
	finance := &content.Plan{
		ID: "d/tax/finance", Slug: "finance", Pair: text(dir+"_index", "减税方案", "Tax plan", "前言。 {#p6}\n\n## 工作目标 {#goal}\n\n目标。 {#p8}", "## Goal {#goal}\n\nThe goal. {#p9}"),
		Part: 1, Author: "finance", Source: content.Source{Line: 5},
		Sections: []content.Section{
			{ID: "preamble", Kind: plan.Preamble}, {ID: "goal", Kind: plan.Goal}, {ID: "measures", Kind: plan.Measures},
		},
		Measures: []*content.Measure{
			{
				ID: "d/tax/finance/m01", Slug: "m01", Section: "measures", Number: "（一）", Heading: true,
				Pair: text(dir+"m01", "减税", "", "", ""), Source: content.Source{Line: 11},
			},
			{
				ID: "d/tax/finance/m01-1", Slug: "m01-1", Section: "measures", Number: "1.", Parent: "d/tax/finance/m01",
				Pair:             text(dir+"m01-1", "退税", "Refunds", "抓紧办理退税。 {#p12}", ""),
				Source:           content.Source{Line: 12},
				Responsibilities: append(does(plan.Support, "towns"), does(plan.Lead, "finance", "tax", "finance")...),
				Deadlines: []plan.Deadline{
					{Kind: plan.Due, End: "2022-06-30", Text: "6月30日前"},
					{Kind: plan.Recurring, Text: "每月20日前"},
				},
			},
			{
				ID: "d/tax/finance/m02", Slug: "m02", Section: "measures", Number: "（二）",
				Pair:             text(dir+"m02", "", "", "", "Reduce fees, and so on. {#p13}"),
				Source:           content.Source{Line: 13},
				Responsibilities: does(plan.Responsible, "finance", "tax"),
				Deadlines:        []plan.Deadline{{Kind: plan.Period, Start: "2022-01-01", End: "2022-12-31"}},
			},
		},
	}
	tax := &content.Plan{
		ID: "d/tax/office", Slug: "office", Pair: text("doc/01-tax/2-office/_index", "税务方案", "", "", ""), Part: 2, Author: "tax",
		Sections: []content.Section{{ID: "measures", Kind: plan.Measures}},
		Measures: []*content.Measure{{
			ID: "d/tax/office/m01", Slug: "m01", Section: "measures", Pair: text("doc/01-tax/2-office/m01", "宣传", "", "宣传。 {#p21}", ""),
			Responsibilities: does(plan.Lead, "tax"),
		}},
	}
	jobs := &content.Plan{
		ID: "d/jobs/hr", Slug: "hr", Pair: text("doc/02-jobs/1-hr/_index", "稳岗方案", "Jobs plan", "", ""), Author: "hr",
		Sections: []content.Section{{ID: "measures", Kind: plan.Measures}},
		Measures: []*content.Measure{{
			ID: "d/jobs/hr/m01", Slug: "m01", Section: "measures", Pair: text("doc/02-jobs/1-hr/m01", "缓缴", "Deferral", "缓缴。 {#p31}", ""),
			Responsibilities: append(does(plan.Lead, "hr"), does(plan.Support, "finance")...),
			Deadlines:        []plan.Deadline{{Kind: plan.Expiry, End: "2022-09-30"}},
		}},
	}
	doc := &content.Document{
		ID: "d", Slug: "doc", Pair: text("doc/_index", "十大专项行动", "Ten special actions", "", "To all governments: {#p1}"),
		Issuer: "finance", Date: "2022-06-08", Lines: make([]string, 40),
		Actions: []*content.Action{
			{ID: "d/tax", Slug: "tax", Number: 1, Pair: text("doc/01-tax/_index", "减税降费", "Tax cuts", "", ""), Plans: []*content.Plan{finance, tax}},
			{ID: "d/jobs", Slug: "jobs", Number: 2, Pair: text("doc/02-jobs/_index", "稳岗就业", "Jobs", "", ""), Plans: []*content.Plan{jobs}},
		},
	}
	return &content.Tree{
		Config: content.Config{BaseURL: "https://www.example.gov.cn/zt/", SoonDays: 30},
		Departments: []*content.Department{
			department("finance", "财政厅", "Finance", plan.Department), department("hr", "人社厅", "Human Resources", plan.Department),
			department("tax", "税务局", "Tax Office", plan.Branch), department("towns", "各州市", "Prefectures", plan.LocalGovernment),
		},
		Documents: []*content.Document{doc},
	}
}
