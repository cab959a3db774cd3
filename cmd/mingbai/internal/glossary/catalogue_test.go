package glossary

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
)

func sample() *Catalogue {
	return &Catalogue{Document: "tea-2023", From: plan.Zh, To: plan.En, Entries: []Entry{
		{Key: "tea/m01#title", Source: "加大“力度”\\和<力度>", Target: "More \"effort\" & <effort>", State: plan.Draft, File: "seeds/tea.txt", Line: 13, Doubt: "a slip", Note: "asked the office"},
		{Key: "tea/m01#1", Source: "新的文字。", Target: "Old words.", Previous: "旧的文字。", Fuzzy: true, State: plan.Reviewed, File: "seeds/tea.txt", Line: 13},
		{Key: "tea/m02#1", Source: "还没有译文。", File: "seeds/tea.txt", Line: 14},
		{Key: "tea/m03#1", Source: "正式译文。", Target: "Official.", State: plan.Official, File: "seeds/tea.txt", Line: 15},
	}}
}

func TestCatalogueRoundTrip(t *testing.T) {
	want := sample()
	got, err := ReadCatalogue("t.po", want.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("PO: %s", d)
	}
	if !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Error("PO: written twice it is not the same file")
	}
	x, err := want.XLIFF()
	if err != nil {
		t.Fatal(err)
	}
	got, err = ReadXLIFF("t.xlf", bytes.NewReader(x))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("XLIFF: %s", d)
	}
}

// TestForeignHeader proves that what a translation tool notes in the header is
// kept.
func TestForeignHeader(t *testing.T) {
	want := strings.Replace(string(sample().Bytes()), "8bit\\n\"\n", "8bit\\n\"\n\"X-Generator: Poedit 3.4\\n\"\n\"Last-Translator: A Person <a@example.org>\\n\"\n", 1)
	c, err := ReadCatalogue("t.po", []byte(want))
	if err != nil || len(c.Header) != 2 {
		t.Fatalf("%v, header %q", err, c.Header)
	}
	if got := string(c.Bytes()); got != want {
		t.Error(cmp.Diff(want, got))
	}
}

func TestSync(t *testing.T) {
	c := sample()
	c.Sync("seeds/tea.txt", []Text{
		{"tea/m01#title", "加大力度", 20},  // changed
		{"tea/m01#1", "旧的文字。", 21},     // changed back
		{"tea/m02#1", "还没有译文，改了。", 22}, // changed, had no translation
		{"tea/m04#1", "正式译文。", 23},     // moved from m03
		{"tea/m05#1", "全新。", 24},
	})
	want := []Entry{
		{Key: "tea/m01#title", Source: "加大力度", Previous: "加大“力度”\\和<力度>", Fuzzy: true, Target: "More \"effort\" & <effort>", State: plan.Draft, File: "seeds/tea.txt", Line: 20, Doubt: "a slip", Note: "asked the office"},
		{Key: "tea/m01#1", Source: "旧的文字。", Target: "Old words.", State: plan.Reviewed, File: "seeds/tea.txt", Line: 21},
		{Key: "tea/m02#1", Source: "还没有译文，改了。", File: "seeds/tea.txt", Line: 22},
		{Key: "tea/m04#1", Source: "正式译文。", Target: "Official.", State: plan.Official, File: "seeds/tea.txt", Line: 23},
		{Key: "tea/m05#1", Source: "全新。", File: "seeds/tea.txt", Line: 24},
	}
	if d := cmp.Diff(want, c.Entries); d != "" {
		t.Error(d)
	}
	c.Sync("seeds/tea.txt", []Text{{"tea/m01#1", "旧的文字。", 1}})
	if len(c.Entries) != 3 || c.Entries[0].Target != "Old words." {
		t.Errorf("texts that are gone lose their translations: %v", c.Entries)
	}
}

// TestSyncInsertion proves that a text put in above moves every translation with
// its source.
func TestSyncInsertion(t *testing.T) {
	c := &Catalogue{Entries: []Entry{
		{Key: "m#1", Source: "甲", Target: "A", State: plan.Draft}, {Key: "m#2", Source: "乙", Target: "B", State: plan.Draft},
		{Key: "m#3", Source: "乙", Target: "B again", State: plan.Draft},
	}}
	c.Sync("f", []Text{{"m#1", "新", 1}, {"m#2", "甲", 2}, {"m#3", "乙", 3}, {"m#4", "乙", 4}})
	var got []string
	for _, e := range c.Entries {
		got = append(got, fmt.Sprintf("%s %s=%s %v", e.Key, e.Source, e.Target, e.Fuzzy))
	}
	want := []string{"m#1 新= false", "m#2 甲=A false", "m#3 乙=B again false", "m#4 乙=B false"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestForeignMarks proves that what other tools leave in a file is kept: a byte
// order mark is no error, credits and obsolete entries stay.
func TestForeignMarks(t *testing.T) {
	text := "# Translated by A Person\n" + string(sample().Bytes()) + "\n#~ msgid \"旧\"\n#~ msgstr \"old\"\n"
	c, err := ReadCatalogue("t.po", []byte("\ufeff"+text))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(c.Bytes()); got != text {
		t.Error(cmp.Diff(text, got))
	}
}

func TestXLIFFOfTools(t *testing.T) {
	const form = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh-CN" trgLang="en"><file id="f"><unit id="u1" name="k">%s</unit></file><file id="g"><unit id="u2" name="l"><segment><source>丙</source></segment></unit></file></xliff>`
	cut := `<segment state="reviewed"><source>甲。</source><target>A. </target></segment><segment state="translated"><source>乙。</source><target>B.</target></segment>`
	c, err := ReadXLIFF("t.xlf", strings.NewReader(fmt.Sprintf(form, cut)))
	if err != nil {
		t.Fatal(err)
	}
	want := []Entry{{Key: "k", Source: "甲。乙。", Target: "A. B.", State: plan.Draft}, {Key: "l", Source: "丙"}}
	if d := cmp.Diff(want, c.Entries); d != "" {
		t.Error(d)
	}
	inline := `<segment><source>甲<pc id="1">乙</pc></source></segment>`
	if _, err := ReadXLIFF("t.xlf", strings.NewReader(fmt.Sprintf(form, inline))); err == nil || !strings.Contains(err.Error(), "inline element <pc>") {
		t.Errorf("inline elements: %v", err)
	}
}

func TestMerge(t *testing.T) {
	c := sample()
	work := sample()
	work.Entries[2].Target, work.Entries[2].State = "Done.", plan.Draft
	work.Entries[3].Source, work.Entries[3].Target = "从前的原文。", "Bettered."
	work.Entries = append(work.Entries, Entry{Key: "tea/m99#1", Target: "x", State: plan.Draft})
	taken, unknown := c.Merge(work)
	if taken != 2 || cmp.Diff([]string{"tea/m99#1"}, unknown) != "" {
		t.Errorf("taken %d, unknown %v", taken, unknown)
	}
	if e := c.Entries[2]; e.Target != "Done." || e.Fuzzy {
		t.Errorf("a new translation: %+v", e)
	}
	if e := c.Entries[3]; e.Target != "Bettered." || !e.Fuzzy || e.Source != "正式译文。" || e.Previous != "从前的原文。" {
		t.Errorf("a translation of an older source: %+v", e)
	}
}

func TestCount(t *testing.T) {
	want := Count{Texts: 4, Missing: 1, Draft: 1, Reviewed: 1, Official: 1, Fuzzy: 1, Doubts: 1}
	if got := sample().Count(); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestUnreadableCatalogues(t *testing.T) {
	header := "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\n"
	for name, c := range map[string]struct{ text, want string }{
		"no header":   {"msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n", "t.po:1: no header"},
		"no key":      {header + "msgid \"b\"\nmsgstr \"c\"\n", "no msgctxt"},
		"key twice":   {header + "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n\nmsgctxt \"a\"\nmsgid \"d\"\nmsgstr \"e\"\n", `"a" comes twice`},
		"wrong state": {header + "#. state: perfect\nmsgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n", `state "perfect"`},
		"not PO":      {"{}\n", "t.po:1: "},
		"a plural":    {header + "msgctxt \"a\"\nmsgid \"b\"\nmsgid_plural \"bs\"\nmsgstr[0] \"c\"\n", "no plurals"},
	} {
		if _, err := ReadCatalogue("t.po", []byte(c.text)); err == nil || !strings.HasPrefix(err.Error(), "t.po") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	const xliff = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="%s" trgLang="en"><file id="f"><unit id="u1" name="%s"><segment state="%s"><source>a</source></segment></unit></file></xliff>`
	for name, c := range map[string]struct{ text, want string }{
		"not XML":     {"msgid", "not an XLIFF 2.0 document"},
		"XLIFF 1.2":   {`<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"/>`, "not an XLIFF 2.0 document"},
		"languages":   {strings.NewReplacer("%s", "fr").Replace(xliff), `from "fr"`},
		"wrong state": {strings.Replace(strings.Replace(strings.Replace(xliff, "%s", "zh-CN", 1), "%s", "k", 1), "%s", "done", 1), `state "done"`},
		"no name":     {strings.Replace(strings.Replace(strings.Replace(xliff, "%s", "zh-CN", 1), "%s", "", 1), "%s", "final", 1), "no name"},
	} {
		if _, err := ReadXLIFF("t.xlf", strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func FuzzReadCatalogue(f *testing.F) {
	f.Add(sample().Bytes())
	x, err := sample().XLIFF()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(x)
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, err := ReadCatalogue("f.po", data); err == nil {
			first := c.Bytes()
			again, err := ReadCatalogue("again.po", first)
			if err != nil || !bytes.Equal(again.Bytes(), first) {
				t.Fatalf("%q is written as %q, which is not read back: %v", data, first, err)
			}
		}
		if c, err := ReadXLIFF("f.xlf", bytes.NewReader(data)); err == nil {
			if _, err := c.XLIFF(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
