package content

import (
	"crypto/sha256"
	"encoding/hex"
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
func (l *loader) pair(s *stem) Pair {
	zh, en := s.files[0], s.files[1]
	p := Pair{Zh: localized(zh)}
	if en == nil {
		missing := strings.TrimSuffix(zh.path, "zh.md") + "en.md"
		l.report(noEnglish, zh.pos(0, 0), s.name+".en.md")
		p.En = Localized{Path: missing}
	} else {
		p.En = localized(en)
	}
	if en != nil && en.front != nil {
		l.checkText(en, &p.En, &p.Zh, plan.Zh)
	} else {
		p.En.Translation = &Translation{From: plan.Zh, State: Missing}
	}
	if p.Zh.Translation != nil {
		l.checkText(zh, &p.Zh, &p.En, plan.En)
	}
	broken := en != nil && en.front == nil
	if !broken && p.Zh.Title == "" && p.En.Title == "" && p.Zh.Body == "" && p.En.Body == "" {
		l.report(noText, zh.pos(1, 1))
	}
	l.checkAnchors(zh, &p.Zh)
	l.checkAnchors(en, &p.En)
	return p
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
func (l *loader) checkText(f *file, own, twin *Localized, from plan.Lang) {
	t := own.Translation
	switch {
	case t == nil || t.From != from:
		l.report(badTranslation, f.at("translation"), from)
	case t.State == Missing && own.Body != "":
		l.report(textWhileMissing, f.at("translation", "state"))
	case t.State != Missing && own.Body == "" && (twin.Body != "" || own.Title == ""):
		l.report(emptyTranslation, f.at("translation", "state"), t.State)
	}
}

// checkAnchors reports anchors that stand twice in one body.
func (l *loader) checkAnchors(f *file, own *Localized) {
	first := map[string]int{}
	for _, b := range own.Blocks() {
		if line, ok := first[b.Anchor]; ok {
			l.report(repeatedAnchor, f.pos(b.Line, 1), b.Anchor, line)
		} else if b.Anchor != "" {
			first[b.Anchor] = b.Line
		}
	}
}

// checkHeadings reports headings of a plan that begin none of its sections.
func (l *loader) checkHeadings(p *Plan) {
	var ids []string
	for _, s := range p.Sections {
		ids = append(ids, s.ID)
	}
	for _, lang := range langs {
		own := p.In(lang)
		for _, b := range own.Blocks() {
			if b.Level > 0 && b.Anchor != "" && p.section(b.Anchor) == nil {
				pos := diag.Position{File: shownDir + own.Path, Line: b.Line, Column: 1}
				l.findings = append(l.findings, suggest(find(unknownHeading, pos, b.Anchor), b.Anchor, ids))
			}
		}
	}
}

// checkSource keeps paths out of the name of the seed file.
func (l *loader) checkSource(f *file, s Source) {
	if s.File != "" && (!filepath.IsLocal(s.File) || strings.ContainsAny(s.File, `/\`)) {
		l.report(badForm, f.at("source", "file"), "source.file", s.File, diag.Text{
			En: "the name of a file in seeds/, without folders", Zh: "seeds/ 中的文件名（不含文件夹）",
		})
	}
}

// checkPublished wants the form that portal tags have (国办发〔2017〕47号).
func (l *loader) checkPublished(f *file, published string) {
	if _, err := time.Parse("2006-01-02 15:04", published); published != "" && err != nil {
		l.report(badForm, f.at("published"), "published", published, diag.Text{
			En: "a date and time such as 2022-06-08 09:30", Zh: "日期和时间，如 2022-06-08 09:30",
		})
	}
}

// record reads source.txt and compares it with the sum in the front matter.
func (l *loader) record(d *Document, f *folder, index *file) {
	name := f.path + "/" + recordFile
	if !f.record {
		l.report(noRecord, index.pos(0, 0))
		return
	}
	data, finding := readText(l.fsys, name, maxRecord)
	if finding != nil {
		l.findings = append(l.findings, *finding)
		return
	}
	if len(data) > 0 {
		d.Lines = strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	}
	sum := sha256.Sum256(data)
	d.RecordSum = Sum(sum[:len(Sum{})])
	if want := d.Source.TextSHA256; want != "" && want != hex.EncodeToString(sum[:]) {
		l.report(changedRecord, diag.Position{File: shownDir + name})
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
