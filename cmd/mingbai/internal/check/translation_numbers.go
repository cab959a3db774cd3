package check

import (
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// kindsOfFact has the rule for each kind of fact.
var kindsOfFact = []struct {
	kind factKind
	rule *diag.Rule
}{{numberFact, numbersDiffer}, {dateFact, datesDiffer}, {documentFact, documentsDiffer}, {markerFact, markersDiffer}}

var factRule = twinRule{
	rules: []*diag.Rule{numbersDiffer, datesDiffer, documentsDiffer, markersDiffer, numberLessOften},
	run: func(r *translationReport, t *twin) {
		chinese, english := zhFacts(r.withoutLatin(t.zh.text)), enFacts(r.withoutLatin(t.en.text))
		for _, k := range kindsOfFact {
			missing, fewerEn := chinese.lacking(english, k.kind)
			added, fewerZh := english.lacking(chinese, k.kind)
			if len(missing)+len(added) > 0 {
				r.add(t, t.at(), k.rule, listed(missing), listed(added))
			} else if len(fewerEn)+len(fewerZh) > 0 {
				r.add(t, t.at(), numberLessOften, listed(fewerEn), listed(fewerZh))
			}
		}
	},
}

// withoutLatin takes the names that may stand in Chinese out of a text: the
// numbers in COVID-19 and 2019-nCoV count nothing, and only one of the
// languages may use the name.
func (r *translationReport) withoutLatin(text string) string {
	for _, name := range r.numbered {
		text = strings.ReplaceAll(text, name, " ")
	}
	return text
}

func listed(values []string) string {
	if len(values) == 0 {
		return "–"
	}
	return strings.Join(values, ", ")
}

var numbersDiffer = &diag.Rule{
	Code: "K801", Severity: diag.Error,
	Title:   diag.Text{En: "numbers differ between the languages", Zh: "两种语言的数字不一致"},
	Message: diag.Text{En: "numbers only in the Chinese: %s; only in the English: %s", Zh: "仅见于中文的数字：%s；仅见于英文的数字：%s"},
	Hint:    diag.Text{En: "compare both paragraphs; 5亿元 is 500 million yuan, 万 is ten thousand", Zh: "请对照两段文字；5亿元 = 500 million yuan，1万 = 10 thousand"},
	Explain: diag.Text{
		En: "A number, sum or percentage stands in one language and has no counterpart in the other. Values are compared after conversion: 5亿元 and 500 million yuan are 500000000, 三个 and three are 3, 3个百分点 is 3pp. 一 and “one”, 双 and “both” may be a counterpart but need none.",
		Zh: "某个数字、金额或百分比只出现在一种语言中。比较前先换算：5亿元与 500 million yuan 均为 500000000，三个与 three 均为 3，3个百分点为 3pp。“一”与 one、“双”与 both 可以互相对应，但不要求对应。",
	},
	Example: "安排5亿元。 / Allocate 50 million yuan.",
}

var numberLessOften = &diag.Rule{
	Code: "K802", Severity: diag.Warning,
	Title:   diag.Text{En: "number comes less often in one language", Zh: "数字出现次数不一致"},
	Message: diag.Text{En: "numbers that come less often in the English: %s; in the Chinese: %s", Zh: "在英文中出现较少的数字：%s；在中文中出现较少的数字：%s"},
	Hint:    diag.Text{En: "see whether one of the places was lost or has another number", Zh: "请核对是否漏译一处，或其中一处数字有误"},
	Explain: diag.Text{
		En: "Both languages have the number, but one has it more often. A sentence may have been left out, a number may have been replaced by another one of the paragraph, or one language says it shorter.",
		Zh: "两种语言都有该数字，但次数不同。可能漏译了一句，可能误写成了段内的另一个数字，也可能只是一种语言的说法较简。",
	},
	Example: "减免3个月，再减免3个月。 / Waive 3 months' rent, then more.",
}

var datesDiffer = &diag.Rule{
	Code: "K803", Severity: diag.Error,
	Title:   diag.Text{En: "dates differ between the languages", Zh: "两种语言的日期不一致"},
	Message: diag.Text{En: "dates only in the Chinese: %s; only in the English: %s", Zh: "仅见于中文的日期：%s；仅见于英文的日期：%s"},
	Hint:    diag.Text{En: "2022年6月30日 is 30 June 2022, 6月底 the end of June", Zh: "2022年6月30日 = 30 June 2022，6月底 = the end of June"},
	Explain: diag.Text{
		En: "A year, day, month, quarter or end of a period stands in one language only. Days are shown as month-day (06-30), months as 06, the end of a month as 06-end, quarters as Q4, halves of a year as H1, the end of a year as year-end.",
		Zh: "某个年份、日期、月份、季度或期末只出现在一种语言中。日期写作“月-日”（06-30），月份写作 06，月底写作 06-end，季度写作 Q4，半年写作 H1，年底写作 year-end。",
	},
	Example: "6月底前完成。 / Complete it by 1 June.",
}

var documentsDiffer = &diag.Rule{
	Code: "K804", Severity: diag.Error,
	Title:   diag.Text{En: "document numbers differ between the languages", Zh: "两种语言的发文字号不一致"},
	Message: diag.Text{En: "document numbers only in the Chinese: %s; only in the English: %s", Zh: "仅见于中文的发文字号：%s；仅见于英文的发文字号：%s"},
	Hint:    diag.Text{En: "云政办发〔2022〕42号 is Yun Zheng Ban Fa [2022] No. 42", Zh: "云政办发〔2022〕42号 = Yun Zheng Ban Fa [2022] No. 42"},
	Explain: diag.Text{
		En: "A document is cited by its number in one language and not, or by another number, in the other. Readers could not find it. Year and number are compared.",
		Zh: "一种语言引用的发文字号在另一种语言中没有，或者不同，读者将无法查到该文件。比较的是年份和序号。",
	},
	Example: "（云政办发〔2022〕42号） / (Yun Zheng Ban Fa [2022] No. 24)",
}

var markersDiffer = &diag.Rule{
	Code: "K805", Severity: diag.Error,
	Title:   diag.Text{En: "list markers differ between the languages", Zh: "两种语言的序号不一致"},
	Message: diag.Text{En: "list markers only in the Chinese: %s; only in the English: %s", Zh: "仅见于中文的序号：%s；仅见于英文的序号：%s"},
	Hint:    diag.Text{En: "一是…二是… is First, … Second, …; （一） is (1)", Zh: "一是……二是…… = First, … Second, …；（一）= (1)"},
	Explain: diag.Text{
		En: "A list inside the paragraph has more items in one language than in the other: an item was left out or two were run together.",
		Zh: "段内列举的项数在两种语言中不同：可能漏译一项，也可能把两项合在了一起。",
	},
	Example: "一是减税。二是降费。 / First, cut taxes and fees.",
}
