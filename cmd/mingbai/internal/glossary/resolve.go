package glossary

import (
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// Known is a body that the directory knows, with the names that its id and its
// English name are made from: Reading gives a Chinese name in Latin letters.
type Known struct {
	ID    string
	Kind  plan.OrgKind
	Zh    string
	En    string
	Short string
}

// Reading writes a Chinese name in Latin letters, as one word: jinan.
type Reading func(string) string

// Resolve finds the body that a name means in a document from a place; false
// where the directory knows none.
func (d *Directory) Resolve(name string, at Place, read Reading) (Known, bool) {
	s := strings.ReplaceAll(zh.FoldString(strings.TrimSpace(name)), " ", "")
	if n := utf8.RuneCountInString(s); n < 2 || n > 40 || !zh.HasHan(s) {
		return Known{}, false
	}
	if b, ok := d.national[s]; ok {
		return b.known(), true
	}
	if b, ok := d.bare[s]; ok && at.Level == NationalLevel {
		return b.known(), true
	}
	if k, ok := d.branch(s, read); ok {
		return k, true
	}
	if k, ok := d.department(s, at, read); ok {
		return k, true
	}
	if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") { // 省科技厅(省外专局)
		return d.Resolve(s[:i], at, read)
	}
	return Known{}, false
}

func (b *nationalBody) known() Known {
	return Known{ID: b.ID, Kind: b.Kind, Zh: b.Zh, En: b.En, Short: b.Short}
}

// branch finds 山东金融监管局 and the like.
func (d *Directory) branch(s string, read Reading) (Known, bool) {
	for i := range d.branches {
		b := &d.branches[i]
		for _, pattern := range append([]string{b.Zh}, b.Names...) {
			before, after, _ := strings.Cut(pattern, "{place}")
			place, ok := strings.CutPrefix(s, before)
			if !ok {
				continue
			}
			place, ok = strings.CutSuffix(place, after)
			if n := utf8.RuneCountInString(place); !ok || n < 2 || n > 8 || !placeName(place) {
				continue
			}
			id, en := d.placeID(place, read)
			fill := strings.NewReplacer("{place}", strings.TrimSuffix(place, "省"))
			return Known{ID: id + "-" + b.ID, Kind: plan.Branch, Zh: fill.Replace(b.Zh), En: strings.ReplaceAll(b.En, "{place}", en), Short: s}, true
		}
	}
	return Known{}, false
}

// placeName tells a place from a word that stands before a body's name.
func placeName(s string) bool {
	for _, w := range []string{"各", "有关", "相关", "中国", "国家", "全国", "地方", "人民", "省级", "市级", "省", "市"} {
		if strings.HasPrefix(s, w) {
			return false
		}
	}
	return !strings.ContainsAny(s, "、，,和及等")
}

// placeID is the id and the English name of a place by its name.
func (d *Directory) placeID(place string, read Reading) (id, en string) {
	for i := range d.provinces {
		p := &d.provinces[i]
		if place == p.Stem() || place == p.Zh || place == p.Stem()+"省" || place == p.Stem()+"市" {
			return p.ID, p.En
		}
	}
	stem := place
	for _, end := range []string{"新区", "地区", "市", "州", "县", "区"} {
		if rest, ok := strings.CutSuffix(place, end); ok && utf8.RuneCountInString(rest) > 1 {
			stem = rest
			break
		}
	}
	id = read(stem)
	if id == "" {
		id = "place"
	}
	return id, strings.ToUpper(id[:1]) + id[1:]
}

// department finds 省财政厅, 山东省财政厅, 市财政局 and 财政局.
func (d *Directory) department(s string, at Place, read Reading) (Known, bool) {
	s = strings.TrimPrefix(s, "中共")
	if k, ok := d.youthLeague(s, at, read); ok {
		return k, true
	}
	for _, p := range d.prefixes(s, at, read) {
		name, ok := d.rests[p.rest]
		if !ok || p.bare && (name.weak || name.body.Party || name.body.Kind == plan.LocalGovernment) {
			continue
		}
		b := name.body
		zhName := p.zh + name.full
		if b.Party {
			zhName = "中共" + zhName
		}
		if b.Full != "" {
			zhName = strings.ReplaceAll(b.Full, "{place}", p.zh)
		}
		return Known{ID: p.id + "-" + b.ID, Kind: b.Kind, Zh: zhName, En: englishName(p, b, name.form), Short: s}, true
	}
	return Known{}, false
}

// youthLeague finds 团省委 and 共青团山东省委, in which the place stands within.
func (d *Directory) youthLeague(s string, at Place, read Reading) (Known, bool) {
	rest, ok := strings.CutPrefix(s, "共青团")
	if !ok {
		rest, ok = strings.CutPrefix(s, "团")
	}
	if !ok {
		return Known{}, false
	}
	for _, p := range d.prefixes(rest, at, read) {
		if !p.bare && (p.rest == "委" || p.rest == "委员会") {
			return Known{
				ID: p.id + "-youth-league", Kind: plan.MassOrg, Zh: "共青团" + p.zh + "委员会", Short: s,
				En: strings.TrimSpace("Communist Youth League Committee of " + p.en),
			}, true
		}
	}
	return Known{}, false
}

// englishName is 山东省财政厅 as Shandong Provincial Department of Finance.
func englishName(p prefixed, b *departmentBody, form string) string {
	adjective := map[Level]string{ProvinceLevel: "Provincial", CityLevel: "Municipal", CountyLevel: "District"}[p.level]
	if p.en != "" && p.municipality {
		adjective = "Municipal"
	}
	place := strings.TrimSpace(p.en + " " + adjective)
	if strings.Contains(b.En, "{place}") {
		return strings.ReplaceAll(b.En, "{place}", place)
	}
	if b.Kind == plan.MassOrg || strings.HasSuffix(b.En, "Administration") && form != "委员会" {
		return place + " " + b.En
	}
	switch form {
	case "委员会":
		return place + " " + b.En + " Commission"
	case "厅":
		return place + " Department of " + b.En
	case "局":
		return place + " Bureau of " + b.En
	case "办公室":
		return place + " Office of " + b.En
	case "中心":
		return place + " " + b.En + " Center"
	}
	return place + " " + b.En
}
