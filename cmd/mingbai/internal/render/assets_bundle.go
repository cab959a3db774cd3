package render

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/site"
)

// Style sheets and scripts are written as small files that import each other
// and sent as one: a page then loads two files, and scripts work from a disk,
// where browsers refuse ES modules. esbuild does this, as it is the bundler that
// is a Go library; minifying stays with tdewolff/minify.

// assetScheme marks references between assets until their final names, which
// are made of their content, are known.
const assetScheme = "asset:"

// bundleAssets joins the style sheets and scripts among the named files with all
// that they import, and gives them by path below assets/. A file that another
// one imports is a part and not given. What is wrong with one is a finding, and
// then nothing is given.
func bundleAssets(fsys fs.FS, names []string, known assetSet) (map[string][]byte, []diag.Finding, error) {
	var files []string
	for _, name := range names {
		if isBundled(name) {
			files = append(files, name)
		}
	}
	if len(files) == 0 {
		return nil, nil, nil
	}
	b, err := joinAssets(fsys, likelyRoots(fsys, files), known)
	if err == nil && (len(b.errors) > 0 || !b.has(files)) { // a file that only seemed to be imported
		b, err = joinAssets(fsys, files, known)
	}
	if err != nil {
		return nil, nil, err
	}
	if len(b.errors) > 0 {
		return nil, bundleFindings(b.errors), nil
	}
	return b.files, nil, nil
}

// bundled is what esbuild made.
type bundled struct {
	files  map[string][]byte // by path below assets/, without parts
	parts  map[string]bool   // files that another one imports
	errors []api.Message
}

// has reports whether each of the files is there or in another one.
func (b *bundled) has(files []string) bool {
	return !slices.ContainsFunc(files, func(name string) bool { return b.files[name] == nil && !b.parts[name] })
}

// joinAssets joins the files, each with all that it imports.
func joinAssets(fsys fs.FS, files []string, known assetSet) (*bundled, error) {
	options := api.BuildOptions{
		Bundle: true, Outdir: "/", Metafile: true, LogLevel: api.LogLevelSilent,
		Format: api.FormatIIFE, Platform: api.PlatformBrowser, Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsNone,
		// What the browsers of 2021 run; newer forms of CSS are put in theirs.
		Target:  api.ES2020,
		Engines: []api.Engine{{Name: api.EngineChrome, Version: "90"}, {Name: api.EngineSafari, Version: "14.1"}, {Name: api.EngineFirefox, Version: "88"}},
		Plugins: []api.Plugin{assetPlugin(fsys, known)},
	}
	for _, name := range files {
		entry := api.EntryPoint{InputPath: name, OutputPath: strings.TrimSuffix(name, path.Ext(name))}
		options.EntryPointsAdvanced = append(options.EntryPointsAdvanced, entry)
	}
	result := api.Build(options)
	b := &bundled{files: map[string][]byte{}, errors: result.Errors}
	if len(b.errors) > 0 {
		return b, nil
	}
	var err error
	if b.parts, err = importedBy(result.Metafile); err != nil {
		return nil, err
	}
	for _, f := range result.OutputFiles {
		// Outdir is the root, which has a drive's name before it on some systems.
		name := strings.TrimPrefix(filepath.ToSlash(strings.TrimPrefix(f.Path, filepath.VolumeName(f.Path))), "/")
		if !b.parts[name] {
			b.files[name] = f.Contents
		}
	}
	return b, nil
}

// assetPlugin lets esbuild read from the file system of the assets and from
// nowhere else.
func assetPlugin(fsys fs.FS, known assetSet) api.Plugin {
	return api.Plugin{Name: "assets", Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			return resolveAsset(fsys, known, args)
		})
		build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "assets"}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			data, err := fs.ReadFile(fsys, args.Path)
			if err != nil {
				return api.OnLoadResult{}, fmt.Errorf("read the file: %w", err)
			}
			text, loader := string(data), api.LoaderJS
			if path.Ext(args.Path) == ".css" {
				loader = api.LoaderCSS
			}
			return api.OnLoadResult{Contents: &text, Loader: loader}, nil
		})
	}}
}

// resolveAsset finds what a style sheet or script names. Pictures and other
// files keep files of their own.
func resolveAsset(fsys fs.FS, known assetSet, args api.OnResolveArgs) (api.OnResolveResult, error) {
	if args.Kind == api.ResolveEntryPoint {
		return api.OnResolveResult{Path: args.Path, Namespace: "assets"}, nil
	}
	if strings.HasPrefix(args.Path, "data:") || strings.HasPrefix(args.Path, "#") {
		return api.OnResolveResult{Path: args.Path, External: true}, nil
	}
	target := path.Join(path.Dir(args.Importer), args.Path)
	if args.Kind == api.ResolveCSSURLToken {
		if _, ok := known[target]; !ok {
			return api.OnResolveResult{}, errUnknownAsset{args.Path}
		}
		return api.OnResolveResult{Path: assetScheme + target, External: true}, nil
	}
	if info, err := fs.Stat(fsys, target); !fs.ValidPath(target) || err != nil || !info.Mode().IsRegular() {
		return api.OnResolveResult{}, errUnknownAsset{args.Path}
	}
	return api.OnResolveResult{Path: target, Namespace: "assets"}, nil
}

// errUnknownAsset is a reference that leads to no asset.
type errUnknownAsset struct{ address string }

func (e errUnknownAsset) Error() string { return fmt.Sprintf("no asset stands at %q", e.address) }

// bundleFindings tells esbuild's errors with their places.
func bundleFindings(messages []api.Message) []diag.Finding {
	var findings []diag.Finding
	for _, m := range messages {
		pos := diag.Position{File: "assets"}
		if l := m.Location; l != nil {
			// esbuild counts columns from 0.
			pos = diag.Position{File: "assets/" + strings.TrimPrefix(l.File, "assets:"), Line: l.Line, Column: l.Column + 1}
		}
		if unknown, ok := m.Detail.(errUnknownAsset); ok {
			findings = append(findings, unknownAsset.At(pos, unknown.address))
		} else {
			findings = append(findings, badAsset.At(pos, m.Text))
		}
	}
	return findings
}

// importedBy lists the files that another one imports.
func importedBy(metafile string) (map[string]bool, error) {
	var meta struct {
		Inputs map[string]struct {
			Imports []struct {
				Path     string
				External bool
			}
		}
	}
	if err := json.Unmarshal([]byte(metafile), &meta); err != nil {
		return nil, fmt.Errorf("assets: what the bundler says of its files: %w", err)
	}
	parts := map[string]bool{}
	for _, input := range meta.Inputs {
		for _, i := range input.Imports {
			if !i.External {
				parts[strings.TrimPrefix(i.Path, "assets:")] = true
			}
		}
	}
	return parts, nil
}

// assetReference is a reference that the bundler left open.
var assetReference = regexp.MustCompile(`url\(["']?` + assetScheme + `([^"')]+)["']?\)`)

// nameReferences puts the final names of assets into a style sheet.
func (a assetSet) nameReferences(name string, css []byte) []byte {
	return assetReference.ReplaceAllFunc(css, func(ref []byte) []byte {
		target := assetReference.FindSubmatch(ref)[1]
		return []byte(`url("` + site.Relative("assets/"+name, a[string(target)].url) + `")`)
	})
}
