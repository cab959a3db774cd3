// Package glossary holds the knowledge that people edit without Go: the
// organizations and all their names (seeds/organizations.yaml), what is known
// of a document beside its text (seeds/DOCUMENT.yaml), and the words of the
// interface in both languages.
package glossary
