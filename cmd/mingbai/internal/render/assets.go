package render

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
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

// readAssets bundles and minifies all assets and names each after its content,
// so that a browser may keep it for ever.
func readAssets(fsys fs.FS, m *minifier) (assetSet, []diag.Finding, error) {
	names, err := assetNames(fsys)
	if err != nil {
		return nil, nil, fmt.Errorf("assets: %w", err)
	}
	all := assetSet{}
	var findings []diag.Finding
	add := func(name string, data []byte) {
		if t := mediaTypes[path.Ext(name)]; t != "" {
			small, err := m.bytes(t, data)
			if err != nil {
				findings = append(findings, badAsset.At(positionIn("assets/"+name, err), err))
			} else {
				data = small
			}
		}
		all[name] = newAsset(name, data)
	}
	for _, name := range names {
		if isBundled(name) {
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, nil, fmt.Errorf("assets: %w", err)
		}
		add(name, data)
	}
	bundled, wrong, err := bundleAssets(fsys, names, all)
	if err != nil {
		return nil, nil, err
	}
	findings = append(findings, wrong...)
	for _, name := range slices.Sorted(maps.Keys(bundled)) {
		add(name, all.nameReferences(name, bundled[name]))
	}
	return all, findings, nil
}

// isBundled tells style sheets and scripts from files that stand alone.
func isBundled(name string) bool { return path.Ext(name) == ".css" || path.Ext(name) == ".js" }

// assetNames lists the assets. The Go file that embeds the folder is none.
func assetNames(fsys fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && path.Ext(name) != ".go" {
			names = append(names, name)
		}
		return err
	})
	return names, err
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
