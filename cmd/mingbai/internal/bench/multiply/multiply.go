// Package multiply makes a large project of a small one: every document many
// times, each copy under another id, at another address and in other years, so
// that a site of any size can be built of real texts.
package multiply

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// departments is the folder of content/ that holds no document.
const departments = "departments"

// suppressions is the file of findings that translators have explained, each
// named by the page that it is about.
const suppressions = "seeds/translations/suppressions.yaml"

// Project writes the project in the folder from, with its documents so many
// times, into the folder to.
func Project(from, to string, times int) error {
	if err := os.MkdirAll(filepath.Join(to, "public"), 0o777); err != nil {
		return err
	}
	for _, dir := range []string{"layouts", "assets", "seeds"} {
		if err := copyTree(filepath.Join(from, dir), filepath.Join(to, dir), keep); err != nil {
			return err
		}
	}
	content := filepath.Join(from, "content")
	entries, err := os.ReadDir(content)
	if err != nil {
		return err
	}
	for _, e := range entries {
		source, target := filepath.Join(content, e.Name()), filepath.Join(to, "content", e.Name())
		if !e.IsDir() || e.Name() == departments {
			if err := copyTree(source, target, keep); err != nil {
				return err
			}
			continue
		}
		id, err := idOf(filepath.Join(source, "_index.zh.md"))
		if err != nil {
			return err
		}
		for n := range times {
			if err := copyDocument(source, target, id, n); err != nil {
				return err
			}
		}
		if err := explain(filepath.Join(to, suppressions), id, times); err != nil {
			return err
		}
	}
	return nil
}

// suffix is behind the names of the nth copy.
func suffix(n int) string { return fmt.Sprintf("-%03d", n+1) }

// explain repeats for the copies of a document what the file says of it.
func explain(file, id string, times int) error {
	data, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	_, list, _ := strings.Cut(string(data), "\nsuppressions:\n")
	for n := 1; n < times; n++ {
		copied := strings.NewReplacer("text: "+id+"/", "text: "+id+suffix(n)+"/", "text: "+id+"#", "text: "+id+suffix(n)+"#")
		data = append(data, copied.Replace(list)...)
	}
	return os.WriteFile(file, data, 0o666)
}

// copyDocument writes the nth copy of a document; the first is the document.
func copyDocument(source, target, id string, n int) error {
	if n == 0 {
		return copyTree(source, target, keep)
	}
	ids := strings.NewReplacer("id: "+id+"/", "id: "+id+suffix(n)+"/", "id: "+id+"\n", "id: "+id+suffix(n)+"\n",
		"parent: "+id+"/", "parent: "+id+suffix(n)+"/")
	return copyTree(source, target+suffix(n), func(name, text string) string {
		if filepath.Ext(name) != ".md" {
			return text
		}
		return shiftYears(ids.Replace(text), n%9)
	})
}

var idLine = regexp.MustCompile(`(?m)^id: (\S+)$`)

// idOf is the id of a document, from its file.
func idOf(file string) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	m := idLine.FindSubmatch(data)
	if m == nil {
		return "", fmt.Errorf("%s: no line with an id", file)
	}
	return string(m[1]), nil
}

// year is a year in a text, and sourceLine the line that names the document as
// issued, in whose name and sums no number is a year.
var (
	year       = regexp.MustCompile(`\b20[1-3]\d\b`)
	sourceLine = regexp.MustCompile(`(?m)^source: .*$`)
)

// shiftYears moves all years of a text.
func shiftYears(text string, by int) string {
	shift := func(s string) string {
		return year.ReplaceAllStringFunc(s, func(y string) string {
			n, err := strconv.Atoi(y)
			if err != nil {
				return y
			}
			return strconv.Itoa(n + by)
		})
	}
	out, at := "", 0
	for _, line := range sourceLine.FindAllStringIndex(text, -1) {
		out += shift(text[at:line[0]]) + text[line[0]:line[1]]
		at = line[1]
	}
	return out + shift(text[at:])
}

// keep leaves a text as it is.
func keep(_, text string) string { return text }

// copyTree copies a file or a folder, without what is hidden, changing texts. A
// folder that is not there is an empty one.
func copyTree(from, to string, change func(name, text string) string) error {
	if _, err := os.Lstat(from); os.IsNotExist(err) {
		return nil
	}
	return filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		switch {
		case strings.HasPrefix(d.Name(), ".") && rel != ".":
			return nil
		case d.IsDir():
			return os.MkdirAll(target, 0o777)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
			return err
		}
		return os.WriteFile(target, []byte(change(name, string(data))), 0o666)
	})
}
