package plan

import "strings"

// PartKind says what a run of characters of the source is.
type PartKind string

const (
	PartSpace   PartKind = "space"     // indentation, and a paragraph of nothing
	PartTitle   PartKind = "title"     // of the document or of a plan
	PartNumber  PartKind = "number"    // a printed number: "(一)", "First,"
	PartHeading PartKind = "heading"   // of a section or a measure
	PartText    PartKind = "text"      // running text
	PartClause  PartKind = "clause"    // who is responsible
	PartDocNo   PartKind = "docnumber" // 发文字号
	PartAddress PartKind = "addressee"
	PartIssuer  PartKind = "issuer"
	PartAuthor  PartKind = "author" // of a plan
	PartDate    PartKind = "date"
	PartNotice  PartKind = "notice" // （此件公开发布）
	PartMeta    PartKind = "meta"   // what a portal says of the document: 索引号, 主题分类
	PartMark    PartKind = "mark"   // signs of layout: Markdown's **, a page number, the border of a table
)

// Part is a run of characters with one meaning.
type Part struct {
	Kind PartKind `json:"kind"`
	Text string   `json:"text"`
}

// Segment is one paragraph of the source. Its parts, joined, are the line as
// read: nothing is lost and nothing stands twice.
type Segment struct {
	Line  int    `json:"line"`
	Lang  Lang   `json:"lang"`
	Owner string `json:"owner,omitempty"` // id of the measure, else of the plan, else ""
	Parts []Part `json:"parts"`
}

// Text is the paragraph as it stands in the source.
func (s Segment) Text() string {
	var b strings.Builder
	for _, p := range s.Parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

// SourceText is the whole text of the document as its reader extracted it,
// without a final line break.
func (d *Document) SourceText() string {
	var b strings.Builder
	for i, s := range d.Segments {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(s.Text())
	}
	return b.String()
}
