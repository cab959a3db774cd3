package render

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mingbai/cmd/mingbai/internal/diag"
)

func TestAssets(t *testing.T) {
	files := fstest.MapFS{
		"css/a.css":   {Data: []byte("/* why */\np { background: url(../img/x.svg); }\nq { background: url(\"data:,x\") }")},
		"img/x.svg":   {Data: []byte("<svg xmlns=\"http://www.w3.org/2000/svg\">\n  <path d=\"M0 0\"/>\n</svg>")},
		"js/a.js":     {Data: []byte("var long = 1;\nalert(long);\n")},
		"img/p.png":   {Data: []byte("\x89PNG")},
		"assets.go":   {Data: []byte("package assets")},
		"data/d.json": {Data: []byte("{ \"a\": 1 }")},
	}
	got, findings, err := readAssets(files, newMinifier())
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	if _, ok := got["assets.go"]; ok || len(got) != 5 {
		t.Errorf("%d assets", len(got))
	}
	image := got["img/x.svg"]
	if want := "background:url(../img/x." + strings.Split(image.url, ".")[1] + ".svg)"; !strings.Contains(string(got["css/a.css"].data), want) {
		t.Errorf("the style sheet does not lead to the finished picture: %s", got["css/a.css"].data)
	}
	if !bytes.Equal(got["data/d.json"].data, []byte(`{"a":1}`)) || bytes.Contains(got["js/a.js"].data, []byte("\n")) {
		t.Errorf("not minified: %s, %s", got["data/d.json"].data, got["js/a.js"].data)
	}
}

// Style sheets and scripts are sent with what they import; a part has no file
// of its own, and its references lead on from where the bundle stands.
func TestAssetsAreBundled(t *testing.T) {
	got, findings, err := readAssets(fstest.MapFS{
		"css/a.css":       {Data: []byte("@import \"./parts/b.css\";\np { color: red }")},
		"css/parts/b.css": {Data: []byte("q { background: url(../../img/x.png) }")},
		"img/x.png":       {Data: []byte("\x89PNG")},
		"js/a.js":         {Data: []byte("import { n } from \"./b.js\";\nalert(n);")},
		"js/b.js":         {Data: []byte("export const n = 42;")},
	}, newMinifier())
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	if len(got) != 3 {
		t.Errorf("%d assets, want the style sheet, the script and the picture", len(got))
	}
	style := string(got["css/a.css"].data)
	if want := "url(../img/x." + strings.Split(got["img/x.png"].url, ".")[1] + ".png)"; !strings.Contains(style, want) || !strings.Contains(style, "red") {
		t.Errorf("%q lacks %s or its own rules", style, want)
	}
	if script := string(got["js/a.js"].data); !strings.Contains(script, "42") || strings.Contains(script, "import") {
		t.Errorf("the script is not whole: %s", script)
	}
}

// A comment that names a file does not make it a part; files that import each
// other are parts, as before.
func TestAssetsThatSeemImported(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"a comment", map[string]string{"js/a.js": "// import \"./b.js\"\nalert(1)", "js/b.js": "alert(2)"}, "js/a.js js/b.js"},
		{"a part", map[string]string{"js/a.js": "import \"./b.js\"; alert(1)", "js/b.js": "alert(2)"}, "js/a.js"},
		{"a part of a part", map[string]string{"css/a.css": "@import './b.css';", "css/b.css": "@import url(\"./c.css\");", "css/c.css": "p{color:red}"}, "css/a.css"},
		{"without a point", map[string]string{"css/a.css": "@import 'b.css';", "css/b.css": "p{color:red}"}, "css/a.css"},
		{"each other", map[string]string{"js/a.js": "import \"./b.js\"", "js/b.js": "import \"./a.js\""}, ""},
		{"each other, beside one", map[string]string{"js/a.js": "import \"./b.js\"", "js/b.js": "import \"./a.js\"", "js/c.js": "alert(1)"}, "js/c.js"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := fstest.MapFS{}
			for name, text := range c.files {
				files[name] = &fstest.MapFile{Data: []byte(text)}
			}
			got, findings, err := readAssets(files, newMinifier())
			if err != nil || len(findings) > 0 {
				t.Fatal(err, findings)
			}
			if names := strings.Join(slices.Sorted(maps.Keys(got)), " "); names != c.want {
				t.Errorf("got %q, want %q", names, c.want)
			}
		})
	}
}

// The name of an asset is that of its content, and of what its content names.
func TestAssetNamesFollowTheirContent(t *testing.T) {
	name := func(picture string) string {
		got, _, err := readAssets(fstest.MapFS{
			"css/a.css": {Data: []byte("p{background:url(../img/x.png)}")},
			"img/x.png": {Data: []byte(picture)},
		}, newMinifier())
		if err != nil {
			t.Fatal(err)
		}
		return got["css/a.css"].url
	}
	first, again, other := name("a"), name("a"), name("b")
	if first != again || first == other {
		t.Errorf("%s, %s, %s", first, again, other)
	}
}

func TestAssetErrors(t *testing.T) {
	tests := []struct {
		name, file, text string
		rule             *diag.Rule
		line             int
	}{
		{"script with a syntax error", "js/a.js", "var a = 1;\nvar b = ;", badAsset, 2},
		{"missing picture", "css/a.css", "p{}\nq{background:url(gone.png)}", unknownAsset, 2},
		{"missing part of a style sheet", "css/a.css", "\n@import \"./gone.css\";", unknownAsset, 2},
		{"missing part of a script", "js/a.js", "import \"./gone.js\"", unknownAsset, 1},
		{"part out of the folder", "js/a.js", "import \"../../../etc/passwd\"", unknownAsset, 1},
		{"part from elsewhere", "js/a.js", "import \"https://evil.example/x.js\"", unknownAsset, 1},
		{"picture from elsewhere", "css/a.css", "p{background:url(https://evil.example/x.png)}", unknownAsset, 1},
	}
	for _, tt := range tests {
		_, findings, err := readAssets(fstest.MapFS{tt.file: {Data: []byte(tt.text)}}, newMinifier())
		if err != nil {
			t.Fatal(err)
		}
		if len(findings) != 1 || findings[0].Code != tt.rule.Code || findings[0].File != "assets/"+tt.file || findings[0].Line != tt.line {
			t.Errorf("%s: %v", tt.name, findings)
		}
	}
}
