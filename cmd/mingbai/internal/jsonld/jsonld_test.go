package jsonld

import (
	"encoding/json"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// pair makes titles in both languages.
func pair(zh, en string) content.Pair {
	return content.Pair{Zh: content.Localized{Title: zh}, En: content.Localized{Title: en}}
}

// laidOut is a site with one document, one measure of each kind and two
// departments.
func laidOut(t *testing.T, baseURL string) *site.Site {
	t.Helper()
	measure := func(slug, section string, deadlines ...plan.Deadline) *content.Measure {
		return &content.Measure{
			ID: "d/p/" + slug, Slug: slug, Pair: pair("加快退税", "Speed up refunds"), Number: "（一）", Section: section,
			Responsibilities: []content.Responsibility{{Org: "finance", Role: plan.Lead}, {Org: "power", Role: plan.Support}},
			Deadlines:        deadlines,
		}
	}
	limit := plan.Deadline{Kind: plan.Period, Start: "2022-01-01", End: "2022-12-31"}
	doc := &content.Document{
		ID: "d", Slug: "doc", Pair: pair("实施方案", "Plans"), Number: "某政办发〔2022〕1号", Issuer: "finance", Date: "2022-06-08",
		Published: "2022-06-09 10:30",
		Plans: []*content.Plan{{
			ID: "d/p", Slug: "p", Pair: pair("方案", "Plan"), Author: "finance",
			Sections: []content.Section{{ID: "measures", Kind: plan.Measures}, {ID: "safeguards", Kind: plan.Safeguards}},
			Measures: []*content.Measure{
				measure("m01", "measures", limit, limit, plan.Deadline{Kind: plan.Due, End: "2022-06-30"}), measure("s01", "safeguards"),
			},
		}},
	}
	tree := &content.Tree{
		Config:    content.Config{BaseURL: baseURL, Name: plan.Text{Zh: "政策明白网", En: "Policies"}},
		Documents: []*content.Document{doc},
		Departments: []*content.Department{
			{ID: "finance", Kind: plan.Department, Pair: pair("财政厅", "Finance"), Contacts: []content.Contact{{Phone: "0000-12345"}, {Hours: plan.Text{Zh: "工作日"}}}},
			{ID: "power", Kind: plan.Company, Pair: pair("电网公司", "Power Grid"), Aliases: []string{"电网"}},
		},
	}
	s, _ := site.New(tree, "2022-06-15")
	return s
}

// graph is the linked data of a page, by type.
func graph(t *testing.T, s *site.Site, url string) map[string]map[string]any {
	t.Helper()
	words, err := glossary.InterfaceWords()
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(Of(s, words, s.Page(url)))
	if err != nil {
		t.Fatal(err)
	}
	var read struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]any{}
	for _, node := range read.Graph {
		all[node["@type"].(string)] = node
	}
	return all
}

const base = "https://www.example.gov.cn/zt/"

func TestDocument(t *testing.T) {
	doc := graph(t, laidOut(t, base), "zh/doc/index.html")["Legislation"]
	for key, want := range map[string]any{
		"@id": base + "zh/doc/index.html#legislation", "legislationIdentifier": "某政办发〔2022〕1号",
		"legislationDate": "2022-06-08", "datePublished": "2022-06-09", "inLanguage": "zh-CN",
	} {
		if doc[key] != want {
			t.Errorf("%s: %v, want %v", key, doc[key], want)
		}
	}
	if issuer := doc["legislationPassedBy"].(map[string]any); issuer["name"] != "财政厅" {
		t.Errorf("passed by %v", issuer)
	}
	twin := graph(t, laidOut(t, base), "en/doc/index.html")["Legislation"]
	if original := twin["translationOfWork"].(map[string]any); original["@id"] != doc["@id"] {
		t.Errorf("a translation of %v", original)
	}
}

func TestMeasures(t *testing.T) {
	s := laidOut(t, base)
	service := graph(t, s, "zh/doc/p/m01.html")["GovernmentService"]
	if offers := service["offers"].([]any); len(offers) != 1 || offers[0].(map[string]any)["validThrough"] != "2022-12-31" {
		t.Errorf("offers %v: what the text says twice is one, and work to be done is none", offers)
	}
	s.Page("zh/doc/p/m01.html").Measure.Standing.Status = site.Repealed
	if offers, ok := graph(t, s, "zh/doc/p/m01.html")["GovernmentService"]["offers"]; ok {
		t.Errorf("a repealed document offers %v", offers)
	}
	if operator := service["serviceOperator"].([]any)[0].(map[string]any); operator["@type"] != "Organization" {
		t.Errorf("a company is a %v", operator["@type"])
	}
	if graph(t, s, "zh/doc/p/s01.html")["GovernmentService"] != nil {
		t.Error("a safeguard is no service to anyone")
	}
}

func TestDepartment(t *testing.T) {
	s := laidOut(t, base)
	d := graph(t, s, "zh/departments/finance.html")["GovernmentOrganization"]
	if contacts := d["contactPoint"].([]any); len(contacts) != 1 {
		t.Errorf("contacts %v", contacts)
	}
	if names := graph(t, s, "en/departments/power.html")["Organization"]["alternateName"]; len(names.([]any)) != 2 {
		t.Errorf("other names %v", names)
	}
}

func TestWayHome(t *testing.T) {
	items := graph(t, laidOut(t, base), "en/doc/p/m01.html")["BreadcrumbList"]["itemListElement"].([]any)
	var names []string
	for _, item := range items {
		names = append(names, item.(map[string]any)["name"].(string))
	}
	if got := strings.Join(names, " > "); got != "Home > Plans > Plan > Speed up refunds" {
		t.Error(got)
	}
}

// Without the address of the site, addresses are seen from the page.
func TestRelativeAddresses(t *testing.T) {
	s := laidOut(t, "")
	if id := graph(t, s, "zh/doc/p/m01.html")["Legislation"]["isPartOf"].(map[string]any)["@id"]; id != "index.html#legislation" {
		t.Error(id)
	}
	if graph(t, s, "zh/404.html") != nil && len(graph(t, s, "zh/404.html")) > 0 {
		t.Error("a page for missing addresses is about nothing")
	}
}
