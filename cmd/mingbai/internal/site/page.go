package site

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// Kind classes pages; each kind has one layout of the same name.
type Kind string

const (
	HomePage               Kind = "home"
	DocumentPage           Kind = "document"
	ActionPage             Kind = "action"
	PlanPage               Kind = "plan"
	MeasurePage            Kind = "measure"
	DepartmentsPage        Kind = "departments"
	DepartmentPage         Kind = "department"
	AudiencesPage          Kind = "audiences" // find by who you are
	TopicPage              Kind = "topic"     // an audience or a kind of benefit
	TimelinePage           Kind = "timeline"
	DepartmentTimelinePage Kind = "timeline-departments"
	MatrixPage             Kind = "matrix" // departments × actions; of the site, or of one of its documents
	SourcePage             Kind = "source"
	ParallelPage           Kind = "parallel" // both languages side by side
	AboutPage              Kind = "about"
	AccessibilityPage      Kind = "accessibility"
	SiteMapPage            Kind = "sitemap"
	DataPage               Kind = "data" // files for programs
	SearchPage             Kind = "search"
	InitialsPage           Kind = "a-z" // everything by its first letter
	NotFoundPage           Kind = "404"
)

// Kinds lists all kinds.
func Kinds() []Kind {
	return []Kind{
		HomePage, DocumentPage, ActionPage, PlanPage, MeasurePage, DepartmentsPage, DepartmentPage,
		AudiencesPage, TopicPage,
		TimelinePage, DepartmentTimelinePage, MatrixPage, SourcePage, ParallelPage,
		AboutPage, AccessibilityPage, SiteMapPage, DataPage, SearchPage, InitialsPage, NotFoundPage,
	}
}

// Page is one page in one language.
type Page struct {
	Kind   Kind
	Lang   plan.Lang
	URL    string // slash-separated path below public/, e.g. "zh/timeline.html"
	Twin   *Page  // the same page in the other language; nil where the site has one language
	Parent *Page  // nil at the home page

	Parallel *Page // the text side by side in both languages; nil where there is none
	Single   *Page // of a side-by-side page: the text in its language alone

	// What the page is about, with what that belongs to; nil where nothing.
	Document   *Document
	Action     *Action
	Plan       *Plan
	Measure    *Measure
	Department *Department
	Part       *SourcePart // of the text as issued
	Topic      *Topic
}

// Path is the page and all above it, the home page first.
func (p *Page) Path() []*Page {
	var path []*Page
	for ; p != nil; p = p.Parent {
		path = append(path, p)
	}
	slices.Reverse(path)
	return path
}

// In is the page in a language; nil where the site is not in that language.
func (p *Page) In(lang plan.Lang) *Page {
	if p.Lang == lang {
		return p
	}
	return p.Twin
}

// Pair is the texts the page is about; nil on pages of the site as a whole.
func (p *Page) Pair() *content.Pair {
	switch {
	case p.Measure != nil:
		return &p.Measure.Pair
	case p.Plan != nil:
		return &p.Plan.Pair
	case p.Action != nil:
		return &p.Action.Pair
	case p.Document != nil:
		return &p.Document.Pair
	case p.Department != nil:
		return &p.Department.Pair
	}
	return nil
}

// Modified is the day of the document that the page shows, never that of the
// build; "" where there is none.
func (p *Page) Modified() plan.Date {
	if p.Document == nil {
		return ""
	}
	return p.Document.Date
}

// pages is the two pages of a node.
type pages struct{ zh, en *Page }

// Page is the node's page in a language.
func (p pages) Page(lang plan.Lang) *Page {
	if lang == plan.Zh {
		return p.zh
	}
	return p.en
}

// index is the file of a folder's own page.
const index = "index.html"

// addPages makes all pages. The address of a page is given without the
// language, which comes before it.
func (b *builder) addPages() {
	home := b.addFixed(HomePage, index, pages{})
	departments := b.addFixed(DepartmentsPage, "departments/"+index, home)
	timeline := b.addFixed(TimelinePage, "timeline.html", home)
	if timeline == (pages{}) {
		timeline = home
	}
	b.addFixed(DepartmentTimelinePage, "timeline-departments.html", timeline)
	b.addFixed(MatrixPage, "matrix.html", home)
	b.addFixed(AboutPage, "about.html", home)
	b.addFixed(AccessibilityPage, "accessibility.html", home)
	b.addFixed(SiteMapPage, "sitemap.html", home)
	b.addFixed(DataPage, "data.html", home)
	b.addFixed(SearchPage, "search.html", home)
	b.addFixed(InitialsPage, "a-z.html", home)
	b.addFixed(NotFoundPage, "404.html", home)
	b.addTopicPages(home)
	for _, d := range b.site.Departments {
		d.pages = b.addPage(Page{Kind: DepartmentPage, Department: d}, "departments/"+d.ID+".html", departments, &d.Pair)
	}
	for _, d := range b.site.Documents {
		b.addDocumentPages(d, home)
	}
	slices.SortFunc(b.site.Pages, func(a, b *Page) int { return strings.Compare(a.URL, b.URL) })
}

// addFixed adds a page that the site has once, unless it is left out.
func (b *builder) addFixed(kind Kind, url string, parent pages) pages {
	if b.site.Omits(kind) {
		return pages{}
	}
	b.site.fixed[kind] = b.addPage(Page{Kind: kind}, url, parent, nil)
	return b.site.fixed[kind]
}

func (b *builder) addDocumentPages(d *Document, home pages) {
	base := Page{Document: d}
	with := func(k Kind, change func(*Page)) Page {
		p := base
		p.Kind = k
		if change != nil {
			change(&p)
		}
		return p
	}
	d.pages = b.addPage(with(DocumentPage, nil), d.Slug+"/"+index, home, &d.Pair)
	b.addParallel(d.pages)
	b.addSource(d)
	d.AsMatrix = b.site.fixed[MatrixPage]
	if b.site.Several() && !b.site.Omits(MatrixPage) {
		d.AsMatrix = b.addPage(with(MatrixPage, nil), d.Slug+"/matrix.html", d.pages, nil)
	}
	for _, a := range d.Actions {
		a.pages = b.addPage(with(ActionPage, func(p *Page) { p.Action = a }), d.Slug+"/"+a.Slug+"/"+index, d.pages, &a.Pair)
		b.addParallel(a.pages)
	}
	for _, p := range d.Plans {
		dir, parent := d.Slug+"/", d.pages
		if p.Action != nil {
			dir, parent = dir+p.Action.Slug+"/", p.Action.pages
		}
		dir += p.Slug + "/"
		about := func(pg *Page) { pg.Action, pg.Plan = p.Action, p }
		p.pages = b.addPage(with(PlanPage, about), dir+index, parent, &p.Pair)
		b.addParallel(p.pages)
		for _, m := range p.Measures {
			about := func(pg *Page) { pg.Action, pg.Plan, pg.Measure = p.Action, p, m }
			m.pages = b.addPage(with(MeasurePage, about), dir+m.Slug+".html", p.pages, &m.Pair)
			b.addParallel(m.pages)
		}
	}
}

// addPage makes the page in both languages and pairs them. Two pages at one
// address are a finding; the first one keeps it.
func (b *builder) addPage(p Page, url string, parent pages, pair *content.Pair) pages {
	both := pages{zh: &Page{}}
	*both.zh = p
	both.zh.Lang, both.zh.URL, both.zh.Parent = plan.Zh, "zh/"+url, parent.zh
	all := []*Page{both.zh}
	if len(b.site.Languages()) > 1 {
		both.en = &Page{}
		*both.en = p
		both.en.Lang, both.en.URL, both.en.Parent = plan.En, "en/"+url, parent.en
		both.zh.Twin, both.en.Twin = both.en, both.zh
		all = append(all, both.en)
	}
	for _, page := range all {
		path := ""
		if pair != nil {
			path = pair.In(page.Lang).Path
		}
		if other := b.site.byURL[page.URL]; other != nil {
			b.report(sameAddress, path, page.URL)
			continue
		}
		b.site.byURL[page.URL] = page
		b.site.Pages = append(b.site.Pages, page)
		if path != "" {
			b.site.byContent[path] = page
		}
	}
	return both
}
