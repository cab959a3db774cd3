package build

import (
	"context"
	"errors"
	"maps"
	"net/url"

	"mingbai/cmd/mingbai/internal/fragment"
	"mingbai/cmd/mingbai/internal/publish"
	"mingbai/cmd/mingbai/internal/site"
)

// ErrNoBaseURL tells a site whose address is not known: fragments are pasted
// into other pages, from where only absolute links lead on.
var ErrNoBaseURL = errors.New("the site has no base URL")

// Fragments makes the pages of a built site to paste into a portal's editor,
// by path, and index.html, which lists them. sheet is the style sheet, nil for
// the one that mingbai carries.
func Fragments(ctx context.Context, r Result, sheet []byte) (map[string][]byte, error) {
	base, err := url.Parse(r.BaseURL)
	if err != nil || base.Host == "" {
		return nil, ErrNoBaseURL
	}
	styles, err := fragment.DefaultSheet()
	if sheet != nil {
		styles, err = fragment.ParseSheet(sheet)
	}
	if err != nil {
		return nil, err
	}
	// The elder edition is the same text under another style sheet, which a
	// fragment leaves behind.
	pages := maps.Clone(r.Files)
	maps.DeleteFunc(pages, func(name string, _ []byte) bool { return site.IsElder(name) })
	return fragment.All(ctx, pages, base, styles)
}

// WriteFolder exchanges a folder for the files, as a whole. The folder must be
// missing, empty, or written in this way before.
func WriteFolder(ctx context.Context, dir string, files map[string][]byte) error {
	return publish.Swap(ctx, dir, files)
}
