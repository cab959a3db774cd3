package search

import (
	"maps"
	"strings"
)

// mostMendings bounds how often a query is mended: traditional characters, and
// then one slip.
const mostMendings = 2

// light are characters that stand between the words of questions. Where they
// find nothing, nothing is wrong.
const light = "的了吗呢吧啊呀我你他她它们这那哪谁啥么怎几多少有没无不要想能会可以给对和与及或在是为被把将从到就都也再又很太更最小大老新好开办做个家些种位次来去上下里外中前后等请问找领拿交用买卖"

// longestSlip bounds the characters that are taken for others: more are no slip,
// and would ask for many files.
const longestSlip = 5

// mend gives another query for one of which a part finds nothing; "" where
// nothing is wrong or nothing helps. Its tables are fetched only then.
func (x *Index) mend(text string, units []found) (string, error) {
	q := x.words.analyze(text)
	if run, from, to := gap(x.words, q, units); to > from && x.manifest.Sounds != "" {
		if mended, err := x.mendVariants(text); err != nil || mended != "" {
			return mended, err
		}
		if to-from > longestSlip {
			return "", nil
		}
		return x.mendHomophones(text, q.runs[run], from, to)
	}
	for _, u := range units {
		if u.mass > 0 || q.runs[u.run].kind != wordRun {
			continue
		}
		if x.manifest.Sounds != "" {
			if mended, err := x.mendPinyin(q); err != nil || mended != "" {
				return mended, err
			}
		}
		if mended, err := x.mendTypo(text, q.runs[u.run]); err != nil || mended != "" {
			return mended, err
		}
	}
	return "", nil
}

// gap is the first stretch of characters of which none is part of anything found,
// and two or more are more than light.
func gap(v *vocabulary, q query, units []found) (run, from, to int) {
	for at, r := range q.runs {
		if r.kind != hanRun {
			continue
		}
		chars := []rune(r.text)
		covered := make([]bool, len(chars))
		for _, s := range v.segments(chars) {
			for i := s.from; i < s.to; i++ {
				covered[i] = s.ignored
			}
		}
		for _, u := range units {
			for i := u.from; i < u.to && u.run == at && u.mass > 0; i++ {
				covered[i] = true
			}
		}
		for from := 0; from < len(chars); from++ {
			to := from
			heavy := 0
			for to < len(chars) && !covered[to] {
				if !strings.ContainsRune(light, chars[to]) {
					heavy++
				}
				to++
			}
			if heavy > 1 {
				return at, from, to
			}
			from = max(from, to)
		}
	}
	return 0, 0, 0
}

// mendVariants puts simplified characters for traditional ones.
func (x *Index) mendVariants(text string) (string, error) {
	if x.variants == nil {
		var t variantTable
		if err := x.json(variantsFile, &t); err != nil {
			return "", err
		}
		x.variants = map[rune]rune{}
		forms := []rune(t.Simplified)
		for i, r := range []rune(t.Traditional) {
			x.variants[r] = forms[i]
		}
	}
	mended := strings.Map(func(r rune) rune {
		if s, ok := x.variants[r]; ok {
			return s
		}
		return r
	}, text)
	if mended == text {
		return "", nil
	}
	return mended, nil
}

// once fetches a file of sounds or readings, unless it is there already.
func (x *Index) once(name string, v any) (fresh bool, err error) {
	if x.loaded[name] {
		return false, nil
	}
	x.loaded[name] = true
	return true, x.json(name, v)
}

// loadSounds fetches the sounds that begin with any of the letters.
func (x *Index) loadSounds(letters string) error {
	for i := range len(letters) {
		if strings.IndexByte(x.manifest.Sounds, letters[i]) < 0 {
			continue
		}
		var t soundTable
		fresh, err := x.once(soundsFile(letters[i]), &t)
		if err != nil {
			return err
		}
		if fresh {
			x.sounds.add(t)
		}
	}
	return nil
}

// syllables gives the readings of a character.
func (x *Index) syllables(char rune) ([]string, error) {
	var t map[string]string
	if _, err := x.once(readingsFile(char), &t); err != nil {
		return nil, err
	}
	maps.Copy(x.readings, t)
	return strings.Fields(x.readings[string(char)]), nil
}

// mendPinyin reads the words of a query as pinyin.
func (x *Index) mendPinyin(q query) (string, error) {
	var letters strings.Builder
	for _, r := range q.runs {
		if r.kind != wordRun {
			return "", nil
		}
		letters.WriteString(r.text)
	}
	if !isEnglish(letters.String()) {
		return "", nil
	}
	if err := x.loadSounds(letters.String()); err != nil {
		return "", err
	}
	return x.sounds.spell(letters.String()), nil
}

// mendHomophones puts characters that sound alike into a gap, where that makes
// known pairs of all its characters.
func (x *Index) mendHomophones(text string, r run, from, to int) (string, error) {
	chars := []rune(r.text)
	first, end := max(from-1, 0), min(to+1, len(chars))
	var letters strings.Builder
	readings := make([][]string, end)
	for i := first; i < end; i++ {
		var err error
		if readings[i], err = x.syllables(chars[i]); err != nil {
			return "", err
		}
		for _, s := range readings[i] {
			letters.WriteByte(s[0])
		}
	}
	if err := x.loadSounds(letters.String()); err != nil {
		return "", err
	}
	var links []*link
	for i := first; i < end; i++ {
		options := []rune{chars[i]}
		if i >= from && i < to {
			options = x.alike(chars[i], readings[i])
		}
		links = x.sounds.extend(links, options)
	}
	l := best(links)
	if l == nil || l.score < 2*(to-from-1)-(l.length-(to-from)) {
		return "", nil
	}
	mended := string(chars[:first]) + l.text() + string(chars[end:])
	if mended == r.text {
		return "", nil
	}
	return replaceRun(text, r, mended), nil
}

// alike are the characters that sound like one, itself first.
func (x *Index) alike(char rune, syllables []string) []rune {
	out := []rune{char}
	for _, s := range syllables {
		for _, c := range x.sounds.chars[s] {
			if c != char {
				out = append(out, c)
			}
		}
	}
	return out
}

// replaceRun puts other text in the place of a run.
func replaceRun(text string, r run, instead string) string {
	chars := []rune(text)
	return string(chars[:r.start]) + instead + string(chars[r.end:])
}
