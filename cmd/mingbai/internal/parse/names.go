package parse

import (
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// name is one organization of a list, as found (folded).
type name struct {
	text string
	open bool      // the list ends with 等
	role plan.Role // in a bracket behind it: 省财政厅（牵头）
	full string    // where the list says its ending once: 济南市政府 for 济南
}

var (
	// listTail is what makes a list open and is no part of a name.
	listTail = pattern.New(`等(?:省级|市级|中央|国务院|有关|相关|各|其他|[\d一二三四五六七八九十]+(?:个|家)?)*(?:部门|单位|地|地区|方面|机构)?(?:和单位|及单位|、单位)?$`)
	// oneBody is what separators do not split: 各州、市人民政府, 各市、县〔区〕政府.
	oneBody = pattern.New(`各?(?:有关|相关)?(?:[省州市县区旗盟地]|自治[州县区]|直辖市|计划单列市|新区)(?:[(\[][^)\]]{1,12}[)\]])?(?:(?:、|和|及|,)(?:各)?(?:[省州市县区旗盟地]|自治[州县区]|直辖市|计划单列市|新区)(?:[(\[][^)\]]{1,12}[)\]])?)+(?:级)?(?:(?:人民政府|政府|党委|有关部门|相关部门|部门|财政局|管委会)(?:[(\[][^)\]]{1,14}[)\]])?)?`)
	// joiners stand between two names.
	joiner = pattern.New(`^(?:会同|以及|及|和|与)`)
)

// splitNames splits a list of names. It walks from the left: a registered name
// that ends at a separator is taken whole, so that 省住房和城乡建设厅 stays one; else
// the list is cut at 、 and its like, and at 和 or 及 only between two bodies.
func splitNames(list string, known *resolver) []name {
	list = strings.Trim(list, separators)
	open := false
	if m := listTail.FindStringIndex(list); m != nil && m[0] > 0 {
		list, open = strings.TrimRight(list[:m[0]], separators), true
	}
	var names []name
	for list != "" {
		_, least := utf8.DecodeRuneInString(list) // whatever stands there, the walk goes on
		n := max(least, nextName(list, known))
		if s := strings.Trim(list[:n], separators); s != "" {
			if n := makeName(s); n.text != "" {
				names = append(names, n)
				if n.open {
					openAll(names)
				}
			}
		}
		list = strings.TrimLeft(list[n:], separators)
		if m := joiner.FindString(list); m != "" && len(names) > 0 {
			list = strings.TrimLeft(list[len(m):], separators)
		}
	}
	if open {
		openAll(names)
	}
	return names
}

// openAll marks a list that ends with 等.
func openAll(names []name) {
	for i := range names {
		names[i].open = true
	}
}

func cutTail(s string) (string, bool) {
	if m := listTail.FindStringIndex(s); m != nil && m[0] > 0 {
		return s[:m[0]], true
	}
	return s, false
}

var roleBehind = pattern.New(`^(.+?)\((牵头|主办|主责|负责|责任|配合|协办|参加|参与)(?:单位|部门)?\)$`)

// makeName strips from a name what is none of it: 由 before it, a role in a
// bracket behind it.
func makeName(s string) name {
	var n name
	n.text, n.open = cutTail(balanced(s))
	for _, w := range leading {
		if rest, ok := strings.CutPrefix(n.text, w); ok && utf8.RuneCountInString(rest) > 1 {
			n.text = strings.TrimLeft(rest, separators)
		}
	}
	if m := roleBehind.FindStringSubmatch(n.text); m != nil {
		n.text, n.role = m[1], roleOf(m[2])
	}
	return n
}

// meaning is the name with the ending that stands at the end of its list.
func (n name) meaning() string {
	if n.full != "" {
		return n.full
	}
	return n.text
}

var sharedEnding = pattern.New(`\p{Han}((?:市|区|县|州)(?:人民)?政府|[厅局委])$`)

// completed fills in what names share: in 济南、青岛市政府 and 省财政、教育厅 the
// ending stands with the last alone.
func completed(names []name, known *resolver) []name {
	ending := ""
	for k := len(names) - 1; k >= 0; k-- {
		n := &names[k]
		if m := sharedEnding.FindStringSubmatch(n.text); m != nil {
			ending = m[1]
			continue
		}
		if ending == "" || utf8.RuneCountInString(n.text) > 8 || looksLikeBody(n.text) || known.lookup(n.text) != nil {
			continue
		}
		if full := n.text + ending; known.lookup(full) != nil {
			n.full = full
		}
	}
	return names
}

// balanced drops the brackets at the end that nothing opens.
func balanced(s string) string {
	for strings.HasSuffix(s, ")") && strings.Count(s, ")") > strings.Count(s, "(") {
		s = strings.TrimRight(strings.TrimSuffix(s, ")"), separators)
	}
	return s
}

// leading are words before a name.
var leading = []string{"由", "请", "会同", "以及"}

const separators = " 、,，;；。\t"

// longestName bounds, in bytes, where a joiner between two names is looked for.
const longestName = 300

// nextName is the length of the first name of a list.
func nextName(list string, known *resolver) int {
	if n := known.prefix(list); n > 0 {
		return n
	}
	if m := oneBody.FindStringIndex(list); m != nil && m[0] == 0 {
		return m[1]
	}
	end := listEnd(list, known)
	for i := range list[:min(end, longestName)] {
		if m := joiner.FindString(list[i:end]); i > 0 && m != "" && endsName(list[:i]) && bodyBegins(list[i+len(m):end], known) {
			return i
		}
	}
	return end
}

// endsName reports whether a name or an open list of names ends here.
func endsName(s string) bool {
	if rest, open := cutTail(s); open {
		s = rest
	}
	return namesBody(s)
}

// listEnd is where the first name of a list ends by its separators: none within
// a bracket, and space only between two bodies.
func listEnd(list string, known *resolver) int {
	held := zh.Protected(list)
	for i, r := range list {
		switch {
		case held[i]:
		case strings.ContainsRune("、,，;；。\t", r):
			return i
		case r == ' ' && i <= longestName && namesBody(list[:i]) && bodyBegins(firstWord(list[i+1:]), known):
			return i
		}
	}
	return len(list)
}

func firstWord(s string) string {
	s = strings.TrimLeft(s, " ")
	if i := strings.IndexAny(s, " 、,，;；\t"); i >= 0 {
		return s[:i]
	}
	return s
}

// bodyBegins reports whether a name of a body begins here.
func bodyBegins(s string, known *resolver) bool {
	return strings.HasPrefix(s, "各") || known.prefix(s) > 0 || namesBody(strings.TrimRight(s, "等"))
}
