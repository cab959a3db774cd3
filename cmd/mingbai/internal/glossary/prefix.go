package glossary

import (
	"strings"
	"unicode/utf8"
)

// prefixed is a name taken apart into its place and the rest.
type prefixed struct {
	rest, zh, id, en string
	level            Level
	bare             bool // the name says no place
	municipality     bool // a province that is a city
}

// prefixes lists the ways in which a name may begin with a place.
func (d *Directory) prefixes(s string, at Place, read Reading) []prefixed {
	var out []prefixed
	add := func(rest string, p prefixed) {
		p.rest = rest
		if rest != "" {
			out = append(out, p)
		}
	}
	for i := range d.provinces {
		p := &d.provinces[i]
		own := prefixed{zh: p.Zh, id: p.ID, en: p.En, level: ProvinceLevel, municipality: p.Municipality()}
		if rest, ok := strings.CutPrefix(s, p.Zh); ok {
			add(rest, own)
		} else if rest, ok := strings.CutPrefix(s, p.Stem()+"省"); ok {
			add(rest, own)
		} else if rest, ok := strings.CutPrefix(s, p.Stem()); ok {
			add(rest, own)
		}
	}
	for _, word := range []string{"自治区", "省", "市", "区", "县", "州"} {
		if rest, ok := strings.CutPrefix(s, word); ok {
			add(rest, generic(word, at, read, d))
		}
	}
	for _, end := range []string{"新区", "市", "区", "县", "州", "盟", "旗"} {
		i := strings.Index(s, end)
		if place := s[:max(i, 0)] + end; i > 0 && utf8.RuneCountInString(place) <= 7 && utf8.RuneCountInString(place) > 2 && placeName(place) {
			id, en := d.placeID(place, read)
			level := CountyLevel
			if end == "市" || end == "州" {
				level = CityLevel
			}
			add(s[i+len(end):], prefixed{zh: place, id: id, en: en, level: level})
		}
	}
	if at.Level >= ProvinceLevel {
		word := map[Level]string{ProvinceLevel: "省", CityLevel: "市", CountyLevel: "区"}[at.Level]
		if at.Province != nil && at.Province.Municipality() {
			word = "市"
		}
		own := generic(word, at, read, d)
		own.bare = true
		add(s, own)
	}
	return out
}

// generic is the place that 省 or 市 means in a document.
func generic(word string, at Place, read Reading, d *Directory) prefixed {
	p := prefixed{zh: word}
	switch word {
	case "省", "自治区":
		p.id, p.level = "prov", ProvinceLevel
		if at.Province != nil {
			p.zh, p.id, p.en = at.Province.Zh, at.Province.ID, at.Province.En
		}
	case "市", "州":
		p.id, p.level = "city", CityLevel
		if at.Province != nil && at.Province.Municipality() {
			p.zh, p.id, p.en, p.level, p.municipality = at.Province.Zh, at.Province.ID, at.Province.En, ProvinceLevel, true
		} else if at.City != "" {
			p.zh = at.City
			p.id, p.en = d.placeID(at.City, read)
		}
	default:
		p.id, p.level = "county", CountyLevel
	}
	return p
}
