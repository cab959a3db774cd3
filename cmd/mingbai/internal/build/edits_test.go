package build

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"mingbai/layouts"
)

// edit does one of the things that happen to a project, and says which.
func (h *history) edit() string {
	all := []func() string{
		h.editBody, h.editBody, h.editBody, h.editTitle, h.editTitle, h.editFact, h.editFact,
		h.addMeasure, h.removePage, h.renameFile, h.linkPages, h.editDepartment,
		h.editConfig, h.editLayout, h.editAsset, h.editWords, h.touch, h.revert, h.revert, h.revert,
		h.damageCache, h.damagePublic, h.damagePublic, h.breakFront, h.ownFile,
	}
	all = append(append(all, h.factEdits()...), h.placeEdits()...)
	if h.simple { // mostly words, and nothing wrong for long
		all = append(all, slices.Repeat([]func() string{h.editBody, h.editBody, h.editNumbers, h.revertAll}, len(all)/4)...)
	}
	if h.refused && h.rand.IntN(4) > 0 {
		h.restore(h.good)
		return "undone"
	}
	what := all[h.rand.IntN(len(all))]()
	if h.rand.IntN(4) == 0 { // two at once
		what += ", " + all[h.rand.IntN(len(all))]()
	}
	return what
}

// pick gives a file of the project whose path matches; "" where there is none.
func (h *history) pick(form string) string {
	re := regexp.MustCompile(form)
	var names []string
	for _, name := range slices.Sorted(maps.Keys(h.project())) {
		if re.MatchString(filepath.ToSlash(name)) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return names[h.rand.IntN(len(names))]
}

// on changes a file and says so.
func (h *history) on(what, form string, change func(string) string) string {
	name := h.pick(form)
	if name == "" {
		return what + " nothing"
	}
	h.change(name, change)
	return what + " " + strings.TrimPrefix(filepath.ToSlash(name), filepath.ToSlash(h.o.Root)+"/")
}

const (
	anyPage    = `content/.*\.(zh|en)\.md$`
	anyMeasure = `content/.*/m\d+[^/]*\.zh\.md$`
)

func (h *history) word() string {
	words := []string{"提速", "增效", "普惠", "便民", "稳岗", "纾困", "减税", "降费"}
	return words[h.rand.IntN(len(words))]
}

func (h *history) editBody() string {
	word := h.word()
	return h.on("body of", anyPage, func(s string) string {
		head, body, ok := cutFront(s)
		if !ok || !strings.Contains(body, " {#") {
			return s
		}
		return head + strings.Replace(body, " {#", word+" {#", 1)
	})
}

// editNumbers makes the two languages say different things, which is found.
func (h *history) editNumbers() string {
	n := 100 + h.rand.IntN(900)
	return h.on("numbers of", anyMeasure, func(s string) string {
		head, body, _ := cutFront(s)
		return head + strings.Replace(body, " {#", fmt.Sprintf("共%d家。 {#", n), 1)
	})
}

// cutFront cuts a file behind its front matter.
func cutFront(s string) (head, body string, ok bool) {
	at := strings.Index(s, "\n---\n")
	if at < 0 {
		return s, "", false
	}
	return s[:at+5], s[at+5:], true
}

var titleLine = regexp.MustCompile(`(?m)^title: (.*)$`)

func (h *history) editTitle() string {
	word := h.word()
	return h.on("title of", anyPage, func(s string) string {
		if h.rand.IntN(6) == 0 {
			return titleLine.ReplaceAllString(s, "")
		}
		return titleLine.ReplaceAllString(s, "title: "+word+"$1")
	})
}

var dayForm = regexp.MustCompile(`(end|start): 20\d\d-`)

func (h *history) editFact() string {
	year := 2020 + h.rand.IntN(10)
	return h.on("facts of", anyMeasure, func(s string) string {
		if h.rand.IntN(3) == 0 {
			return strings.Replace(s, "role: responsible", "role: lead", 1)
		}
		return dayForm.ReplaceAllString(s, fmt.Sprintf("${1}: %d-", year))
	})
}

// addMeasure copies both files of a measure under another id.
func (h *history) addMeasure() string {
	zh := h.pick(anyMeasure)
	if zh == "" {
		return "no measure to copy"
	}
	id := frontID(h.T, zh)
	n := 50 + h.rand.IntN(40)
	for _, lang := range []string{"zh", "en"} {
		from := strings.TrimSuffix(zh, "zh.md") + lang + ".md"
		data, err := os.ReadFile(from)
		if err != nil {
			continue
		}
		text := strings.Replace(string(data), "id: "+id, fmt.Sprintf("id: %s/m%d", id[:strings.LastIndex(id, "/")], n), 1)
		h.write(filepath.Join(filepath.Dir(from), fmt.Sprintf("m%d.%s.md", n, lang)), text)
	}
	return fmt.Sprintf("measure m%d from %s", n, id)
}

func (h *history) write(name, text string) {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		h.Fatal(err)
	}
	if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
		h.try(os.Remove(name)) // a link, which is not written through
	}
	h.try(os.WriteFile(name, []byte(text), 0o644))
}

func (h *history) removePage() string {
	zh := h.pick(anyMeasure)
	for _, name := range []string{zh, strings.TrimSuffix(zh, "zh.md") + "en.md"} {
		_ = os.Remove(name) // the English file may be missing
	}
	return "removed " + filepath.Base(zh)
}

func (h *history) renameFile() string {
	zh := h.pick(anyMeasure)
	if zh == "" {
		return "nothing to rename"
	}
	stem := strings.TrimSuffix(zh, ".zh.md")
	for _, lang := range []string{".zh.md", ".en.md"} {
		_ = os.Rename(stem+lang, stem+"-renamed"+lang)
	}
	return "renamed " + filepath.Base(zh)
}

// linkPages makes a body lead to another page's file, which may go or move.
func (h *history) linkPages() string {
	to := h.pick(anyMeasure)
	return h.on("link in", anyMeasure, func(s string) string {
		return s + "\n另见[" + h.word() + "](" + filepath.Base(to) + ")。\n"
	})
}

func (h *history) editDepartment() string {
	word := h.word()
	return h.on("department", `content/departments/.*\.md$`, func(s string) string {
		if h.rand.IntN(2) == 0 {
			return s + "\n" + word + "。\n"
		}
		return titleLine.ReplaceAllString(s, "title: $1"+word)
	})
}

func (h *history) editConfig() string {
	return h.on("configuration", `content/site\.yaml$`, func(s string) string {
		switch h.rand.IntN(3) {
		case 0:
			return s + "\nsoonDays: " + fmt.Sprint(1+h.rand.IntN(400)) + "\n" // twice is a finding
		case 1:
			return s + "# " + h.word() + "\n"
		}
		return strings.Replace(s, "name:", "elderPages: false\nname:", 1)
	})
}

func (h *history) editLayout() string {
	names := []string{"_footer.html", "measure.html", "home.html", "_head.html"}
	name := names[h.rand.IntN(len(names))]
	data, err := layouts.FS.ReadFile(name)
	if err != nil {
		h.Fatal(err)
	}
	file := filepath.Join(h.o.Root, "layouts", name)
	if h.rand.IntN(3) == 0 {
		_ = os.Remove(file) // it may not be there
		return "without layout " + name
	}
	h.write(file, strings.Replace(string(data), "</p>", "<b>"+h.word()+"</b></p>", 1))
	return "layout " + name
}

func (h *history) editAsset() string {
	file := filepath.Join(h.o.Root, "assets", "own.txt")
	if h.rand.IntN(3) == 0 {
		_ = os.Remove(file) // it may not be there
		return "without asset"
	}
	h.write(file, h.word())
	return "asset"
}

func (h *history) editWords() string {
	h.write(filepath.Join(h.o.Root, "seeds", "synonyms.yaml"), "synonyms:\n  - { words: ["+h.word()+", 优惠] }\n")
	return "synonyms"
}

func (h *history) touch() string {
	name := h.pick(anyPage)
	now := time.Now()
	if err := os.Chtimes(name, now, now); err != nil {
		h.Fatal(err)
	}
	return "touched " + filepath.Base(name)
}

// revert makes the project what it was at first, or one file of it.
func (h *history) revert() string {
	if h.rand.IntN(3) > 0 {
		names := slices.Sorted(maps.Keys(h.first))
		name := names[h.rand.IntN(len(names))]
		h.write(name, h.first[name])
		return "reverted " + filepath.Base(name)
	}
	return h.revertAll()
}

func (h *history) revertAll() string {
	h.restore(h.first)
	return "reverted everything"
}

// restore makes the project what it was once.
func (h *history) restore(want map[string]string) {
	have := h.project()
	for name := range have {
		if _, ok := want[name]; !ok {
			h.try(os.Remove(name))
			for dir := filepath.Dir(name); os.Remove(dir) == nil; dir = filepath.Dir(dir) {
				continue // a folder without files is a finding
			}
		}
	}
	for name, text := range want {
		info, err := os.Lstat(name)
		if now, ok := have[name]; !ok || now != text || err != nil || !info.Mode().IsRegular() {
			h.write(name, text)
		}
	}
}

// breakFront makes an error, which the next revert mends.
func (h *history) breakFront() string {
	return h.on("broken", anyMeasure, func(s string) string { return strings.Replace(s, "---\n", "---\nnonsense: 1\n", 1) })
}
