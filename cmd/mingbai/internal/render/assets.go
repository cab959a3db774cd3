package render

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/site"
)

// asset is a finished style sheet, script, picture or other file.
type asset struct {
	url       string // below public/: assets/css/style.0123456789.css
	integrity string // for the integrity attribute: sha384-…
	data      []byte
}

// assetSet is the finished assets by their path below assets/.
type assetSet map[string]asset

// mediaTypes of the assets that are minified, by the ending of their names.
var mediaTypes = map[string]string{
	".css": typeCSS, ".js": typeJS, ".svg": typeSVG, ".json": typeJSON, ".xml": typeXML,
}

// readAssets minifies all assets and names each after its content, so that a
// browser may keep it for ever.
func readAssets(fsys fs.FS, m *minifier) (assetSet, []diag.Finding, error) {
	names, err := assetNames(fsys)
	if err != nil {
		return nil, nil, fmt.Errorf("assets: %w", err)
	}
	all := assetSet{}
	var findings []diag.Finding
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, nil, fmt.Errorf("assets: %w", err)
		}
		if path.Ext(name) == ".css" {
			var missing []diag.Finding
			data, missing = all.rewriteURLs(name, data)
			findings = append(findings, missing...)
		}
		if t := mediaTypes[path.Ext(name)]; t != "" {
			small, err := m.bytes(t, data)
			if err == nil {
				data = small
			} else {
				findings = append(findings, badAsset.At(positionIn("assets/"+name, err), err))
			}
		}
		all[name] = newAsset(name, data)
	}
	return all, findings, nil
}

// assetNames lists the assets; the style sheets last, since they name others.
// The Go file that embeds the folder is none.
func assetNames(fsys fs.FS) ([]string, error) {
	var names, styles []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.Type().IsRegular() || path.Ext(name) == ".go":
		case path.Ext(name) == ".css":
			styles = append(styles, name)
		default:
			names = append(names, name)
		}
		return err
	})
	return append(names, styles...), err
}

// newAsset names an asset after its content.
func newAsset(name string, data []byte) asset {
	sum, strong := sha256.Sum256(data), sha512.Sum384(data)
	ext := path.Ext(name)
	return asset{
		url:       "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext,
		integrity: "sha384-" + base64.StdEncoding.EncodeToString(strong[:]),
		data:      data,
	}
}

// dataURL is the asset as an address that holds it.
func (a asset) dataURL(name string) template.URL {
	return template.URL("data:" + mediaTypes[path.Ext(name)] + ";base64," + base64.StdEncoding.EncodeToString(a.data))
}

// cssURL is a reference in a style sheet.
var cssURL = regexp.MustCompile(`url\(\s*["']?([^"')]+)["']?\s*\)`)

// rewriteURLs makes the references of a style sheet those of finished assets.
func (a assetSet) rewriteURLs(name string, css []byte) ([]byte, []diag.Finding) {
	var findings []diag.Finding
	out := cssURL.ReplaceAllFunc(css, func(ref []byte) []byte {
		address := string(cssURL.FindSubmatch(ref)[1])
		if strings.HasPrefix(address, "data:") || strings.HasPrefix(address, "#") {
			return ref
		}
		target, ok := a[path.Join(path.Dir(name), address)]
		if !ok {
			line := 1 + strings.Count(string(css[:strings.Index(string(css), string(ref))]), "\n")
			findings = append(findings, unknownAsset.At(diag.Position{File: "assets/" + name, Line: line}, address))
			return ref
		}
		return []byte(`url("` + site.Relative("assets/"+name, target.url) + `")`)
	})
	return out, findings
}
