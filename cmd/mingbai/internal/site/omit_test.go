package site

import (
	"path"
	"slices"
	"testing"

	"mingbai/cmd/mingbai/internal/content"
)

// Each part that a configuration can leave out is a kind of page, a file at the
// root or something within pages; what a site cannot be without is none.
func TestPartsAreKinds(t *testing.T) {
	for _, part := range content.Parts() {
		within := []content.Part{content.PortalTagsPart, content.AnyLanguagePart, content.MentionsPart}
		kind := slices.Contains(Kinds(), Kind(part))
		if !kind && path.Ext(string(part)) == "" && !slices.Contains(within, part) {
			t.Errorf("%q is no kind of page, no file and nothing within pages", part)
		}
	}
	kept := []Kind{HomePage, DocumentPage, ActionPage, PlanPage, MeasurePage, DepartmentsPage, DepartmentPage}
	config := content.Config{Omit: content.Parts()}
	for _, kind := range Kinds() {
		// A topic has a page where one can find by topics.
		if s := (&Site{Config: config}); kind != TopicPage && s.Omits(kind) == slices.Contains(kept, kind) {
			t.Errorf("%s: left out: %v", kind, s.Omits(kind))
		}
	}
}
