package check

import (
	"fmt"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// testTerms is a small glossary.
func testTerms() *glossary.Terms {
	return &glossary.Terms{
		Latin: []string{"APP", "COVID-19", "2019-nCoV"},
		Han:   []string{"政采贷"},
		Terms: []glossary.Term{
			{Zh: "中小微企业", En: []string{"micro, small and medium-sized enterprises"}},
			{Zh: "小微企业", En: []string{"micro and small enterprises"}},
			{Zh: "清欠", En: []string{"clearing arrears", "clear … arrears"}, Forbidden: []string{"debt clearing"}},
			{Zh: "州（市）", En: []string{"prefectures and cities"}, Forbidden: []string{"states"}, Free: true},
		},
	}
}

// told runs the rules over one pair of texts, both translated by people, and
// gives the codes of what they find.
func told(chinese, english string) string {
	body := &content.Department{Short: plan.Text{Zh: "省清欠办"}}
	r := &translationReport{Comparer: NewComparer([]*content.Department{body}, testTerms())}
	t := &twin{id: "d/m01#p1", zh: twinText{chinese, true, diag.Position{}}, en: twinText{english, true, diag.Position{}}}
	for _, rule := range twinRules() {
		rule.run(r, t)
	}
	var codes []string
	for _, f := range r.findings {
		codes = append(codes, f.Code)
	}
	return strings.Join(codes, " ")
}

func TestFactsAgree(t *testing.T) {
	for _, c := range [][2]string{
		{"安排5亿元资金，统筹50亿元", "Allocate 500 million yuan and pool 5 billion yuan"},
		{"给予1000万元补助", "A subsidy of 10 million yuan"},
		{"2.5万（含）至5万千瓦的水电站", "hydropower stations of 25,000 kilowatts (inclusive) to 50,000 kilowatts"},
		{"培育企业1万户、2400户", "Cultivate 10,000 and 2,400 enterprises"},
		{"1—2亿元、2－3个批次", "100–200 million yuan, 2–3 batches"},
		{"减按50%征收，提高3个百分点", "levied at 50 percent, raised by 3 percentage points"},
		{"提高三个百分点", "raised by three percentage points"},
		{"三个方面、十大行动、十二项", "three areas, ten actions, twelve items"},
		{"二十五户、两百万元、三千人", "twenty-five enterprises, two million yuan, 3,000 people"},
		{"减少三分之一，占三成多", "reduce by one third, more than 30%"},
		{"2022年6月30日前", "by 30 June 2022"},
		{"2022年6月30日前", "by June 30, 2022"},
		{"自2022年1月1日至12月31日", "from 1 January to 31 December 2022"},
		{"6月1日至30日", "from 1 to 30 June"},
		{"6月底前，2022年底前，2025年年底", "by the end of June, by the end of 2022, by the end of 2025"},
		{"2021年第四季度、2022年第一、二季度", "the fourth quarter of 2021 and the first and second quarters of 2022"},
		{"连续两个季度，上半年", "for two quarters, in the first half of the year"},
		{"5月底前、5月、2022年5月", "by the end of May, in May and in May 2022"},
		{"企业可以申请", "Enterprises may apply"},
		{"云政办发〔2022〕42号", "Yun Zheng Ban Fa [2022] No. 42"},
		{"2022年第5号公告", "Announcement No. 5 of 2022"},
		{"党的二十大", "the 20th CPC National Congress"},
		{"第九届大赛", "the ninth competition"},
		{"一是减税。二是降费。", "First, cut taxes. Second, cut fees."},
		{"（一）减税；（二）降费", "(1) Cut taxes; (2) cut fees"},
		{"一次性补贴一批企业，一体推进，进一步统一", "A one-off subsidy for a number of enterprises"},
		{"服务“三农”，引入第三方，千方百计促进大众创业万众创新", "Serve farmers, use third parties and do everything for start-ups"},
		{"省、州、县三级领导", "officials at the provincial, prefecture and county levels"},
		{"双向选择，每户奖励一次", "two-way choice, each rewarded once"},
		{"满1年且解决1项困难", "for a year, solving one difficulty"},
		{"新冠病毒（2019-nCoV）疫情", "the COVID-19 epidemic"},
		{"培育2000户企业", "Cultivate 2,000 enterprises"},
	} {
		if got := told(c[0], c[1]); got != "" {
			t.Errorf("%s / %s: %s, want nothing", c[0], c[1], got)
		}
	}
}

func TestFactsDiffer(t *testing.T) {
	for _, c := range []struct{ zh, en, want string }{
		{"安排5亿元资金", "Allocate 50 million yuan", "K801"},
		{"减按50%征收", "levied at 5%", "K801"},
		{"减按50%征收", "levied at 50", "K801"},
		{"提高3个百分点的比例", "raise the ratio by 3%", "K801"},
		{"从三个方面推进工作", "promote the work in several areas", "K801"},
		{"从几个方面推进工作", "promote the work in three areas", "K801"},
		{"减免3个月租金，再减免3个月租金", "waive 3 months' rent, then waive more rent", "K802"},
		{"6月底前完成工作", "complete it by 30 June", "K803"},
		{"2022年底前完成工作", "complete it by the end of 2023", "K803"},
		{"第四季度完成工作", "complete it in the third quarter", "K803"},
		{"上半年完成工作", "complete it in the second half of the year", "K803"},
		{"云政办发〔2022〕42号文件", "Yun Zheng Ban Fa [2022] No. 24", "K804"},
		{"国发〔2022〕12号文件", "the notice of the State Council", "K804"},
		{"一是减税。二是降费。", "First, cut taxes and also cut fees.", "K805"},
		{"（一）减税；（二）降费", "(1) Cut taxes and cut fees", "K805"},
	} {
		if got := told(c.zh, c.en); got != c.want {
			t.Errorf("%s / %s: %q, want %q", c.zh, c.en, got, c.want)
		}
	}
}

func TestChineseNumerals(t *testing.T) {
	for s, want := range map[string]float64{
		"二": 2, "两": 2, "十": 10, "十二": 12, "二十": 20, "二十五": 25, "一百零五": 105, "三千": 3000, "两万": 20000,
		"二十万": 200000, "一亿五千万": 150000000, "12": 12,
		"万": 0, "百": 0, "三四": 0, "零": 0, "": 0, "千百": 0,
	} {
		if got := zhValue(s); got != want {
			t.Errorf("zhValue(%q) = %v, want %v", s, got, want)
		}
	}
}

// FuzzTwins: no text makes the rules panic, and the same text gives the same
// findings.
func FuzzTwins(f *testing.F) {
	f.Add("安排5亿元，第一、二季度（一）〔2022〕42号", "500 million yuan, [2022] No. 42 in the first quarter …")
	f.Add("三分之", "’)(“ 1–2 million May")
	f.Add("\xff万亿一", "99999999999999999999999 trillion\xff")
	f.Fuzz(func(t *testing.T, chinese, english string) {
		if got, again := told(chinese, english), told(chinese, english); got != again {
			t.Error(fmt.Sprint(got, " then ", again))
		}
	})
}
