package glossary

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// has reports whether a word finds another.
func (s Synonyms) has(word, finds string) bool {
	return slices.ContainsFunc(s.Synonyms, func(e Synonym) bool {
		return slices.Contains(e.Words, word) && (slices.Contains(e.Words, finds) || slices.Contains(e.Find, finds))
	})
}

func TestLoadSynonyms(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"none":          {"", ""},
		"good":          {"synonyms:\n  - words: [甲乙, 丙丁]\n  - {words: [戊己], find: [庚辛]}\n", ""},
		"unknown key":   {"synonyms:\n  - {words: [甲乙, 丙丁], also: [戊己]}\n", "s.yaml:2:5: error: the synonyms cannot be read: yaml: unmarshal errors:\n  line 2: field also not found"},
		"wrong type":    {"synonyms:\n  - 甲乙\n", "cannot be read"},
		"one word":      {"synonyms:\n  - words: [甲乙]\n", "expected at least two words"},
		"no word":       {"synonyms:\n  - find: [甲乙, 丙丁]\n", "expected at least two words"},
		"one character": {"synonyms:\n  - words: [车, 汽车]\n", `"车": expected two characters or more`},
		"sentence":      {"synonyms:\n  - words: [甲乙, 一二三四五六七八九十一二三]\n", "no sentence"},
	} {
		fsys := fstest.MapFS{}
		if c.file != "" {
			fsys["s.yaml"] = &fstest.MapFile{Data: []byte(c.file)}
		}
		s, findings, err := LoadSynonyms(fsys, "s.yaml")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := ""
		for _, f := range findings {
			got += f.String()
		}
		if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: findings %q, want %q", name, got, c.want)
		}
		if !s.has("社保", "社会保险") || s.has("甲乙", "丙丁") != (name == "good") {
			t.Errorf("%s: the words of the program and of the project are not both there", name)
		}
	}
	for file, want := range map[string]string{
		"synonym: []\n":            "field synonym not found",
		"synonyms: [\n":            "s.yaml",
		"defaults: sometimes\n":    "s.yaml",
		"ignored: {a: b}\n":        "s.yaml",
		"- synonyms\n- defaults\n": "s.yaml",
	} {
		if _, _, err := LoadSynonyms(fstest.MapFS{"s.yaml": {Data: []byte(file)}}, "s.yaml"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want an error with %q", file, err, want)
		}
	}
}

// A project may do without the words of the program.
func TestSynonymsWithoutDefaults(t *testing.T) {
	file := "defaults: false\nignored: [请问]\nsynonyms:\n  - words: [甲乙, 丙丁]\n"
	s, findings, err := LoadSynonyms(fstest.MapFS{"s.yaml": {Data: []byte(file)}}, "s.yaml")
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	if len(s.Synonyms) != 1 || !s.has("丙丁", "甲乙") || !slices.Equal(s.Ignored, []string{"请问"}) {
		t.Errorf("got %+v", s)
	}
}

// The file that the program carries has no entry that is wrong.
func TestDefaultSynonyms(t *testing.T) {
	var file synonymsFile
	if _, err := readStrict(defaultSynonyms, "synonyms.yaml", &file); err != nil {
		t.Fatal(err)
	}
	var s Synonyms
	for _, f := range s.add(file, "synonyms.yaml") {
		t.Error(f)
	}
	if s.has("餐饮", "小吃店") || !s.has("小吃店", "餐饮") {
		t.Error("find works both ways")
	}
}
