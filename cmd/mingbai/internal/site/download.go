package site

import (
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// Format is a form of file for programs, called by the ending of its name.
type Format string

const (
	CalendarFormat   Format = "ics"     // iCalendar
	TableFormat      Format = "csv"     // the table of tasks (任务分工表)
	WorkbookFormat   Format = "xlsx"    // the same as a workbook
	FeedFormat       Format = "atom"    // Atom
	AkomaNtosoFormat Format = "akn.xml" // Akoma Ntoso
	JSONFormat       Format = "json"    // the data interface
)

// Where the files stand, below public/. The number of the data interface
// changes when a field of it changes its meaning or goes.
const (
	dataFolder      = "data/"
	interfaceFolder = dataFolder + "v1/"
)

// InterfaceList is the address of a list of the data interface.
func InterfaceList(name string) string { return interfaceFolder + name + ".json" }

// InterfaceSchema is the address of a schema of the data interface.
func InterfaceSchema(name string) string { return interfaceFolder + "schema/" + name + ".json" }

// mediaTypes are the types of the formats, as IANA lists them.
var mediaTypes = map[Format]string{
	CalendarFormat:   "text/calendar",
	TableFormat:      "text/csv",
	WorkbookFormat:   "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	FeedFormat:       "application/atom+xml",
	AkomaNtosoFormat: "application/akn+xml",
	JSONFormat:       "application/json",
}

// MediaType is the type of the format's files.
func (f Format) MediaType() string { return mediaTypes[f] }

// Download is a file for programs with the facts of one thing: what is not nil,
// or the site as a whole.
type Download struct {
	Format Format
	Path   string    // slash-separated, below public/
	Lang   plan.Lang // "" where the file has both languages

	List       string // of the data interface: "measures" and so on
	Schema     string // that the file is, by name
	Document   *Document
	Action     *Action
	Department *Department
	Measure    *Measure
}

// Lists are the lists of the data interface; "index" names all others.
func Lists() []string {
	return []string{"index", "documents", "actions", "plans", "measures", "departments", "topics", "deadlines"}
}

// list is a list of the data interface.
func list(name string) Download {
	return Download{Format: JSONFormat, Path: InterfaceList(name), List: name}
}

// SchemaDownload is a schema of the data interface. Pages do not link to it;
// the files that have its form do.
func SchemaDownload(name string) Download {
	return Download{Format: JSONFormat, Path: InterfaceSchema(name), Schema: name}
}

// downloads makes the files of one thing in those formats that hold anything.
func downloads(of Download, name string, holds map[Format]bool) []Download {
	var all []Download
	for _, f := range []Format{CalendarFormat, TableFormat, WorkbookFormat, FeedFormat, AkomaNtosoFormat} {
		if holds[f] {
			of.Format, of.Path = f, dataFolder+string(of.Lang)+"/"+name+"."+string(f)
			all = append(all, of)
		}
	}
	return all
}

// Downloads lists the files for programs of the site as a whole in a language.
// A file that would hold nothing is not made; none is where the site leaves
// them out.
func (s *Site) Downloads(lang plan.Lang) []Download {
	if s.Omits(DataPage) {
		return nil
	}
	all := downloads(Download{Lang: lang}, "calendar", map[Format]bool{CalendarFormat: anyDay(s.Deadlines)})
	all = append(all, downloads(Download{Lang: lang}, "tasks", map[Format]bool{
		TableFormat: s.Measures() > 0, WorkbookFormat: s.Measures() > 0,
	})...)
	dated := false
	for _, d := range s.Documents {
		dated = dated || d.Date != ""
	}
	all = append(all, downloads(Download{Lang: lang}, "feed", map[Format]bool{FeedFormat: dated})...)
	return append(all, list("index"))
}

// Downloads lists the files for programs of the document in a language.
func (d *Document) Downloads(lang plan.Lang) []Download {
	measures := countMeasures(d.Measures) > 0
	all := downloads(Download{Document: d, Lang: lang}, "documents/"+d.Slug, map[Format]bool{
		TableFormat: measures, WorkbookFormat: measures, FeedFormat: d.Date != "", AkomaNtosoFormat: d.Date != "",
	})
	return append(all, Download{Format: JSONFormat, Path: d.Interface(), Document: d})
}

// Interface is the path of the document's file in the data interface.
func (d *Document) Interface() string { return interfaceFolder + "documents/" + d.Slug + ".json" }

// Downloads lists the files for programs of the action in a language.
func (a *Action) Downloads(lang plan.Lang) []Download {
	return downloads(Download{Action: a, Lang: lang}, "actions/"+a.Document.Slug+"/"+a.Slug, map[Format]bool{
		CalendarFormat: anyDay(a.Summary.Deadlines),
	})
}

// Downloads lists the files for programs of the department in a language.
func (d *Department) Downloads(lang plan.Lang) []Download {
	all := downloads(Download{Department: d, Lang: lang}, "departments/"+d.ID, map[Format]bool{
		CalendarFormat: anyDay(d.Deadlines), TableFormat: d.Measures > 0, WorkbookFormat: d.Measures > 0,
	})
	return append(all, Download{Format: JSONFormat, Path: d.Interface(), Department: d})
}

// Interface is the path of the department's file in the data interface.
func (d *Department) Interface() string { return interfaceFolder + "departments/" + d.ID + ".json" }

// Downloads lists the files for programs of the measure; they hold both
// languages. Their addresses are made like that of its page.
func (m *Measure) Downloads() []Download {
	name := strings.TrimSuffix(strings.TrimPrefix(m.zh.URL, string(plan.Zh)+"/"), ".html")
	return []Download{{Format: JSONFormat, Path: interfaceFolder + "measures/" + name + ".json", Measure: m}}
}

// Downloads lists the files for programs with what the page shows, in its
// language.
func (p *Page) Downloads(s *Site) []Download {
	if s.Omits(DataPage) {
		return nil
	}
	switch p.Kind {
	case HomePage, DataPage:
		return s.Downloads(p.Lang)
	case TimelinePage, DepartmentTimelinePage:
		return append(downloads(Download{Lang: p.Lang}, "calendar", map[Format]bool{CalendarFormat: anyDay(s.Deadlines)}), list("deadlines"))
	case DepartmentsPage:
		return []Download{list("departments")}
	case AudiencesPage:
		return []Download{list("topics")}
	case DocumentPage:
		return p.Document.Downloads(p.Lang)
	case ActionPage:
		return p.Action.Downloads(p.Lang)
	case DepartmentPage:
		return p.Department.Downloads(p.Lang)
	case MeasurePage:
		return p.Measure.Downloads()
	}
	return nil
}

// AllDownloads lists every file for programs of the site, each once.
func (s *Site) AllDownloads() []Download {
	if s.Omits(DataPage) {
		return nil
	}
	var all []Download
	seen := map[string]bool{}
	add := func(some []Download) {
		for _, d := range some {
			if !seen[d.Path] {
				seen[d.Path] = true
				all = append(all, d)
			}
		}
	}
	for _, name := range Lists() {
		add([]Download{list(name)})
	}
	for _, lang := range s.Languages() {
		add(s.Downloads(lang))
		for _, d := range s.Documents {
			add(d.Downloads(lang))
			for _, a := range d.Actions {
				add(a.Downloads(lang))
			}
		}
		for _, d := range s.Departments {
			add(d.Downloads(lang))
		}
	}
	for _, d := range s.Documents {
		for _, m := range d.Measures {
			add(m.Downloads())
		}
	}
	return all
}

// anyDay reports whether one of the time limits has a day that a calendar can
// show.
func anyDay(ds []*Deadline) bool {
	for _, d := range ds {
		if d.End != "" || d.Start != "" {
			return true
		}
	}
	return false
}
