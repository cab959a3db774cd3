package render

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/layouts"
)

// families are the words whose keys are made of a value.
func families() map[string][]string {
	return map[string][]string{
		"page.": strs(
			site.AboutPage,
			site.AccessibilityPage,
			site.AudiencesPage,
			site.DataPage,
			site.DepartmentTimelinePage,
			site.DepartmentsPage,
			site.HomePage,
			site.InitialsPage,
			site.MatrixPage,
			site.NotFoundPage,
			site.ParallelPage,
			site.SearchPage,
			site.SiteMapPage,
			site.SourcePage,
			site.TimelinePage,
		),
		"column.": strs(
			site.AboutPage,
			site.AccessibilityPage,
			site.ActionPage,
			site.AudiencesPage,
			site.DataPage,
			site.DepartmentPage,
			site.DepartmentTimelinePage,
			site.DepartmentsPage,
			site.DocumentPage,
			site.HomePage,
			site.InitialsPage,
			site.MatrixPage,
			site.MeasurePage,
			site.ParallelPage,
			site.PlanPage,
			site.SearchPage,
			site.SiteMapPage,
			site.SourcePage,
			site.TimelinePage,
			site.TopicPage,
		),
		"timeline.view.":   strs(site.TimelinePage, site.DepartmentTimelinePage),
		"role.":            strs(plan.Roles()...),
		"search.kind.":     strs(searchKinds...),
		"search.status.":   searchStatuses,
		"search.":          slices.Concat(searchWords, selectKeys()),
		"department.role.": strs(plan.Roles()...),
		"kind.":            strs(plan.Due, plan.Expiry, plan.Period, plan.Term, plan.Ongoing, plan.Recurring),
		"status.":          strs(append(slices.Clone(liveStatuses), site.Repealed, site.Replaced)...),
		"banner.":          strs(site.Repealed, site.Replaced, site.Expired, site.Upcoming),
		"way.":             {"no-application", "instant", "fast-track", "review", "pledge"},
		"way.note.":        {"no-application", "instant", "fast-track", "review", "pledge"},
		"cite.":            {"issuer", "title", "number", "date", "plan", "place", "heading", "end"},
		"unstated.":        {"sums", "terms", "conditions", "window", "address", "phone"},
		"related.":         strs(site.NearCopy, site.SameAudience, site.SameLead),
		"section.":         strs(plan.Preamble, plan.Goal, plan.Measures, plan.Safeguards, plan.OtherKind),
		"qualifier.":       strs(plan.AtMost, plan.AtLeast, plan.About),
		"data.format.":     strs(site.CalendarFormat, site.TableFormat, site.WorkbookFormat, site.FeedFormat, site.AkomaNtosoFormat, site.JSONFormat),
		"data.of.":         {"action", "department"},
		"data.unit.":       {"cny", "ratio"},
		"task.col.":        {"index", "document", "scope", "plan", "number", "measure", "own", "lead", "responsible", "support", "implement", "due", "expiry", "limits", "amounts", "source", "page"},
		"note.":            strs(plan.Restored, plan.Unconfirmed, plan.Translated),
		"mark.":            strs(plan.Restored, plan.Unconfirmed),
		"note.state.":      {issued, "names", "found", "missing", "draft", "reviewed", "official"},
		"note.some.":       {"found", "draft", "reviewed", "official"},
		"text.":            {issued, "names", "found", "draft", "reviewed", "official"},
		"orgkind.": strs(plan.Department, plan.Branch, plan.Company, plan.MassOrg, plan.LeadingGroup,
			plan.LocalGovernment, plan.Collective, plan.BankSector),
		"meta.generic.":  metaFields,
		"meta.province.": metaFields,
		"meta.gov.cn.":   metaFields,
		"topic.count.":   strs(site.Runnings()...),
		"count.":         {"plans", "measures", "departments", "deadlines"},
		"footer.":        {"sponsor", "undertaker", "contact", "code", "icp", "police", "conac"},
	}
}

func selectKeys() (keys []string) {
	for _, s := range searchSelects {
		keys = append(keys, s.key)
	}
	return keys
}

var metaFields = []string{"title", "issuer", "number", "date", "published", "validity", "index", "topic", "keywords"}

func strs[S ~string](values ...S) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// usedWords are the keys that layouts and this package ask for.
func usedWords(t *testing.T) []string {
	t.Helper()
	var keys []string
	for family, values := range families() {
		for _, v := range values {
			keys = append(keys, family+v)
		}
	}
	collect := func(fsys fs.FS, glob string, asks *regexp.Regexp) {
		names, err := fs.Glob(fsys, glob)
		if err != nil || len(names) == 0 {
			t.Fatal(glob, err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(fsys, name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range asks.FindAllStringSubmatch(string(data), -1) {
				keys = append(keys, m[1])
			}
		}
	}
	collect(layouts.FS, "*.html", regexp.MustCompile(`\bt "([^"]+)"`))
	asks := regexp.MustCompile(`\b[sS]ay\((?:(?:p\.)?words, lang, )?"([a-z0-9.]+[a-z0-9])"`)
	for _, dir := range []string{".", "../wording", "../export", "../jsonld"} {
		collect(os.DirFS(dir), "*.go", asks)
	}
	return keys
}

func TestWordsAndTheirUsesAgree(t *testing.T) {
	words, err := glossary.InterfaceWords()
	if err != nil {
		t.Fatal(err)
	}
	used := usedWords(t)
	for _, key := range used {
		if !words.Has(key) {
			t.Errorf("%s is asked for and not among the interface words", key)
		}
	}
	for _, key := range words.Keys() {
		if !slices.Contains(used, key) {
			t.Errorf("%s is an interface word and never asked for", key)
		}
	}
	if !slices.ContainsFunc(used, func(key string) bool { return strings.HasPrefix(key, "filter.") }) {
		t.Error("the layouts' words were not found")
	}
}

func mustWords(t testing.TB) *glossary.Words {
	t.Helper()
	words, err := glossary.InterfaceWords()
	if err != nil {
		t.Fatal(err)
	}
	return words
}
