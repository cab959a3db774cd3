package content

import (
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// idOf is the id in a Chinese file's front matter.
func idOf(f front) string {
	switch f := f.(type) {
	case *documentFront:
		return f.ID
	case *actionFront:
		return f.ID
	case *planFront:
		return f.ID
	case *measureFront:
		return f.ID
	case *departmentFront:
		return f.ID
	}
	return ""
}

// pair gives both texts of a page whose Chinese file is good, and checks what
// they say of each other.
func (p *part) pair(s *stem) Pair {
	zh, en := s.files[0], s.files[1]
	both := Pair{Zh: localized(zh)}
	if en == nil {
		missing := strings.TrimSuffix(zh.path, "zh.md") + "en.md"
		p.report(noEnglish, zh.pos(0, 0), s.name+".en.md")
		both.En = Localized{Path: missing}
	} else {
		both.En = localized(en)
	}
	if en != nil && en.front != nil {
		p.checkText(en, &both.En, &both.Zh, plan.Zh)
	} else {
		both.En.Translation = &Translation{From: plan.Zh, State: Missing}
	}
	if both.Zh.Translation != nil {
		p.checkText(zh, &both.Zh, &both.En, plan.En)
	}
	broken := en != nil && en.front == nil
	if !broken && both.Zh.Title == "" && both.En.Title == "" && both.Zh.Body == "" && both.En.Body == "" {
		p.report(noText, zh.pos(1, 1))
	}
	for _, f := range s.files {
		if f != nil {
			p.findings = append(p.findings, f.anchors...)
		}
	}
	return both
}

// localized is what a file says; of a broken one only where it is.
func localized(f *file) Localized {
	if f.front == nil {
		return Localized{Path: f.path}
	}
	title, text := f.front.title(), f.front.text()
	return Localized{
		Path: f.path, Title: title.Title, TitleOrigin: title.TitleOrigin,
		Translation: text.Translation, Restored: text.Restored, Body: f.body, BodyLine: f.bodyLine,
		FrontSum: f.frontSum, BodySum: f.bodySum,
	}
}

// checkText compares the declared state of a translation with the text. from
// is the only language it can come from.
func (p *part) checkText(f *file, own, twin *Localized, from plan.Lang) {
	t := own.Translation
	switch {
	case t == nil || t.From != from:
		p.report(badTranslation, p.at(f, "translation"), from)
	case t.State == Missing && own.Body != "":
		p.report(textWhileMissing, p.at(f, "translation", "state"))
	case t.State != Missing && own.Body == "" && (twin.Body != "" || own.Title == ""):
		p.report(emptyTranslation, p.at(f, "translation", "state"), t.State)
	}
}

// checkHeadings reports headings of a plan that begin none of its sections.
func (p *part) checkHeadings(of *Plan, s *stem) {
	for _, f := range s.files {
		if f == nil {
			continue
		}
		for _, h := range f.headings {
			if of.section(h.anchor) == nil {
				ids := idsOf(of.Sections, func(s Section) string { return s.ID })
				p.findings = append(p.findings, suggest(find(unknownHeading, f.pos(h.line, 1), h.anchor), h.anchor, ids))
			}
		}
	}
}

// checkSource keeps paths out of the name of the seed file.
func (p *part) checkSource(f *file, s Source) {
	if s.File != "" && (!filepath.IsLocal(s.File) || strings.ContainsAny(s.File, `/\`)) {
		p.report(badForm, p.at(f, "source", "file"), "source.file", s.File, diag.Text{
			En: "the name of a file in seeds/, without folders", Zh: "seeds/ 中的文件名（不含文件夹）",
		})
	}
}

// checkPublished wants the form that portal tags have (国办发〔2017〕47号).
func (p *part) checkPublished(f *file, published string) {
	if _, err := time.Parse("2006-01-02 15:04", published); published != "" && err != nil {
		p.report(badForm, p.at(f, "published"), "published", published, diag.Text{
			En: "a date and time such as 2022-06-08 09:30", Zh: "日期和时间，如 2022-06-08 09:30",
		})
	}
}

// record gives a document its text as issued, and compares that with the sum
// in the front matter.
func (p *part) record(d *Document, f *folder, index *file) {
	switch r := f.record; {
	case r == nil:
		p.report(noRecord, index.pos(0, 0))
	case r.finding != nil:
		p.findings = append(p.findings, *r.finding)
	default:
		d.Lines, d.RecordSum = r.lines, r.digest
		if want := d.Source.TextSHA256; want != "" && want != r.sum {
			p.report(changedRecord, diag.Position{File: shownDir + r.path})
		}
	}
}

var addressWords = diag.Text{
	En: "an address such as https://www.example.gov.cn/",
	Zh: "网址，如 https://www.example.gov.cn/",
}

// isWebAddress reports whether s is an absolute http or https address.
func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil
}
