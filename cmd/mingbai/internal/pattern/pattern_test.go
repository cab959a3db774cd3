package pattern

import (
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// A pattern finds what the expression finds.
func TestAsRegexp(t *testing.T) {
	const expression, text = `(\d+)年(\d+)?月?`, "2022年6月, 2023年"
	p, re := New(expression), regexp.MustCompile(expression)
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"MatchString", p.MatchString(text), re.MatchString(text)},
		{"FindString", p.FindString(text), re.FindString(text)},
		{"FindStringIndex", p.FindStringIndex(text), re.FindStringIndex(text)},
		{"FindStringSubmatch", p.FindStringSubmatch(text), re.FindStringSubmatch(text)},
		{"FindSubmatch", p.FindSubmatch([]byte(text)), re.FindSubmatch([]byte(text))},
		{"FindStringSubmatchIndex", p.FindStringSubmatchIndex(text), re.FindStringSubmatchIndex(text)},
		{"FindAllStringIndex", p.FindAllStringIndex(text, -1), re.FindAllStringIndex(text, -1)},
		{"FindAllStringSubmatch", p.FindAllStringSubmatch(text, 1), re.FindAllStringSubmatch(text, 1)},
		{"FindAllStringSubmatchIndex", p.FindAllStringSubmatchIndex(text, -1), re.FindAllStringSubmatchIndex(text, -1)},
		{"Split", p.Split(text, -1), re.Split(text, -1)},
		{"ReplaceAllString", p.ReplaceAllString(text, "$1"), re.ReplaceAllString(text, "$1")},
		{"ReplaceAllStringFunc", p.ReplaceAllStringFunc(text, strings.ToUpper), re.ReplaceAllStringFunc(text, strings.ToUpper)},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, c.got, c.want)
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	p := New(`^a+$`)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if !p.MatchString("aaa") {
				t.Error("no match")
			}
		})
	}
	all.Wait()
}

func TestWrongExpression(t *testing.T) {
	p := New(`(`)
	defer func() {
		if recover() == nil {
			t.Error("a wrong expression was used without a panic")
		}
	}()
	p.MatchString("")
}
