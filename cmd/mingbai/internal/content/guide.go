package content

import (
	"regexp"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// Guide is what citizens need to enjoy a measure and what its document rarely
// says (办事指引). Editors fill it in, in the Chinese file, as far as the office
// in charge has told them; what nobody filled in is shown as not stated. Import
// never writes it.
type Guide struct {
	Conditions     plan.Text `yaml:"conditions,omitempty"`     // 申报条件
	Window         plan.Text `yaml:"window,omitempty"`         // 兑现时限: when to apply, how soon it is paid
	Address        plan.Text `yaml:"address,omitempty"`        // 受理地址
	Phone          string    `yaml:"phone,omitempty"`          // 咨询电话; several are joined by 、
	Way            Way       `yaml:"way,omitempty"`            // 享受方式
	Apply          string    `yaml:"apply,omitempty"`          // https address where one applies
	Interpretation string    `yaml:"interpretation,omitempty"` // address of the 政策解读
}

// Way is how one comes to enjoy a measure (享受方式).
type Way string

const (
	NoApplication Way = "no-application" // 免申即享: granted without being asked for
	Instant       Way = "instant"        // 即申即享: granted as soon as it is asked for
	FastTrack     Way = "fast-track"     // 快申快享: short form, short time
	Review        Way = "review"         // 申报评审: applied for and judged
	Pledge        Way = "pledge"         // 承诺兑现: granted on a promise that is checked later
)

// Ways lists all ways, from the one that asks least of citizens.
func Ways() []Way { return []Way{NoApplication, Instant, FastTrack, Pledge, Review} }

// Phones are the single numbers of the guide.
func (g Guide) Phones() []string {
	if g.Phone == "" {
		return nil
	}
	return strings.Split(g.Phone, "、")
}

var (
	// phoneForm is what people dial: 0871-63113456, 12366, +86 871 63113456.
	phoneForm  = regexp.MustCompile(`^\+?[0-9][0-9 ()-]{1,22}[0-9](、\+?[0-9][0-9 ()-]{1,22}[0-9])*$`)
	phoneWords = diag.Text{
		En: "a number such as 0871-12345678, several joined by 、",
		Zh: "电话号码，如 0871-12345678，多个号码用顿号分隔",
	}
	secureWords = diag.Text{
		En: "an address that begins with https://, since people enter their data there",
		Zh: "以 https:// 开头的网址（申报页面要填写个人或企业信息）",
	}
)

// checkGuide checks the forms of what an editor filled in. A value of the wrong
// form is left out of the page.
func (p *part) checkGuide(m *Measure, f *file) {
	wrong := func(key string, value *string, words diag.Text) {
		p.report(badForm, p.at(f, "guide", key), "guide."+key, *value, words)
		*value = ""
	}
	g := &m.Guide
	if g.Phone != "" && !phoneForm.MatchString(g.Phone) {
		wrong("phone", &g.Phone, phoneWords)
	}
	if g.Apply != "" && (!isWebAddress(g.Apply) || !strings.HasPrefix(g.Apply, "https://")) {
		wrong("apply", &g.Apply, secureWords)
	}
	if g.Interpretation != "" && !isWebAddress(g.Interpretation) {
		wrong("interpretation", &g.Interpretation, addressWords)
	}
}
