package parse

import (
	"regexp"
	"strings"
)

// name is one organization of a list, as found (folded).
type name struct {
	text string
	open bool // the list ends with 等
}

var (
	// listTail is what makes a list open and is no part of a name.
	listTail = regexp.MustCompile(`(?:等(?:省级|市级|有关|相关|各)*(?:部门|单位|地|地区|方面)?(?:和单位)?|等)$`)
	// oneBody is what separators do not split: 各州、市人民政府.
	oneBody = regexp.MustCompile(`各?(?:有关|相关)?(?:[省州市县区旗盟地]|自治[州县区]|直辖市|计划单列市|新区)(?:\([^)]{1,12}\))?(?:(?:、|和|及|,)(?:各)?(?:[省州市县区旗盟地]|自治[州县区]|直辖市|计划单列市|新区)(?:\([^)]{1,12}\))?)+(?:级)?(?:人民政府|政府|党委|有关部门|相关部门|部门|财政局|管委会)?`)
	// joiners stand between two names.
	joiner = regexp.MustCompile(`^(?:会同|以及|及|和|与)`)
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
		n := nextName(list, known)
		if s := strings.Trim(list[:n], separators); s != "" {
			text, tail := cutTail(s)
			names = append(names, name{text, tail})
		}
		list = strings.TrimLeft(list[n:], separators)
		if m := joiner.FindString(list); m != "" && len(names) > 0 {
			list = strings.TrimLeft(list[len(m):], separators)
		}
	}
	for i := range names {
		names[i].open = names[i].open || open
	}
	return names
}

func cutTail(s string) (string, bool) {
	if m := listTail.FindStringIndex(s); m != nil && m[0] > 0 {
		return s[:m[0]], true
	}
	return s, false
}

const separators = " 、,，;；\t"

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
	end := strings.IndexAny(list, "、,，;；")
	if end < 0 {
		end = len(list)
	}
	for i := range list[:min(end, longestName)] {
		if m := joiner.FindString(list[i:end]); i > 0 && m != "" && namesBody(list[:i]) && bodyBegins(list[i+len(m):end], known) {
			return i
		}
	}
	return end
}

// bodyBegins reports whether a name of a body begins here.
func bodyBegins(s string, known *resolver) bool {
	return strings.HasPrefix(s, "各") || known.prefix(s) > 0 || namesBody(strings.TrimRight(s, "等"))
}
