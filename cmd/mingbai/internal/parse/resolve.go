package parse

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin" // readings of Chinese characters: a table nobody should write again

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// resolver turns names into organizations: registered ones, and new ones with a
// finding each.
type resolver struct {
	registry  *glossary.Registry
	place     glossary.Place                // of the document
	national  map[string]*plan.Organization // by name: what the directory knows; nil entries too
	longest   int                           // of all registered names, in characters
	fresh     map[string]plan.Organization  // by key: bodies nobody registered
	order     []string                      // keys of fresh in order of appearance
	ids       map[string]bool
	used      map[string]bool               // ids named in the document
	met       map[string]*plan.Organization // bodies of the directory that the document names, by id
	metOrder  []string
	placeless bool // it was reported that the place is not known
}

func newResolver(reg *glossary.Registry, place glossary.Place) *resolver {
	v := &resolver{registry: reg, place: place, national: map[string]*plan.Organization{}, fresh: map[string]plan.Organization{}, ids: map[string]bool{}, used: map[string]bool{}, met: map[string]*plan.Organization{}}
	if reg == nil {
		return v
	}
	for _, o := range reg.Organizations() {
		v.ids[o.ID] = true
		for _, n := range o.Names() {
			v.longest = max(v.longest, utf8.RuneCountInString(n))
		}
	}
	return v
}

// lookup finds a body: one that the project registered, one already met, one
// that the directory of the state's bodies knows.
func (v *resolver) lookup(name string) *plan.Organization {
	if o, ok := v.registry.Lookup(name); ok {
		return &plan.Organization{ID: o.ID, Zh: o.Zh, En: o.En, Kind: o.Kind}
	}
	if o, ok := v.fresh[v.registry.Key(name)]; ok {
		return &o
	}
	return v.known(name)
}

// known finds a body that the directory knows. Where the project registered it
// under its full name, it is the project's.
func (v *resolver) known(name string) *plan.Organization {
	if o, ok := v.national[name]; ok {
		return o
	}
	var found *plan.Organization
	if k, ok := glossary.National().Resolve(name, v.place, reading); ok {
		if o, ok := v.registry.Lookup(k.Zh); ok {
			found = &plan.Organization{ID: o.ID, Zh: o.Zh, En: o.En, Kind: o.Kind}
		} else {
			found = &plan.Organization{ID: k.ID, Zh: k.Zh, En: k.En, Kind: k.Kind, Short: plan.Text{Zh: k.Short}, Known: true}
		}
	}
	v.national[name] = found
	return found
}

// reading is a name in Latin letters as one word.
func reading(s string) string { return strings.ReplaceAll(slugOf(s), "-", "") }

// prefix is the length of the longest registered name at the head of a list
// that ends where a name may end; 0 when there is none.
func (v *resolver) prefix(list string) int {
	best, n := 0, 0
	for i, r := range list {
		n++
		if n > v.longest {
			break
		}
		end := i + utf8.RuneLen(r)
		if end > len(list) || !nameEnds(list[end:]) {
			continue
		}
		if _, ok := v.registry.Lookup(list[:end]); ok {
			best = end
		}
	}
	return best
}

var afterName = pattern.New(`^(?:$|[、,，;；。:) ]|等|和|及|以及|与|会同)`)

func nameEnds(rest string) bool { return afterName.MatchString(rest) }

// nameAt is a registered name within running text.
type nameAt struct {
	start, end int
	org        *glossary.Organization
}

// find lists the registered English names in a text, longest first at each place.
func (v *resolver) find(text string) []nameAt {
	if v.registry == nil {
		return nil
	}
	var out []nameAt
	for i := 0; i < len(text); {
		if !wordStart(text, i) {
			i++
			continue
		}
		best := nameAt{start: i}
		limit := min(len(text), i+v.longest+1)
		for end := i + 1; end <= limit; end++ {
			if end < len(text) && wordByte(text[end-1]) && wordByte(text[end]) {
				continue
			}
			if o, ok := v.registry.Lookup(text[i:end]); ok && !zh.HasHan(text[i:end]) && strings.TrimSpace(text[i:end]) == text[i:end] {
				best.end, best.org = end, o
			}
		}
		if best.org != nil {
			out = append(out, best)
			i = best.end
			continue
		}
		i++
	}
	return out
}

func wordStart(s string, i int) bool {
	return wordByte(s[i]) && (i == 0 || !wordByte(s[i-1]))
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// resolve finds the body with this name, or makes a new one with a finding that
// proposes the nearest known. line and offset are where the name stands.
func (r *reader) resolve(line, offset int, name string) plan.Organization {
	v := r.resolver
	if o := v.lookup(name); o != nil {
		v.used[o.ID] = true
		if v.meet(*o, name) && placeless.MatchString(o.ID) && !v.placeless {
			v.placeless = true // once is enough: it is so for the whole document
			r.report(placeUnknown, line, offset, name)
		}
		return *o
	}
	o := plan.Organization{ID: v.newID(name), Kind: kindOf(name)}
	if zh.HasHan(name) {
		o.Zh = zh.Typeset(name)
	} else {
		o.En = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	}
	key := v.registry.Key(name)
	v.fresh[key], v.used[o.ID] = o, true
	v.order = append(v.order, key)
	if group(name, o.Kind) {
		return o // 各市人民政府 is no body of its own that anyone could register
	}
	if near, as, ok := v.registry.Nearest(name); ok {
		o.Near = near.ID
		v.fresh[key] = o
		r.report(unknownOrganizationNear, line, offset, name, near.ID, as)
	} else {
		r.report(unknownOrganization, line, offset, name, o.ID)
	}
	return o
}

// placeless is how ids begin where a document does not say of which place its
// bodies are.
var placeless = pattern.New(`^(?:prov|city|county)-`)

// meet keeps a body of the directory for the document's list, with the names
// by which it is called. It reports whether the body is one of those.
func (v *resolver) meet(o plan.Organization, name string) bool {
	if !o.Known {
		return false
	}
	m, ok := v.met[o.ID]
	if !ok {
		m = &o
		v.met[o.ID] = m
		v.metOrder = append(v.metOrder, o.ID)
	}
	if name != m.Zh && name != m.Short.Zh && !slices.Contains(m.Aliases, name) {
		m.Aliases = append(m.Aliases, name)
	}
	return true
}

// group reports whether a name is that of a group, not of a single body.
func group(name string, k plan.OrgKind) bool {
	return k == plan.Collective || k == plan.BankSector || k == plan.LocalGovernment && groupName.MatchString(name)
}

var groupName = pattern.New(`^(?:各|有关|相关|全省|全市|省辖|设区|市、|[省市]县)`)

// newID makes an id from the name's reading. A group's begins with the place of
// the document: 各市人民政府 of two provinces are not the same.
func (v *resolver) newID(name string) string {
	prefix := "org-"
	if group(name, kindOf(name)) {
		prefix = "all-"
		if v.place.Province != nil {
			prefix += v.place.Province.ID + "-"
		}
	}
	id := prefix + slugOf(strings.TrimPrefix(strings.ToLower(name), "the "))
	for n := 2; v.ids[id]; n++ {
		id = strings.TrimSuffix(id, "-"+strconv.Itoa(n-1)) + "-" + strconv.Itoa(n)
	}
	v.ids[id] = true
	return id
}

// named lists every body the document names: registered ones in the order of
// the registry, then new ones in order of appearance.
func (v *resolver) named() []plan.Organization {
	var out []plan.Organization
	if v.registry != nil {
		for _, o := range v.registry.Organizations() {
			if v.used[o.ID] {
				out = append(out, plan.Organization{ID: o.ID, Zh: o.Zh, En: o.En, Kind: o.Kind})
			}
		}
	}
	for _, id := range v.metOrder {
		out = append(out, *v.met[id])
	}
	for _, key := range v.order {
		out = append(out, v.fresh[key])
	}
	return slices.Clip(out)
}

// romanize writes Chinese characters in pinyin without tones, words of one
// character each; all else stays.
func romanize(s string) string {
	args := pinyin.NewArgs()
	var b strings.Builder
	for _, r := range s {
		if py := pinyin.SinglePinyin(r, args); len(py) > 0 {
			b.WriteString(" " + py[0] + " ")
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
