// Package searchbench has what the search is measured by: queries of citizens with
// the pages that answer them, and a large site made of this repository's. Tests
// alone use it.
package searchbench
