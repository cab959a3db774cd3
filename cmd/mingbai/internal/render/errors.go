package render

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/diag"
)

// templateError is how text/template and html/template write their errors:
// "template: NAME:LINE:COLUMN: executing …", the column only when executing.
var templateError = regexp.MustCompile(`^(?:html/)?template: ?([^:\s]+):(\d+):(?:(\d+):)? ?(.*)$`)

// failure makes a finding of an error of a layout.
func (l layoutSet) failure(err error, name string) diag.Finding {
	pos := diag.Position{}
	message := firstLine(err.Error())
	if m := templateError.FindStringSubmatch(message); m != nil {
		name, message = m[1], m[4]
		pos.Line, _ = strconv.Atoi(m[2])
		pos.Column = column(l.texts[name], pos.Line, m[3])
	}
	pos.File = "layouts/" + name
	f := badLayout.At(pos, message)
	if hint, ok := layoutHint(message); ok {
		f.Hint = hint
	}
	return f
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// column counts the characters up to a place that the template package gives
// in bytes from 0. A syntax error has no place: then it is that of the first
// action in the line, and 0 where there is none.
func column(text string, line int, bytes string) int {
	lines := strings.Split(text, "\n")
	if line < 1 || line > len(lines) {
		return 0
	}
	at := strings.Index(lines[line-1], "{{")
	if n, err := strconv.Atoi(bytes); err == nil && n <= len(lines[line-1]) {
		at = n
	}
	return utf8.RuneCountInString(lines[line-1][:max(at, 0)]) + min(at+1, 1)
}

// layoutHints say what commonly stands behind an error.
var layoutHints = []struct {
	in   string
	hint diag.Text
}{
	{"unexpected EOF", diag.Text{En: "an {{if}}, {{range}}, {{with}} or {{define}} lacks its {{end}}", Zh: "某个 {{if}}、{{range}}、{{with}} 或 {{define}} 缺少对应的 {{end}}"}},
	{"unexpected {{end}}", diag.Text{En: "there is one {{end}} too many", Zh: "多了一个 {{end}}"}},
	{"unclosed action", diag.Text{En: "close the action with }} on the same line or inside its parentheses", Zh: "请用 }} 结束该指令"}},
	{"can't evaluate field", diag.Text{En: "the layout asks for a value that this page does not have; compare it with the layout that mingbai carries", Zh: "布局引用了该页面没有的数据，请与 mingbai 自带的布局对照"}},
	{"no interface word", diag.Text{En: "correct the key after t; the layouts that mingbai carries show which there are", Zh: "请更正 t 后面的键名，可对照 mingbai 自带的布局"}},
	{"not defined", diag.Text{En: "correct the name; functions are t and those of Go templates", Zh: "请更正名称，可用的函数有 t 和 Go 模板自带的函数"}},
	{"no such template", diag.Text{En: "correct the name after template; parts are files whose names begin with _", Zh: "请更正 template 后面的名称，部件是文件名以 _ 开头的布局"}},
	{"ends in a non-text context", diag.Text{En: "an HTML tag or attribute is not closed", Zh: "有 HTML 标签或属性没有闭合"}},
}

func layoutHint(message string) (diag.Text, bool) {
	for _, h := range layoutHints {
		if strings.Contains(message, h.in) {
			return h.hint, true
		}
	}
	return diag.Text{}, false
}

// minifyError is how the minifier writes where it met an error.
var minifyError = regexp.MustCompile(`on line (\d+) and column (\d+)`)

// positionIn is where in a file a minifier met an error, as far as it tells.
func positionIn(file string, err error) diag.Position {
	pos := diag.Position{File: file}
	if m := minifyError.FindStringSubmatch(err.Error()); m != nil {
		pos.Line, _ = strconv.Atoi(m[1])
		pos.Column, _ = strconv.Atoi(m[2])
	}
	return pos
}
