package check

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// versions are the links to the versions of a page, in the order of
// pageNotes.alternates.
var versions = [3]struct {
	name string
	lang plan.Lang
}{{hreflangs[plan.Zh], plan.Zh}, {hreflangs[plan.En], plan.En}, {defaultLang, plan.Zh}}

// allTags are the portal tags, columnName the place of one among them.
var allTags = slices.Concat(siteTags, columnTags, articleTags, optionalTags)

const (
	numTags      = 15
	columnName   = 3
	articleTitle = 7
	pubDateTag   = 8
)

// portalTag is the place of a tag among all, or -1.
func portalTag(name []byte) int {
	if len(name) == 0 || name[0] < 'A' || name[0] > 'Z' {
		return -1 // none of them begins with a small letter
	}
	for i, tag := range allTags {
		if string(name) == tag {
			return i
		}
	}
	return -1
}

// keepsRules reports whether the page breaks no rule that a single page can.
func (s *scanner) keepsRules() bool {
	return s.title.times == 1 && s.heading.times == 1 && s.langKnown && s.mainText &&
		(s.tags[columnName].times == 0 || s.leads) &&
		s.idsRight() && s.versionsRight() && s.tagsRight() && s.footerRight()
}

// idsRight wants every id once, and all that the page itself names.
func (s *scanner) idsRight() bool {
	slices.Sort(s.mainIDs)
	slices.Sort(s.otherIDs)
	ids := idSet{s.mainIDs, s.otherIDs}
	for i, id := range s.mainIDs {
		if i > 0 && s.mainIDs[i-1] == id {
			return false
		}
		if _, twice := slices.BinarySearch(s.otherIDs, id); twice {
			return false
		}
	}
	for i, id := range s.otherIDs {
		if i > 0 && s.otherIDs[i-1] == id {
			return false
		}
	}
	return ids.hasAll(s.ownRefs)
}

// versionsRight holds canonical address, alternates and the language switch
// against their rules.
func (s *scanner) versionsRight() bool {
	twins := len(s.c.config.Languages) >= 2
	if s.lang == "" {
		return true
	}
	if twins && !s.switched {
		return false
	}
	if s.error || s.c.base.Host == "" {
		return true
	}
	once := alternates{1, 1}
	if s.canonical != once {
		return false
	}
	if s.c.config.Omits(content.AnyLanguagePart) {
		s.alternates[2] = once
	}
	return !s.hasAlternates() || s.alternates == [3]alternates{once, once, once}
}

func (s *scanner) hasAlternates() bool {
	return s.lang != "" && !s.error && len(s.c.config.Languages) >= 2 && s.c.base.Host != "" && s.wanted == s.self
}

// tagsRight holds the portal tags against their rules.
func (s *scanner) tagsRight() bool {
	for i, tag := range s.tags {
		if tag.times > 1 || (tag.times == 1 && (lookAt(tag.value)&lookWords == 0 || !s.valueRight(i, tag.value))) {
			return false
		}
	}
	c := s.c.config
	if c.Omits(content.PortalTagsPart) {
		return true
	}
	for i, value := range []string{c.Name.Zh, c.Domain, c.SiteCode} {
		if value != "" && s.tags[i].times == 0 {
			return false
		}
	}
	if s.error {
		return true
	}
	kind := s.origin.Kind
	column := s.hasAnyTag(columnName, articleTitle) || kind == site.HomePage
	article := s.hasAnyTag(articleTitle, articleTitle+3) || kind == site.MeasurePage || kind == site.SourcePage
	return (column || article) && (!column || s.hasTags(columnName, articleTitle)) && (!article || s.hasTags(articleTitle, articleTitle+3))
}

// hasAnyTag and hasTags look at the tags from one place to before another.
func (s *scanner) hasAnyTag(from, to int) bool {
	return slices.ContainsFunc(s.tags[from:to], func(t tagValue) bool { return t.times > 0 })
}

func (s *scanner) hasTags(from, to int) bool {
	for i := from; i < to; i++ {
		if s.tags[i].times == 0 && !(i == pubDateTag && s.origin.Undated) {
			return false
		}
	}
	return true
}

// valueRight holds the value of a tag against its form.
func (s *scanner) valueRight(tag int, v []byte) bool {
	switch allTags[tag] {
	case "SiteIDCode":
		return string(v) == s.c.config.SiteCode && s.c.codeRight
	case "SiteDomain":
		return string(v) == s.c.config.Domain && s.c.domainRight
	case "ColumnType":
		return slices.ContainsFunc(columnTypes, func(t string) bool { return string(v) == t })
	case "PubDate":
		_, err := time.Parse(pubDate, string(v))
		return err == nil
	}
	return true
}

// footerRight wants the texts and links of the footer.
func (s *scanner) footerRight() bool {
	if !s.siteMap && !s.c.config.Omits(content.SiteMapPart) {
		return false
	}
	fields := s.c.footers[s.lang]
	for i, f := range fields {
		if f.near && (s.error || s.c.base.Host == "") {
			continue
		}
		if f.host != "" && s.footerLinks&(1<<i) == 0 {
			return false
		}
	}
	if len(fields) == 0 || (s.footerLang == s.lang && bytes.Equal(s.footerText, s.goodFooter)) {
		return true
	}
	text := squeeze(string(s.footerText))
	for _, f := range fields {
		if f.text != "" && !strings.Contains(text, squeeze(f.text)) {
			return false
		}
	}
	s.footerLang, s.goodFooter = s.lang, append(s.goodFooter[:0], s.footerText...)
	return true
}

// facts are those of a page that keeps all rules.
func (s *scanner) facts() Facts {
	f := Facts{kind: pageFile}
	if s.lang != "" {
		f.flags = s.alternateFlags()
	}
	more := rare{sums: s.sums, column: s.columnOf()}
	if more.column != "" {
		s.key = pack(s.key[:0], s.listed)
		more.listed = packed(s.key)
	}
	if date := s.tags[pubDateTag]; date.times == 1 {
		if len(s.lastDate) != 1 || s.lastDate[0] != string(date.value) {
			s.lastDate = []string{string(date.value)}
		}
		more.pubDates = s.lastDate
	}
	if !more.empty() {
		more.sums = slices.Clone(more.sums)
		s.key, f.more = s.c.table.rare(s.key, &more)
	}
	s.key, f.ids = s.c.table.idSet(s.key, s.mainIDs, s.otherIDs)
	s.key = pack(s.key[:0], s.links)
	f.links = packed(s.key)
	return f
}

// alternateFlags are those of a page whose alternates are right, or not asked for.
func (s *scanner) alternateFlags() (f factFlags) {
	toTwin := s.alternates[1]
	if s.lang == plan.En {
		toTwin = s.alternates[0]
	}
	if s.named {
		f |= namesTwin
	}
	if s.hasAlternates() && toTwin.right == 1 {
		f |= wantsTwin
		if s.lang != plan.Zh {
			f |= wantsAgain
		}
	}
	return f
}

// columnOf is the column of the configuration that a Chinese list belongs to.
func (s *scanner) columnOf() string {
	column := s.tags[columnName]
	if column.times == 0 || s.lang != plan.Zh || s.error || s.tags[articleTitle].times > 0 {
		return ""
	}
	return s.c.columns[string(column.value)]
}
