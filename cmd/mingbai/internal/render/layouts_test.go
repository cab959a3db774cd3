package render

import (
	"strings"
	"testing"

	"mingbai/assets"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/layout"
	"mingbai/layouts"
)

func TestLayoutOfTheProject(t *testing.T) {
	own := overlay(t, layouts.FS, map[string]string{
		"about.html": `{{define "main"}}<h1>{{.Heading.Text}}</h1><p>{{t "page.home"}} {{.Lang}}</p>{{end}}`,
	})
	files, findings, err := Render(t.Context(), project(t, nil), own, assets.FS)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	if !strings.Contains(string(files["en/about.html"]), "<h1>About this site</h1><p>Home en</p>") {
		t.Errorf("the project's layout was not used: %s", files["en/about.html"])
	}
}

func TestLayoutErrors(t *testing.T) {
	tests := []struct {
		name, file, text string
		rule             *diag.Rule
		at               diag.Position
		message, hint    string
	}{
		{
			"unclosed action", "about.html", "{{define \"main\"}}\n<p>你好{{if}</p>\n{{end}}", badLayout,
			diag.Position{File: "layouts/about.html", Line: 2, Column: 6}, "bad character", "",
		},
		{
			"missing end", "about.html", "{{define \"main\"}}\n{{if .Lang}}<p>x</p>\n{{end}}", badLayout,
			diag.Position{File: "layouts/about.html", Line: 3, Column: 1}, "unexpected EOF", "lacks its {{end}}",
		},
		{
			"unknown value", "about.html", "{{define \"main\"}}\n<p>{{.Nonsense}}</p>{{end}}", badLayout,
			diag.Position{File: "layouts/about.html", Line: 2, Column: 6}, "can't evaluate field Nonsense", "does not have",
		},
		{
			"unknown word", "_asof.html", "{{t \"no.such.word\"}}", badLayout,
			diag.Position{File: "layouts/_asof.html", Line: 1, Column: 3}, `no interface word has the key "no.such.word"`, "correct the key",
		},
		{
			"unknown function", "base.html", "<p>\n  {{upper .Lang}}", badLayout,
			diag.Position{File: "layouts/base.html", Line: 2, Column: 3}, `function "upper" not defined`, "correct the name",
		},
		{
			"unknown part", "about.html", "{{define \"main\"}}{{template \"_none.html\"}}{{end}}", badLayout,
			diag.Position{File: "layouts/about.html", Line: 1, Column: 29}, `no such template "_none.html"`, "correct the name after template",
		},
		{
			"unclosed tag", "about.html", "{{define \"main\"}}<p class=\"{{if .Lang}}\">{{end}}{{end}}", badLayout,
			diag.Position{File: "layouts/about.html", Line: 1, Column: 33}, "end in different contexts", "",
		},
		{
			"broken shared part", "_footer.html", "{{.Nothing}}", badLayout,
			diag.Position{File: "layouts/_footer.html", Line: 1, Column: 3}, "can't evaluate field Nothing", "",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			own := overlay(t, layouts.FS, map[string]string{tt.file: tt.text})
			files, findings, err := Render(t.Context(), project(t, nil), own, assets.FS)
			if err != nil {
				t.Fatal(err)
			}
			if len(findings) == 0 {
				t.Fatal("no finding")
			}
			f := findings[0]
			if f.Code != tt.rule.Code || f.Position != tt.at || !strings.Contains(f.Message.En, tt.message) || !strings.Contains(f.Hint.En, tt.hint) {
				t.Errorf("got %s (hint %s)\nwant %s at %s: %s (hint %s)", f, f.Hint.En, tt.rule.Code, tt.at, tt.message, tt.hint)
			}
			if tt.file == "about.html" && files["zh/about.html"] != nil {
				t.Error("a page was made with the broken layout")
			}
			if tt.file == "about.html" && files["zh/timeline.html"] == nil {
				t.Error("a page that does not use the broken layout is missing")
			}
		})
	}
}

func TestMissingLayout(t *testing.T) {
	own := overlay(t, layouts.FS, nil)
	delete(own, "timeline.html")
	_, findings, err := Render(t.Context(), project(t, nil), own, assets.FS)
	if err != nil || len(findings) != 1 || findings[0].Code != noLayout.Code || findings[0].File != "layouts/timeline.html" {
		t.Errorf("error %v, findings %v", err, findings)
	}
}

func TestLayoutStats(t *testing.T) {
	s := project(t, nil)
	stats := &layout.Stats{}
	if _, _, err := Render(t.Context(), s, layouts.FS, assets.FS, WithLayoutStats(stats)); err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, c := range stats.All() {
		counts[c.Name] = c.Count
	}
	if counts["home.html"] != 2 || counts["_footer.html"] == 0 || counts["choice.html"] != 2 {
		t.Errorf("counted %v", counts)
	}
}
