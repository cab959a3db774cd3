package content

import (
	"errors"
	"io/fs"
	"maps"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// config reads site.yaml over the defaults and checks it.
func (l *loader) config() {
	l.tree.Config = DefaultConfig()
	f := &file{path: configFile}
	node := &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	info, err := fs.Lstat(l.fsys, configFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		l.report(noConfig, f.pos(0, 0))
		return
	case err == nil && !info.Mode().IsRegular():
		return // the walk has reported it
	}
	var buf buffer
	shelf := l.shelf(".")
	defer shelf.close()
	data, finding := buf.readText(shelf, configFile, maxPage)
	if finding != nil {
		l.findings = append(l.findings, *finding)
		return
	}
	text := string(data)
	if line := markerLine(text); line > 0 {
		l.report(conflictMarker, f.pos(line, 1))
		return
	}
	if err := unmarshalNode([]byte(text), node); err != nil {
		l.findings = append(l.findings, yamlFinding(shownDir+configFile, text, 0, err))
		return
	}
	f.text = text
	d := decoder{file: shownDir + configFile, last: lastLine(text), defaults: true}
	d.decode(node, reflect.ValueOf(&l.tree.Config).Elem(), "")
	l.findings = append(l.findings, d.findings...)
	if node.Kind == yaml.MappingNode {
		l.places = *placesOf(f, node, 0)
		c := configCheck{loader: l, file: f}
		c.all(&l.tree.Config)
	}
}

// configCheck checks the values of site.yaml.
type configCheck struct {
	*loader
	file *file
}

// Forms of values, and what they are called in messages.
var (
	siteCodeForm = regexp.MustCompile(`^(bm\d{8}|\d{10})$`)
	domainForm   = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z]$|^[^\x00-\x7f]+(\.[^\x00-\x7f.]+)+$`)
	conacForm    = regexp.MustCompile(`^[0-9A-Za-z]{8,64}$`)
	icpForm      = regexp.MustCompile(`^\p{Han}ICP备\d{6,10}号(-\d+)?$`)
	includeForm  = regexp.MustCompile(`^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$`)
	policeForm   = regexp.MustCompile(`^\d{14}$`)

	siteCodeWords = diag.Text{En: "ten digits, or bm and eight digits", Zh: "10 位数字，或 bm 加 8 位数字"}
	domainWords   = diag.Text{En: "a domain such as www.example.gov.cn", Zh: "域名，如 www.example.gov.cn"}
	conacWords    = diag.Text{En: "the id in the address of the sign, letters and digits", Zh: "党政机关标识网址中的编号（字母和数字）"}
	icpWords      = diag.Text{En: "a registration such as 滇ICP备00000000号", Zh: "备案号，如 滇ICP备00000000号"}
	policeWords   = diag.Text{En: "14 digits", Zh: "14 位数字"}
	includeWords  = diag.Text{En: "a path on the portal's server such as /common/header.html", Zh: "门户服务器上的路径，如 /common/header.html"}
	daysWords     = diag.Text{En: "a number of days from 0 to 3660", Zh: "0 到 3660 之间的天数"}
)

func (c *configCheck) all(cfg *Config) {
	c.required(cfg.Name.Zh, "name", "zh")
	c.form(cfg.Domain, domainForm, domainWords, "domain")
	c.form(cfg.SiteCode, siteCodeForm, siteCodeWords, "siteCode")
	c.baseURL(cfg)
	c.languages(cfg)
	if cfg.SoonDays < 0 || cfg.SoonDays > 3660 {
		c.report(badForm, c.loader.at(c.file, "soonDays"), "soonDays", c.value("soonDays"), daysWords)
		cfg.SoonDays = DefaultConfig().SoonDays
	}
	c.word(&cfg.LabelPreset, DefaultConfig().LabelPreset, []string{"gov.cn", "province", "generic"}, "labels")
	c.word(&cfg.PublishDates, DefaultConfig().PublishDates, []string{"standard", "both"}, "publishDates")
	c.omitted()
	c.frame(&cfg.Frame)
	if cfg.Frame.Mode != PortalColumn { // a portal has its own
		c.footer(&cfg.Footer)
	}
	c.columns(cfg)
}

// omitted misses what every government website must have.
func (c *configCheck) omitted() {
	words := child(c.node, "omit")
	if words == nil {
		return
	}
	for _, word := range words.Content {
		if slices.Contains(portalParts(), Part(word.Value)) {
			c.report(omittedPart, c.file.pos(word.Line, word.Column), word.Value)
		}
	}
}

// frame wants the portal's parts to be plain paths: they stand in a directive
// that the portal's server carries out.
func (c *configCheck) frame(f *Frame) {
	for _, part := range []struct {
		path *string
		key  string
	}{{&f.Header, "header"}, {&f.Footer, "footer"}} {
		if *part.path != "" && !includeForm.MatchString(*part.path) {
			c.report(badForm, c.loader.at(c.file, "frame", part.key), "frame."+part.key, *part.path, includeWords)
			*part.path = ""
		}
	}
}

func (c *configCheck) footer(f *Footer) {
	c.required(f.Sponsor.Zh, "footer", "sponsor", "zh")
	c.required(f.Contact.Zh, "footer", "contact", "zh")
	c.form(f.ConacID, conacForm, conacWords, "footer", "conacID")
	c.form(f.ICP, icpForm, icpWords, "footer", "icp")
	c.form(f.PoliceCode, policeForm, policeWords, "footer", "policeCode")
}

// value is a scalar as the file has it.
func (c *configCheck) value(key string) string {
	if n := child(c.node, key); n != nil {
		return n.Value
	}
	return ""
}

// required reports an empty value, unless the file has one of the wrong type
// there: that was reported.
func (c *configCheck) required(value string, path ...string) bool {
	if strings.TrimSpace(value) != "" {
		return true
	}
	n := c.node
	for _, step := range path {
		if n.Kind == yaml.MappingNode && child(n, step) != nil {
			n = child(n, step)
		}
	}
	if n.Kind == yaml.MappingNode || n.Value == "" {
		c.report(emptyValue, c.where(path), strings.Join(path, "."))
	}
	return false
}

func (c *configCheck) where(path []string) diag.Position {
	steps := make([]any, len(path))
	for i, p := range path {
		steps[i] = p
	}
	return c.loader.at(c.file, steps...)
}

// form reports a required value that is empty or not of its form.
func (c *configCheck) form(value string, form *regexp.Regexp, words diag.Text, path ...string) {
	if c.required(value, path...) && !form.MatchString(value) {
		c.report(badForm, c.where(path), strings.Join(path, "."), value, words)
	}
}

// word reports a value that is none of a few, and puts the default in its
// place.
func (c *configCheck) word(value *string, standard string, known []string, key string) {
	if !slices.Contains(known, *value) {
		f := find(unknownWord, c.loader.at(c.file, key), key, *value)
		c.findings = append(c.findings, suggest(f, *value, known))
		*value = standard
	}
}

// baseURL wants an absolute address of a folder.
func (c *configCheck) baseURL(cfg *Config) {
	if !c.required(cfg.BaseURL, "baseURL") {
		return
	}
	u, err := url.Parse(cfg.BaseURL)
	if err != nil || !isWebAddress(cfg.BaseURL) || u.RawQuery != "" || u.Fragment != "" {
		c.report(badForm, c.loader.at(c.file, "baseURL"), "baseURL", cfg.BaseURL, addressWords)
		cfg.BaseURL = ""
	}
}

func (c *configCheck) languages(cfg *Config) {
	if !slices.Contains(cfg.Languages, plan.Zh) {
		c.report(badForm, c.loader.at(c.file, "languages"), "languages", strings.Join(list(cfg.Languages...), ", "),
			diag.Text{En: "a list with zh in it", Zh: "包含 zh 的列表"})
		cfg.Languages = DefaultConfig().Languages
	}
	slices.Sort(cfg.Languages)
	slices.Reverse(cfg.Languages) // zh, the authority, comes first
	cfg.Languages = slices.Compact(cfg.Languages)
}

func (c *configCheck) columns(cfg *Config) {
	node := child(c.node, "columns")
	if node == nil || node.Kind != yaml.MappingNode {
		return // the defaults are good
	}
	for key := range pairsOf(node) {
		col, ok := cfg.Columns[key.Value]
		if !ok {
			continue
		}
		if !slices.Contains(columnPages(), key.Value) {
			f := find(unknownKey, c.file.pos(key.Line, key.Column), key.Value)
			c.findings = append(c.findings, suggest(f, key.Value, columnPages()))
			delete(cfg.Columns, key.Value)
			continue
		}
		c.column(cfg, key.Value, col)
	}
}

func (c *configCheck) column(cfg *Config, key string, col Column) {
	c.required(col.Name.Zh, "columns", key, "name", "zh")
	c.required(col.Description.Zh, "columns", key, "description", "zh")
	c.required(col.Keywords.Zh, "columns", key, "keywords", "zh")
	if !c.required(col.Type, "columns", key, "type") || slices.Contains(ColumnTypes(), col.Type) {
		return
	}
	f := find(unknownWord, c.loader.at(c.file, "columns", key, "type"), "columns."+key+".type", col.Type)
	c.findings = append(c.findings, suggest(f, col.Type, ColumnTypes()))
	col.Type = ""
	cfg.Columns = maps.Clone(cfg.Columns)
	cfg.Columns[key] = col
}
