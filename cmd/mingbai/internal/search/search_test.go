package search

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// corpus is a small site.
func corpus() []Document {
	page := func(url, title string, body ...string) Document {
		return Document{URL: "zh/" + url, Lang: "zh", Kind: "measure", Title: title, Body: body}
	}
	docs := []Document{
		page("tax.html", "加快落实增值税留抵退税政策", "继续落实好符合条件的小微企业存量留抵税额一次性全额退还，统筹50亿元资金。"),
		page("rent.html", "加大服务业困难行业帮扶力度", "对承租国有房屋的个体工商户减免3个月租金，对餐饮企业员工核酸检测给予补贴。"),
		page("insurance.html", "阶段性缓缴社会保险费", "养老保险费缓缴实施期限到2022年底，即2022年12月31日。"),
		page("loans.html", "做好接续融资安排", "与货车司机自主协商，对其贷款实施延期还本付息。"),
		page("jobs.html", "给予一次性扩岗补助", "企业招用毕业年度高校毕业生，按每人不超过1500元发放。"),
		{URL: "en/tax.html", Lang: "en", Kind: "measure", Title: "Speed up VAT credit refunds", Body: []string{"Refund outstanding credits of micro and small enterprises; pool 5 billion yuan."}},
		{URL: "en/rent.html", Lang: "en", Kind: "measure", Title: "Give more help to services", Body: []string{"Waive the rent of self-employed businesses; subsidize tests of catering staff."}},
	}
	docs[1].Facets = Facets{Action: "resume", Departments: []string{"finance", "health", "finance"}, Audiences: []string{"self-employed"},
		Limits: []Limit{{"expiry", "", "2022-12-31"}}}
	docs[2].Facets = Facets{Action: "tax", Departments: []string{"finance"}, Limits: []Limit{{"due", "2022-01-01", "2022-06-30"}}}
	docs[3].Facets = Facets{Action: "finance", Departments: []string{"bank"}, Limits: []Limit{{"period", "2023-01-01", "2023-12-31"}}}
	docs[4].Facets = Facets{Limits: []Limit{{Kind: "repealed"}}}
	return docs
}

var corpusOptions = Options{
	Synonyms: []Synonym{
		{Words: []string{"社保", "社会保险"}},
		{Words: []string{"房租", "租金"}},
		{Words: []string{"饭店"}, Find: []string{"餐饮"}},
		{Words: []string{"VAT", "增值税"}},
		{Words: []string{"不存在", "没人用"}},
	},
	Ignored: []string{"怎么", "什么时候"},
}

func write(t testing.TB, docs []Document) map[string][]byte {
	t.Helper()
	files, err := Write(t.Context(), docs, corpusOptions)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func open(t testing.TB, files map[string][]byte, lang string) *Index {
	t.Helper()
	x, err := Open(lang, func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return data, nil
		}
		return nil, fs.ErrNotExist
	})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestSearch(t *testing.T) {
	files := write(t, corpus())
	for _, c := range []struct{ lang, query, first, asked string }{
		{"zh", "留抵退税", "tax", ""},
		{"zh", "留抵退税什么时候到账", "tax", ""},   // a question
		{"zh", "社保怎么缓缴", "insurance", ""}, // a synonym
		{"zh", "房租", "rent", ""},
		{"zh", "饭店补贴", "rent", ""}, // one way only
		{"zh", "餐饮", "rent", ""},
		{"zh", "VAT", "tax", ""}, // across languages
		{"zh", "５０亿", "tax", ""},
		{"zh", "12月31日", "insurance", ""},
		{"zh", "岗", "jobs", ""}, // a single character
		{"zh", "貨車司機", "loans", "货车司机"},
		{"zh", "liudituishui", "tax", "留抵退税"},
		{"zh", "jie xu rong zi", "loans", "接续融资"},
		{"zh", "留底退税", "tax", "留抵退税"},
		{"en", "refunding VAT credits", "tax", ""},
		{"en", "rents waived", "rent", ""},
		{"en", "subsid", "rent", ""},
		{"en", "caterng", "rent", "catering"},
		{"en", "5 billion", "tax", ""},
	} {
		x := open(t, files, c.lang)
		a, err := x.Search(c.query)
		if err != nil || len(a.Hits) == 0 {
			t.Errorf("%q: nothing found, %v", c.query, err)
			continue
		}
		p, err := x.Page(a.Hits[0].Page)
		if want := c.lang + "/" + c.first + ".html"; err != nil || p.URL != want {
			t.Errorf("%q: first is %s (%v), want %s", c.query, p.URL, err, want)
		}
		asked := c.asked
		if asked == "" {
			asked = c.query
		}
		if a.Query != asked {
			t.Errorf("%q was searched for as %q, want %q", c.query, a.Query, asked)
		}
	}
	for _, query := range []string{"", "，。", "怎么", "the", "甲乙丙丁", "xyzzyx"} {
		if a, err := open(t, files, "zh").Search(query); err != nil || len(a.Hits) > 0 {
			t.Errorf("%q: %d hits, %v; want none", query, len(a.Hits), err)
		}
	}
}

// A page with all of what was asked for stands before one with a part of it,
// however much it says of that part.
func TestCoverageBeforeRepetition(t *testing.T) {
	docs := corpus()
	docs = append(docs, Document{URL: "zh/often.html", Lang: "zh", Title: "租金", Body: []string{strings.Repeat("租金，", 40)}})
	x := open(t, write(t, docs), "zh")
	a, err := x.Search("个体工商户房租")
	if err != nil {
		t.Fatal(err)
	}
	if p, _ := x.Page(a.Hits[0].Page); p.URL != "zh/rent.html" {
		t.Errorf("first is %s", p.URL)
	}
}

func TestFilters(t *testing.T) {
	x := open(t, write(t, corpus()), "zh")
	for _, c := range []struct {
		filter Filter
		today  string
		want   []string
	}{
		{Filter{Department: "finance"}, "2022-10-15", []string{"insurance", "rent"}},
		{Filter{Department: "finance", Action: "tax"}, "2022-10-15", []string{"insurance"}},
		{Filter{Audience: "self-employed"}, "2022-10-15", []string{"rent"}},
		{Filter{Status: "running"}, "2022-10-15", []string{"rent"}},
		{Filter{Status: "soon"}, "2022-10-15", []string{"rent"}},
		{Filter{Status: "soon"}, "2022-07-15", nil},
		{Filter{Status: "over"}, "2022-10-15", []string{"insurance", "jobs"}},
		{Filter{Status: "over"}, "2022-06-30", []string{"jobs"}}, // the last day counts
		{Filter{Status: "over"}, "", []string{"jobs"}},
		{Filter{Status: "upcoming"}, "2022-10-15", []string{"loans"}},
		{Filter{Status: "running"}, "", nil},
		{Filter{Department: "nobody"}, "2022-10-15", nil},
	} {
		pages, err := x.Allowed(c.filter, c.today, 90)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range slices.Sorted(maps.Keys(pages)) {
			p, err := x.Page(n)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, strings.TrimSuffix(strings.TrimPrefix(p.URL, "zh/"), ".html"))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%+v on %s (-want +got):\n%s", c.filter, c.today, diff)
		}
	}
	if all, err := x.Allowed(Filter{}, "", 0); all != nil || err != nil {
		t.Errorf("no filter: %v, %v", all, err)
	}
}

// The order of the pages and of the processors leaves no trace.
func TestSameBytes(t *testing.T) {
	want := write(t, corpus())
	for seed := range uint64(3) {
		docs := corpus()
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		got := write(t, docs)
		if diff := cmp.Diff(slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got))); diff != "" {
			t.Fatal(diff)
		}
		for name := range want {
			if !bytes.Equal(want[name], got[name]) {
				t.Errorf("%s differs", name)
			}
		}
	}
}

func TestWriteStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if files, err := Write(ctx, corpus(), Options{}); !errors.Is(err, context.Canceled) || files != nil {
		t.Errorf("%d files, %v", len(files), err)
	}
}

func TestWriteNothing(t *testing.T) {
	if files := write(t, nil); len(files) != 0 {
		t.Errorf("%d files of no page", len(files))
	}
}

// Words that find nothing in this index are not sent to readers.
func TestWordsAreCutDown(t *testing.T) {
	files := write(t, corpus())
	if words := string(files["search/zh/words.json"]); strings.Contains(words, "没人用") || !strings.Contains(words, "社保") {
		t.Errorf("words.json: %s", words)
	}
	if words := string(files["search/en/words.json"]); strings.Contains(words, "社保") || strings.Contains(words, "饭店") {
		t.Errorf("words.json of the English pages: %s", words)
	}
	if _, ok := files["search/en/variants.json"]; ok {
		t.Error("an index without Chinese has a file for traditional characters")
	}
}

// Whatever is typed has an answer.
func FuzzSearch(f *testing.F) {
	files := write(f, corpus())
	for _, s := range []string{"留底退税", "liudituishui", "caterng", "50亿", "\xff", "a'b", "社保 VAT 6月", "ＶＡＴ", "𠀀𠀁𠀂"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, query string) {
		for _, lang := range []string{"zh", "en"} {
			if _, err := open(t, files, lang).Search(query); err != nil {
				t.Fatal(err)
			}
		}
	})
}
