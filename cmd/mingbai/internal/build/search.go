package build

import (
	"context"
	"io/fs"
	"path"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/search"
	"mingbai/cmd/mingbai/internal/site"
)

// synonymsFile is the words by which people search, below seeds/.
const synonymsFile = "synonyms.yaml"

// searchFiles makes the index of the site's pages; none where the site has no
// search.
func searchFiles(ctx context.Context, p *project, s *site.Site) (map[string][]byte, []diag.Finding, error) {
	if s.Omits(site.SearchPage) {
		return nil, nil, nil
	}
	o, findings, err := SearchOptions(p.fsys)
	if err != nil || diag.HasErrors(findings) {
		return nil, findings, err
	}
	files, err := search.Write(ctx, Searchable(s), o)
	return files, findings, err
}

// SearchOptions reads what a project knows about the words of searches.
func SearchOptions(project fs.FS) (search.Options, []diag.Finding, error) {
	words, findings, err := glossary.LoadSynonyms(project, path.Join(seedsDir, synonymsFile))
	if err != nil {
		return search.Options{}, findings, err
	}
	o := search.Options{Ignored: words.Ignored}
	for _, w := range words.Synonyms {
		o.Synonyms = append(o.Synonyms, search.Synonym(w))
	}
	return o, findings, nil
}

// Priors of pages that are not measures, in percent of one: who searches wants
// what one can have or must do, and only then what it stands in.
const (
	priorAction     = 85
	priorPlan       = 75
	priorDocument   = 60
	priorDepartment = 90
	priorSafeguard  = 80 // how offices are to organize themselves
	priorHeading    = 70 // a measure that only heads others
)

// Searchable gives the pages of the site that a search finds: those about one
// thing, each once. The text side by side and the document as issued would only
// repeat them.
func Searchable(s *site.Site) []search.Document {
	var docs []search.Document
	for _, p := range s.Pages {
		switch p.Kind {
		case site.MeasurePage:
			docs = append(docs, measureDocument(p))
		case site.ActionPage:
			docs = append(docs, textDocument(p, priorAction))
		case site.PlanPage:
			docs = append(docs, textDocument(p, priorPlan))
		case site.DocumentPage:
			d := textDocument(p, priorDocument)
			d.Names = append(d.Names, p.Document.Number)
			docs = append(docs, d)
		case site.DepartmentPage:
			docs = append(docs, departmentDocument(p))
		case site.TopicPage:
			docs = append(docs, topicDocument(p))
		}
	}
	return docs
}

// textDocument is what all pages about a text have in common.
func textDocument(p *site.Page, prior int) search.Document {
	pair := p.Pair()
	d := search.Document{URL: p.URL, Lang: string(p.Lang), Kind: string(p.Kind), Title: site.FullName(p), Prior: prior}
	for _, passage := range site.Body(pair, p.Lang) {
		for _, b := range passage.Blocks {
			d.Body = append(d.Body, site.PlainText(b.Text))
		}
	}
	if p.Document != nil && p.Kind != site.DocumentPage {
		d.Within = append(d.Within, site.TitleOf(&p.Document.Pair, p.Lang).Text)
	}
	if p.Plan != nil && p.Kind != site.PlanPage {
		d.Within = append(d.Within, site.TitleOf(&p.Plan.Pair, p.Lang).Text)
	}
	if p.Action != nil {
		d.Facets.Action = p.Action.ID
		if p.Kind != site.ActionPage {
			d.Within = append(d.Within, site.TitleOf(&p.Action.Pair, p.Lang).Text)
		}
	}
	return d
}

func measureDocument(p *site.Page) search.Document {
	m := p.Measure
	d := textDocument(p, 0)
	switch {
	case m.Heading:
		d.Prior = priorHeading
	case m.Section.Kind == plan.Safeguards:
		d.Prior = priorSafeguard
	}
	d.Number = m.NumberIn(p.Lang)
	for _, a := range m.Audiences {
		d.Facets.Audiences = append(d.Facets.Audiences, a.ID)
	}
	for _, r := range m.Responsibilities {
		d.Facets.Departments = append(d.Facets.Departments, r.Org)
	}
	d.Facets.Limits = limitsOf(m)
	return d
}

// limitsOf is the days by which a search tells whether a measure still runs. An
// ended document has none: it is over on every day.
func limitsOf(m *site.Measure) []search.Limit {
	if s := m.Standing.Status; s.Ended() {
		return []search.Limit{{Kind: string(s)}}
	}
	var limits []search.Limit
	for _, l := range m.Deadlines {
		if l.Start != "" || l.End != "" {
			limits = append(limits, search.Limit{Kind: string(l.Kind), Start: string(l.Start), End: string(l.End)})
		}
	}
	return limits
}

func departmentDocument(p *site.Page) search.Document {
	dep := p.Department
	d := textDocument(p, priorDepartment)
	d.Facets.Departments = []string{dep.ID}
	if short, ok := dep.Short.In(p.Lang); ok {
		d.Names = append(d.Names, short)
	}
	d.Names = append(d.Names, dep.Aliases...)
	return d
}

// topicDocument is the page of an audience or a kind of benefit.
func topicDocument(p *site.Page) search.Document {
	t := p.Topic
	d := search.Document{URL: p.URL, Lang: string(p.Lang), Kind: string(p.Kind), Title: site.FullName(p), Aside: true}
	if about := site.NameOf(t.About, p.Lang).Text; about != "" {
		d.Body = append(d.Body, about)
	}
	if !t.Benefit {
		d.Facets.Audiences = []string{t.ID}
	}
	return d
}
