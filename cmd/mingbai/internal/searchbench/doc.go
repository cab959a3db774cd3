// Package searchbench holds tests alone: how well the search of this repository's
// site finds what citizens look for, beside Pagefind on the same pages.
package searchbench
