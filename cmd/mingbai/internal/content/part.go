package content

import "slices"

// Part is something of a site that its configuration can leave out: a kind of
// page that the site has beside the documents themselves, or files for
// programs. The home page, documents with their actions, plans and measures,
// and the departments are what a site is: they are no parts.
type Part string

const (
	AudiencesPart           Part = "audiences" // find by who you are, with the page of every audience and benefit
	TimelinePart            Part = "timeline"
	DepartmentsTimelinePart Part = "timeline-departments"
	MatrixPart              Part = "matrix"   // of the site and of each document
	SourcePart              Part = "source"   // the documents as issued
	ParallelPart            Part = "parallel" // both languages side by side
	AboutPart               Part = "about"
	AccessibilityPart       Part = "accessibility"
	SiteMapPart             Part = "sitemap" // the page; see SiteMapFilePart
	DataPart                Part = "data"    // the page, and all files for programs
	SearchPart              Part = "search"  // the page, the boxes that lead to it, and the index
	InitialsPart            Part = "a-z"
	NotFoundPart            Part = "404.html"    // of every language and of the root
	SiteMapFilePart         Part = "sitemap.xml" // with the files that it leads to
	RobotsPart              Part = "robots.txt"
	PortalTagsPart          Part = "portal-tags" // the tags of 国办发〔2017〕47号 in the head of pages
	AnyLanguagePart         Part = "x-default"   // which page is for readers of other languages, in the head
	MentionsPart            Part = "mentions"    // links at the names of bodies in the text of a measure
)

// Parts lists all parts.
func Parts() []Part {
	return []Part{
		AudiencesPart, TimelinePart, DepartmentsTimelinePart, MatrixPart, SourcePart, ParallelPart,
		AboutPart, AccessibilityPart, SiteMapPart, DataPart, SearchPart, InitialsPart, NotFoundPart,
		SiteMapFilePart, RobotsPart, PortalTagsPart, AnyLanguagePart, MentionsPart,
	}
}

// portalParts are the parts that every government website must have.
func portalParts() []Part {
	return []Part{SiteMapPart, NotFoundPart, SiteMapFilePart, RobotsPart, PortalTagsPart}
}

// Omits reports whether the configuration leaves a part out.
func (c Config) Omits(p Part) bool { return slices.Contains(c.Omit, p) }
