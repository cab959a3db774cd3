// Package webpage reads documents that were saved as web pages from government
// portals: it finds the article in the page, keeps paragraphs and tables, and
// leaves out and lists what belongs to the portal.
package webpage

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/source/charset"
	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/zh"
)

// Read reads the bytes of a page; file names it in findings.
func Read(ctx context.Context, file string, data []byte) (draft.Draft, error) {
	g, findings, err := decode(file, data)
	if err != nil {
		return draft.Draft{}, err
	}
	root, err := html.Parse(draft.Stoppable(ctx, strings.NewReader(g.Text)))
	if err != nil {
		return draft.Draft{}, err
	}
	p := &page{root: root, body: first(root, "body")}
	p.choose()
	d := p.read()
	d.Encoding = g.Name
	d.Findings = append(findings, p.findings(file)...)
	return d, ctx.Err()
}

var label = pattern.New(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)`)

// decode finds the page's encoding. What the page itself says is believed,
// unless its bytes say otherwise.
func decode(file string, data []byte) (charset.Guess, []diag.Finding, error) {
	guess, err := charset.Detect(data)
	m := label.FindSubmatch(data[:min(len(data), 4096)])
	if m == nil {
		if err != nil {
			return guess, nil, fmt.Errorf("the page names no encoding: %w", err)
		}
		return guess, charset.Findings(file, guess), nil
	}
	name := string(m[1])
	stated, ok := charset.Declared(data, name)
	switch {
	case err != nil && !ok:
		return guess, nil, fmt.Errorf("the page says %q: %w", name, err)
	case err != nil, ok && (stated.Text == guess.Text || zh.HasHan(stated.Text) && guess.Other != ""):
		return stated, charset.Findings(file, stated), nil
	case ok && zh.HasHan(stated.Text) && guess.Name != "UTF-8":
		return stated, charset.Findings(file, stated), nil
	case strings.TrimPrefix(stated.Text, "\ufeff") == guess.Text:
		return guess, charset.Findings(file, guess), nil
	}
	f := wrongCharset.At(diag.Position{File: file}, name, guess.Name)
	return guess, append([]diag.Finding{f}, charset.Findings(file, guess)...), nil
}

// page is the state of one Read.
type page struct {
	root, body *html.Node
	article    []*html.Node // whose text is the document
	byName     bool         // found in a container that portals use
	headLines  []string     // title and the like, from around the article
	left       draft.LeftOut
	dropped    int // lines left out
	numbers    int // of lists, written out
}

// read gives the text of the article, and lists the rest.
func (p *page) read() draft.Draft {
	var d draft.Draft
	f := &flow{d: &d, page: p}
	for _, n := range p.article {
		f.block(n)
	}
	d.TrimBlank()
	rest := p.around()
	d.Lines = p.addHead(d.Lines, rest)
	p.listAround(rest)
	return d
}
