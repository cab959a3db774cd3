package glossary

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// Organization is a body with every name it goes by.
type Organization struct {
	ID      string
	Kind    plan.OrgKind
	Zh, En  string    // full official names
	Short   plan.Text // names in running text
	Aliases []string  // every other name, in either language
	Line    int       // of the registry file
}

// Names lists every name in either language, full ones first; some may be empty.
func (o *Organization) Names() []string {
	return append([]string{o.Zh, o.En, o.Short.Zh, o.Short.En}, o.Aliases...)
}

// ShortIn is the name in running text, or the full one where it has none.
func (o *Organization) ShortIn(lang plan.Lang) string {
	if s, ok := o.Short.In(lang); ok {
		return s
	}
	if lang == plan.Zh {
		return o.Zh
	}
	return o.En
}

// Registry resolves names to organizations.
type Registry struct {
	Region plan.Text // the province or city whose bodies it lists; empty for any
	orgs   []Organization
	byKey  map[string]int
}

// Organizations lists all bodies in the order of the registry.
func (r *Registry) Organizations() []Organization { return r.orgs }

// Lookup finds the body with this name in either language.
func (r *Registry) Lookup(name string) (*Organization, bool) {
	if r == nil {
		return nil, false
	}
	i, ok := r.byKey[r.Key(name)]
	if !ok {
		return nil, false
	}
	return &r.orgs[i], true
}

// ByID finds a body by its id.
func (r *Registry) ByID(id string) (*Organization, bool) {
	if r == nil {
		return nil, false
	}
	for i := range r.orgs {
		if r.orgs[i].ID == id {
			return &r.orgs[i], true
		}
	}
	return nil, false
}

// provinces are the names by which texts tell one province from another.
var provinces = strings.Fields("北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾")

var provincialBody = regexp.MustCompile(`省\p{Han}{1,10}(?:厅|局|委|办)`)

// AppliesTo reports whether the registry is that of the text's region: the
// 省财政厅 of another province is another body. A text that names its own region
// is told by that; one that names no province at all but provincial bodies, as
// a city's notice may, is taken to be of the project's. A ministry's document
// names neither: its 发展改革委 is not the province's.
func (r *Registry) AppliesTo(text string) bool {
	if r == nil {
		return false
	}
	stem := strings.TrimSuffix(strings.TrimSuffix(r.Region.Zh, "省"), "市")
	if stem == "" || strings.Contains(text, stem) || r.Region.En != "" && strings.Contains(text, r.Region.En) {
		return true
	}
	return provincialBody.MatchString(text) && !slices.ContainsFunc(provinces, func(p string) bool { return strings.Contains(text, p) })
}

// Key is the form in which names are compared: width, case, spaces and the
// article do not count, and neither does a leading name of the region (云南省财政厅,
// 省财政厅 and 财政厅 are one).
func (r *Registry) Key(name string) string {
	s := strings.ToLower(zh.FoldString(strings.TrimSpace(name)))
	if !zh.HasHan(s) {
		s = strings.Join(strings.FieldsFunc(s, func(c rune) bool { return unicode.IsSpace(c) }), " ")
		return strings.TrimPrefix(s, "the ")
	}
	s = strings.ReplaceAll(s, " ", "")
	if r != nil && r.Region.Zh != "" {
		s = strings.TrimPrefix(s, r.Region.Zh)
	}
	if rest := strings.TrimPrefix(s, "省"); len(rest) >= len("财政厅") {
		s = rest
	}
	return s
}

// add registers o, with a finding for every name that is taken.
func (r *Registry) add(o Organization, file string) (fs []diag.Finding) {
	pos := diag.Position{File: file, Line: o.Line}
	if prev, ok := r.ByID(o.ID); ok {
		return []diag.Finding{duplicateID.At(pos, o.ID, prev.Line)}
	}
	at := len(r.orgs)
	r.orgs = append(r.orgs, o)
	for _, n := range o.Names() {
		key := r.Key(n)
		if key == "" {
			continue
		}
		if prev, ok := r.byKey[key]; ok && prev != at {
			fs = append(fs, nameTaken.At(pos, n, r.orgs[prev].ID, r.orgs[prev].Line))
			continue
		}
		r.byKey[key] = at
	}
	return fs
}

// nearEnough is the least similarity that makes a proposal: one wrong character
// in a name of three.
const nearEnough = 0.65

// Nearest is the registered body whose name is most like name, for proposals;
// false when none is near.
func (r *Registry) Nearest(name string) (*Organization, string, bool) {
	if r == nil {
		return nil, "", false
	}
	key, best, bestName, bestScore := []rune(r.Key(name)), -1, "", nearEnough
	for i := range r.orgs {
		for _, n := range r.orgs[i].Names() {
			if s := similarity(key, []rune(r.Key(n))); s > bestScore {
				best, bestName, bestScore = i, n, s
			}
		}
	}
	if best < 0 {
		return nil, "", false
	}
	return &r.orgs[best], bestName, true
}

// similarity is twice the longest common subsequence over the summed lengths.
func similarity(a, b []rune) float64 {
	if len(a) == 0 || len(b) == 0 || len(a) > 200 || len(b) > 200 {
		return 0
	}
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diagonal = up
		}
	}
	return 2 * float64(row[len(b)]) / float64(len(a)+len(b))
}
