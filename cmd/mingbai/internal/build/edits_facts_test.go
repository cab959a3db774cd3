package build

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"mingbai/layouts"
)

// Edits of what texts say of themselves, and of each other.
func (h *history) factEdits() []func() string {
	return []func() string{
		h.editContacts, h.editGuide, h.editValidity, h.editRecord, h.editPlan, h.editTopics,
		h.editTree, h.cite, h.editSource, h.editLexicon, h.editOmitted, h.listSite, h.untitle, h.translate,
	}
}

const (
	anyDepartment = `content/departments/.*\.zh\.md$`
	anyDocument   = `content/[^/]*/_index\.zh\.md$`
	anyPlan       = `content/.*/\d+-[^/]*/_index\.zh\.md$`
)

// one gives one of several texts.
func (h *history) one(texts ...string) string { return texts[h.rand.IntN(len(texts))] }

// field sets a field of a front matter; "" takes it out.
func field(text, name, value string) string {
	text = regexp.MustCompile(`(?m)^`+name+`:.*\n(  .*\n)*`).ReplaceAllString(text, "")
	if value == "" {
		return text
	}
	return strings.Replace(text, "---\n", "---\n"+name+": "+value+"\n", 1)
}

// set sets a field of some file to one of several values.
func (h *history) set(form, name string, values ...string) string {
	value := h.one(values...)
	return h.on(name+" of", form, func(s string) string { return field(s, name, value) })
}

func (h *history) editContacts() string {
	switch h.rand.IntN(4) {
	case 0:
		return h.set(anyDepartment, "short", "", "{ zh: 某局 }", "{ zh: 某局, en: Some Bureau }")
	case 1:
		return h.set(anyDepartment, "aliases", "", "[市局]", "[财政局, 商务局]")
	case 2:
		return h.set(anyDepartment, "kind", "department", "branch", "company", "mass-org")
	}
	return h.set(anyDepartment, "contacts", "", "[{ phone: 0000-12345 }]", "[{ name: { zh: 咨询 }, phone: 0000-54321, address: { zh: 某路1号 } }]")
}

func (h *history) editGuide() string {
	return h.set(anyMeasure, "guide", "", "{ phone: 0000-1234567 }", "{ way: no-application, conditions: { zh: 在本市登记 } }",
		"{ apply: https://www.example.gov.cn/apply }")
}

func (h *history) editValidity() string {
	switch h.rand.IntN(3) {
	case 0:
		return h.set(anyDocument, "expires", "", "2023-12-31", "2024-05-20", "2030-12-31")
	case 1:
		return h.set(anyDocument, "effective", "", "2024-06-01", "2020-01-01")
	}
	value := h.one("", "repealed", "replaced")
	return h.on("status of", anyDocument, func(s string) string {
		s = field(field(s, "replacedBy", ""), "status", value)
		if value == "replaced" {
			s = field(s, "replacedBy", "《新方案》（青政办发〔2025〕1号）")
		}
		return s
	})
}

func (h *history) editRecord() string {
	switch h.rand.IntN(5) {
	case 0:
		return h.set(anyDocument, "number", "", "青政办发〔2024〕7号", "青政办发〔2025〕9号")
	case 1:
		return h.set(anyDocument, "date", "2024-03-15", "2025-01-01")
	case 2:
		return h.set(anyDocument, "published", "", "2024-03-16 10:30")
	case 3:
		return h.set(anyDocument, "keywords", "", "[小店, 经济]")
	}
	return h.set(anyDocument, "issuer", "", "city-office", "city-tax")
}

func (h *history) editPlan() string {
	if h.rand.IntN(2) == 0 {
		return h.set(anyPlan, "author", "", "city-finance", "city-commerce")
	}
	word := h.word()
	return h.on("section of", anyPlan, func(s string) string {
		return strings.Replace(s, "title: { zh: 工作措施 }", "title: { zh: "+word+" }", 1)
	})
}

func (h *history) editTopics() string {
	if h.rand.IntN(2) == 0 {
		return h.set(anyMeasure, "audiences", "", "[{ id: sme, words: [小店] }]", "[{ id: small-micro-enterprise }]", "[{ id: tenant }, { id: sme }]")
	}
	return h.set(anyMeasure, "benefits", "", "[{ id: rent }]", "[{ id: tax, words: [税收] }]")
}

// editTree moves measures below each other, between sections and in order.
func (h *history) editTree() string {
	switch h.rand.IntN(4) {
	case 0:
		return h.set(anyMeasure, "section", "measures", "safeguards", "goal")
	case 1:
		return h.set(anyMeasure, "heading", "", "true")
	case 2:
		return h.set(anyMeasure, "number", "", "（五）", "3.")
	}
	name := h.pick(anyMeasure)
	if name == "" {
		return "no measure to be above another"
	}
	parent := frontID(h.T, name)
	return h.on("parent of", anyMeasure, func(s string) string {
		if h.rand.IntN(2) == 0 {
			parent = ""
		}
		return field(s, "parent", parent)
	})
}

// cite lets a text cite another document, or lead to a page's file.
func (h *history) cite() string {
	words := h.one("《青禾市支持小店经济发展实施方案》", "按青政办发〔2025〕9号执行", "《另一文件》（青政办发〔2024〕7号）",
		"[另见](m02.zh&#46;md)", "[另见](../../departments/city-tax.zh.md)", "[另见](../../small-shops-2026/_index.zh.md#p4)")
	return h.on("citation in", anyPage, func(s string) string { return s + "\n" + words + "。\n" })
}

var sourceSum = regexp.MustCompile(`textSHA256: \w+`)

// editSource changes a line of a text as issued, with its sum or without.
func (h *history) editSource() string {
	file := h.pick(`content/.*/source\.txt$`)
	if file == "" {
		return "no source"
	}
	h.change(file, func(s string) string { return strings.Replace(s, "小店", h.word(), 1) })
	if data, err := os.ReadFile(file); err == nil && h.rand.IntN(4) > 0 {
		h.change(filepath.Join(filepath.Dir(file), "_index.zh.md"), func(s string) string {
			return sourceSum.ReplaceAllString(s, fmt.Sprintf("textSHA256: %x", sha256.Sum256(data)))
		})
	}
	return "source"
}

func (h *history) editLexicon() string {
	file := filepath.Join(h.o.Root, "seeds", "lexicon.yaml")
	if h.rand.IntN(3) == 0 {
		_ = os.Remove(file) // it may not be there
		return "without lexicon"
	}
	h.write(file, "audiences:\n  - { id: tenant, zh: "+h.word()+", often: [sme], within: [small-micro-enterprise] }\n")
	return "lexicon"
}

func (h *history) editOmitted() string {
	if h.rand.IntN(4) == 0 {
		return h.on("languages of", `content/site\.yaml$`, func(s string) string {
			if strings.Contains(s, "languages: [zh, en]") {
				return strings.Replace(s, "languages: [zh, en]", "languages: [zh]", 1)
			}
			return strings.Replace(s, "languages: [zh]", "languages: [zh, en]", 1)
		})
	}
	what := h.one("", "[matrix]", "[parallel, source]", "[data]", "[search, a-z]", "[audiences, timeline]", "[mentions]")
	return h.on("omit in", `content/site\.yaml$`, func(s string) string {
		s = regexp.MustCompile(`(?m)^omit: .*\n`).ReplaceAllString(s, "")
		if what != "" {
			s = "omit: " + what + "\n" + s
		}
		return s
	})
}

// listSite is a layout that shows the whole site where others do not.
func (h *history) listSite() string {
	name := h.one("plan.html", "measure.html", "document.html")
	data, err := layouts.FS.ReadFile(name)
	h.try(err)
	end := strings.LastIndex(string(data), "{{") // of the definition
	h.write(filepath.Join(h.o.Root, "layouts", name), string(data[:end])+`<ul>`+
		`{{range .Site.Documents}}<li><a href="{{.Href}}">{{.Text}}</a></li>{{end}}`+
		`{{range .Site.Departments}}<li><a href="{{.Href}}">{{.Text}} {{.Count}}</a></li>{{end}}</ul>`+string(data[end:]))
	return "lists in " + name
}

// untitle takes both titles away: then a text is called by its words.
func (h *history) untitle() string {
	zh := h.pick(anyMeasure)
	if zh == "" {
		return "nothing to untitle"
	}
	for _, name := range []string{zh, strings.TrimSuffix(zh, "zh.md") + "en.md"} {
		if _, err := os.Stat(name); err == nil {
			h.change(name, func(s string) string { return titleLine.ReplaceAllString(s, "") })
		}
	}
	return "untitled " + filepath.Base(zh)
}

// translate gives a page a translation, or takes it away.
func (h *history) translate() string {
	text := h.one("---\ntranslation: { from: zh, state: missing }\n---\n",
		"---\ntitle: "+h.one("Rents", "Taxes")+"\ntranslation: { from: zh, state: draft }\n---\n\nA text. {#p13}\n",
		"---\ntitle: Rents\ntranslation: { from: zh, state: reviewed, by: Somebody, outdated: [title] }\n---\n\nA text. {#p14}\n")
	return h.on("translation", `content/.*\.en\.md$`, func(string) string { return text })
}
