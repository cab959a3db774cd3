package export

import (
	"slices"
	"strings"
	"time"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// maxEntries bounds the site's feed; that of a document has all its measures.
const maxEntries = 300

// feed is an Atom feed (RFC 4287): the documents of the site, newest first, each
// with its measures; or one document with its measures. Its elements are written
// here, since the libraries for feeds know neither languages nor pages in
// several of them.
func (v *voice) feed(of site.Download) ([]byte, error) {
	w := &feedWriter{voice: v, path: of.Path}
	docs, most := newestFirst(v.site.Documents), maxEntries
	page := v.site.Fixed(site.HomePage, v.lang)
	if of.Document != nil {
		docs, most = []*site.Document{of.Document}, 1+len(of.Document.Measures)
		page = of.Document.Page(v.lang)
	}
	feed := el("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", tags[v.lang]).add(
		el("title").add(v.subject(of)), el("subtitle").add(v.say("data.note")),
		el("id").add(v.identify(of.Path)), el("updated").add(moment(stamp(docs[0]))),
		el("link", "rel", "self", "type", site.FeedFormat.MediaType(), "href", v.link(of.Path, of.Path)),
	)
	feed.add(w.links(page)...)
	feed.add(w.person(site.NameOf(v.site.Config.Name, v.lang).Text))
	feed.add(el("rights").add(v.say("footer.authority")), el("generator").add("mingbai"))
	return document(feed.add(w.entries(docs, most)...))
}

// feedWriter writes one feed.
type feedWriter struct {
	*voice
	path string
}

// newestFirst are the documents that have a date: Atom wants a time for each
// entry, and none may be made up.
func newestFirst(all []*site.Document) []*site.Document {
	dated := slices.DeleteFunc(slices.Clone(all), func(d *site.Document) bool { return d.Date == "" })
	slices.SortStableFunc(dated, func(a, b *site.Document) int { return stamp(b).Compare(stamp(a)) })
	return dated
}

// moment is a time as Atom writes it, in China.
func moment(t time.Time) string { return t.In(china).Format(time.RFC3339) }

// identify is a name for a file that no other has and that stays when the
// site moves to another folder: a tag URI (RFC 4151). Its year says whose the
// domain was when names of this form began.
func (v *voice) identify(file string) string { return "tag:" + v.host() + ",2026:" + file }

// link is the address of a file: in full where the site's is known, else from
// the file that holds the link.
func (e *Exporter) link(from, to string) string {
	if address := e.site.Absolute(to); address != "" {
		return address
	}
	return site.Relative(from, to)
}

// links lead to a page and to its twin. The twin is called related and not
// another alternate: of several, some readers take the first for the page and
// some the last.
func (w *feedWriter) links(page *site.Page) []any {
	link := func(rel string, p *site.Page) *node {
		return el("link", "rel", rel, "type", "text/html", "hreflang", tags[p.Lang], "href", w.link(w.path, p.URL))
	}
	links := []any{link("alternate", page)}
	if page.Twin != nil {
		links = append(links, link("related", page.Twin))
	}
	return links
}

// person is an author; nil where there is no name.
func (w *feedWriter) person(name string) *node {
	if name == "" {
		return nil
	}
	return el("author").add(el("name").add(name))
}

// entries are the documents with their measures, up to a number.
func (w *feedWriter) entries(docs []*site.Document, most int) []any {
	var all []any
	for _, doc := range docs {
		all = append(all, w.documentEntry(doc))
		for _, m := range doc.Measures {
			if !m.Heading {
				all = append(all, w.measureEntry(m))
			}
			if len(all) >= most {
				return all
			}
		}
	}
	return all
}

// entry begins an entry for a page.
func (w *feedWriter) entry(page *site.Page, doc *site.Document, title, category string) *node {
	e := el("entry").add(
		el("title").add(title), el("id").add(w.identify(page.URL)), el("updated").add(moment(stamp(doc))),
		el("category", "term", category),
	)
	if doc.Published != "" {
		e.add(el("published").add(moment(stamp(doc))))
	}
	e.add(w.links(page)...)
	if doc.Issuer != nil {
		e.add(w.person(site.TitleOf(&doc.Issuer.Pair, w.lang).Text))
	}
	return e
}

func (w *feedWriter) documentEntry(doc *site.Document) *node {
	title := site.TitleOf(&doc.Pair, w.lang).Text
	e := w.entry(doc.Page(w.lang), doc, title, w.say("data.document"))
	return e.add(el("summary").add(orTitle(w.paragraphs(&doc.Pair), title)))
}

func (w *feedWriter) measureEntry(m *site.Measure) *node {
	title := w.title(m)
	e := w.entry(m.Page(w.lang), m.Plan.Document, title, m.Plan.Scope().Name(w.lang).Text)
	return e.add(
		el("summary").add(strings.Join(w.glance(m), "\n")),
		el("content").add(orTitle(w.paragraphs(&m.Pair), title)),
	)
}

// orTitle is paragraphs as one text; the title where there are none.
func orTitle(paragraphs []string, title string) string {
	if len(paragraphs) == 0 {
		return title
	}
	return strings.Join(paragraphs, "\n")
}

// glance says in lines who answers for a measure and until when.
func (v *voice) glance(m *site.Measure) []string {
	lines := []string{v.say("data.pair", v.say("data.scope"), m.Plan.Scope().Name(v.lang).Text)}
	for _, role := range plan.Roles() {
		if names := v.who(m, role); names != "" {
			lines = append(lines, v.say("data.pair", v.say("role."+string(role)), names))
		}
	}
	for _, d := range distinct(m.Deadlines) {
		lines = append(lines, v.say("data.pair", v.say("kind."+string(d.Kind)), v.limit(d)))
	}
	return lines
}

// paragraphs is the text of a pair in the voice's language, and in the other
// where that one lacks it.
func (v *voice) paragraphs(p *site.Pair) []string {
	var all []string
	for _, passage := range site.Body(p, v.lang) {
		for _, b := range passage.Blocks {
			if text := site.PlainText(b.Text); text != "" {
				all = append(all, text)
			}
		}
	}
	return all
}
