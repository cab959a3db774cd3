package glossary

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/plan"
)

//go:embed data/national.yaml
var nationalData []byte

//go:embed data/departments.yaml
var departmentsData []byte

// Directory knows the bodies of the state: those of the centre by their names,
// those of provinces, cities and counties by the form of theirs. A project's own
// registry stands over it.
type Directory struct {
	national  map[string]*nationalBody // by every name
	bare      map[string]*nationalBody // by names that mean it in national documents alone
	rests     map[string]departmentName
	branches  []branchBody
	provinces []Province
}

type nationalBody struct {
	ID    string       `yaml:"id"`
	Kind  plan.OrgKind `yaml:"kind"`
	Zh    string       `yaml:"zh"`
	En    string       `yaml:"en"`
	Short string       `yaml:"short"`
	Names []string     `yaml:"names"`
	Bare  []string     `yaml:"bare"`
}

type departmentBody struct {
	ID    string       `yaml:"id"`
	Kind  plan.OrgKind `yaml:"kind"`
	Stems []string     `yaml:"stems"`
	Forms []string     `yaml:"forms"`
	Names []string     `yaml:"names"`
	En    string       `yaml:"en"`
	Full  string       `yaml:"full"`
	Party bool         `yaml:"party"`
}

// departmentName is what stands behind the place in a department's name.
type departmentName struct {
	body *departmentBody
	full string // with the full stem and form: 发展和改革委员会
	form string // full: 委员会
	weak bool   // too short to be told without its place: 科委
}

type branchBody struct {
	ID    string   `yaml:"id"`
	Zh    string   `yaml:"zh"`
	En    string   `yaml:"en"`
	Names []string `yaml:"names"`
}

// Province is a province, autonomous region or municipality.
type Province struct {
	Zh   string `yaml:"zh"`   // 山东省
	ID   string `yaml:"id"`   // shandong
	En   string `yaml:"en"`   // Shandong
	Mark string `yaml:"mark"` // 鲁, with which its document numbers begin
}

// Stem is the name without 省 or 市: 山东.
func (p *Province) Stem() string {
	s := p.Zh
	for _, end := range []string{"壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市"} {
		s = strings.TrimSuffix(s, end)
	}
	return s
}

// Municipality reports whether the province is a city: 上海市.
func (p *Province) Municipality() bool { return strings.HasSuffix(p.Zh, "市") }

// National gives the directory that ships with the binary.
var National = sync.OnceValue(func() *Directory {
	var national struct {
		National []nationalBody `yaml:"national"`
	}
	var local struct {
		Departments []departmentBody `yaml:"departments"`
		Branches    []branchBody     `yaml:"branches"`
		Provinces   []Province       `yaml:"provinces"`
	}
	mustDecode(nationalData, &national)
	mustDecode(departmentsData, &local)
	d := &Directory{
		national: map[string]*nationalBody{}, bare: map[string]*nationalBody{}, rests: map[string]departmentName{},
		branches: local.Branches, provinces: local.Provinces,
	}
	for i := range national.National {
		d.addNational(&national.National[i])
	}
	for i := range local.Departments {
		d.addDepartment(&local.Departments[i])
	}
	return d
})

// mustDecode reads data that is part of the binary; a test reads it too.
func mustDecode(data []byte, v any) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(v); err != nil {
		panic("glossary: embedded data: " + err.Error())
	}
}

func (d *Directory) addNational(b *nationalBody) {
	if b.Kind == "" {
		b.Kind = plan.Department
	}
	for _, n := range append([]string{b.Zh, b.Short}, b.Names...) {
		if n != "" {
			d.national[n] = b
		}
	}
	for _, n := range b.Bare {
		d.bare[n] = b
	}
}

// fullForms are the endings that abbreviate another.
var fullForms = map[string]string{"委": "委员会", "办": "办公室", "中院": "法院", "高院": "法院", "联社": "联合社", "社": "联合社"}

func (d *Directory) addDepartment(b *departmentBody) {
	if b.Kind == "" {
		b.Kind = plan.Department
	}
	full := ""
	for _, stem := range b.Stems {
		for _, form := range b.Forms {
			long := form
			if f, ok := fullForms[form]; ok && (b.ID != "government-office" || form == "办") {
				long = f
			}
			name := departmentName{body: b, full: b.Stems[0] + long, form: long, weak: len([]rune(stem)) < 2 && !b.Party}
			if full == "" {
				full = name.full
			}
			if _, taken := d.rests[stem+form]; !taken {
				d.rests[stem+form] = name
			}
		}
	}
	for _, n := range b.Names {
		d.rests[n] = departmentName{body: b, full: full, form: b.Forms[0]}
	}
}
