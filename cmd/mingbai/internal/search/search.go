// Package search makes an index that a browser searches without a server, and
// searches it itself, as the measure and the twin of the script.
//
// Write turns pages, given as plain values, into files below search/: for each
// language a small manifest, shards of terms of which a query fetches the few
// it needs, and a file for each page with what a result shows. Open searches the
// same files through a function that fetches them. The script in assets/js/search
// does what Open does, step for step and in whole numbers, so that both give the
// same answers; testdata/vectors.json holds them to the same terms.
//
// A term is two neighbouring Chinese characters, the stem of a word, or a number
// or date in one form however it was written. How much a term says about a page
// is settled when the index is made (impact.go), how much it says in a query when
// it is asked (rank.go).
package search

// Document is a page to be found.
type Document struct {
	URL    string   // below public/
	Lang   string   // of the page: zh or en
	Kind   string   // of the page; results name it
	Number string   // as printed, before the title
	Title  string   //
	Names  []string // other names by which people look for it
	Within []string // titles of what it belongs to, the nearest last
	Body   []string // paragraphs
	Prior  int      // how likely it is what people want, in percent of a measure; 0 is 100
	Aside  bool     // offered beside the results and not among them: a list of others
	Facets Facets
}

// Facets are what results are filtered by; ids are those of the site.
type Facets struct {
	Action      string
	Departments []string
	Audiences   []string
	Limits      []Limit
}

// Limit is a time limit: its kind (due, expiry …) and days (2022-06-30, or "").
// That a document was ended is one, too: repealed or replaced, without days.
type Limit struct{ Kind, Start, End string }

// Dir is the folder of all files below public/.
const Dir = "search/"

// Options are what people know beside the pages.
type Options struct {
	Synonyms []Synonym
	Ignored  []string // words of questions that say nothing about what is sought
}

// Synonym says that one word finds others: each of Words finds all of them and
// all of Find, but not the other way round.
type Synonym struct {
	Words []string
	Find  []string
}
