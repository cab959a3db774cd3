package content

import "mingbai/cmd/mingbai/internal/diag"

// frontRules are about front matter and site.yaml as YAML, read strictly.
func frontRules() []*diag.Rule {
	return []*diag.Rule{noFront, badYAML, unknownKey, wrongType, notADate, unknownWord, missingKey, factInTwin, repeatedKey, badForm}
}

var noFront = &diag.Rule{
	Code: "C201", Severity: diag.Error,
	Title:   diag.Text{En: "no front matter", Zh: "缺少前置信息"},
	Message: diag.Text{En: "the file does not begin with front matter between two lines ---", Zh: "文件开头没有以两行 --- 括起的前置信息"},
	Hint:    diag.Text{En: "begin the file with a line ---, and end the front matter with another", Zh: "请以单独一行 --- 开头，并以单独一行 --- 结束前置信息"},
	Explain: diag.Text{
		En: "A content file begins with its facts: a line ---, keys with values, a line ---. The text follows. Without it nobody knows what the page is. The file is left out. An empty file is written again by the next import.",
		Zh: "内容文件以前置信息开头：一行 ---，若干键和值，再一行 ---，其后是正文。缺少前置信息就无法判断页面是什么，因此该文件不予采用。空文件会在下次导入时重新写入。",
	},
	Example: "title: 加快落实增值税留抵退税政策",
}

var badYAML = &diag.Rule{
	Code: "C202", Severity: diag.Error,
	Title:   diag.Text{En: "not YAML", Zh: "不符合 YAML 格式"},
	Message: diag.Text{En: "not YAML: %s", Zh: "不符合 YAML 格式：%s"},
	Hint: diag.Text{
		En: "put a text with a colon, a quotation mark or a # into double quotes; indent with spaces",
		Zh: "含有半角冒号、引号或 # 的文字请用半角双引号括起；缩进请用空格",
	},
	Explain: diag.Text{
		En: "Front matter and site.yaml are YAML. The reader could not go on at this line or the one before it. The file is left out.",
		Zh: "前置信息和 site.yaml 采用 YAML 格式。读到此行或上一行时无法继续，因此该文件不予采用。",
	},
	Example: "---\ntitle: a: b\n---",
}

var unknownKey = &diag.Rule{
	Code: "C203", Severity: diag.Error,
	Title:   diag.Text{En: "unknown key", Zh: "未知的键"},
	Message: diag.Text{En: "unknown key %q", Zh: "未知的键“%s”"},
	Explain: diag.Text{
		En: "Every key has a meaning; one that is not known is most likely mistyped, and its value would be lost unnoticed.",
		Zh: "每个键都有确定的含义。未知的键多半是输入有误，其内容会在不知不觉中丢失。",
	},
	Example: "---\nid: yunnan-2022\ntitel: 实施方案\n---",
}

var wrongType = &diag.Rule{
	Code: "C204", Severity: diag.Error,
	Title:   diag.Text{En: "wrong type", Zh: "类型不符"},
	Message: diag.Text{En: "%s: expected %s, found %s", Zh: "%s：应为%s，实为%s"},
	Explain: diag.Text{
		En: "The value is not of the kind that its key needs. YAML takes 2022 for a number and 2022-06-30 for a date unless they stand in quotes. The value is left out.",
		Zh: "该值的类型与键的要求不符。YAML 会把没有引号的 2022 当作数字，把 2022-06-30 当作日期。该值不予采用。",
	},
	Example: "---\ntitle: 2022\n---",
}

var notADate = &diag.Rule{
	Code: "C205", Severity: diag.Error,
	Title:   diag.Text{En: "not a date", Zh: "不是有效日期"},
	Message: diag.Text{En: "%s: %q is not a day of the calendar", Zh: "%s：“%s”不是有效的日期"},
	Hint:    diag.Text{En: "write year-month-day with all digits: 2022-06-30", Zh: "请按“年-月-日”写全数字，如 2022-06-30"},
	Explain: diag.Text{
		En: "Dates are written 2006-01-02 and must exist: there is no 31 June. A wrong date on a government page misleads people, so it is left out and stops the build.",
		Zh: "日期写作 2006-01-02 的形式，并且必须真实存在：6月没有31日。政务页面上的错误日期会误导公众，因此不予采用，并且不能生成网站。",
	},
	Example: "deadlines:\n  - { text: 6月31日前, kind: due, end: 2022-06-31 }",
}

var unknownWord = &diag.Rule{
	Code: "C206", Severity: diag.Error,
	Title:   diag.Text{En: "unknown value", Zh: "未知的值"},
	Message: diag.Text{En: "%s: unknown value %q", Zh: "%s：未知的值“%s”"},
	Explain: diag.Text{
		En: "The key takes one of a few fixed words, and this is none of them.",
		Zh: "该键只能取几个固定的词之一，而这个值不在其中。",
	},
	Example: "responsibilities:\n  - { org: prov-finance, role: leed }",
}

var missingKey = &diag.Rule{
	Code: "C207", Severity: diag.Error,
	Title:   diag.Text{En: "key missing", Zh: "缺少必需的键"},
	Message: diag.Text{En: "the key %q is missing", Zh: "缺少键“%s”"},
	Hint:    diag.Text{En: "compare the file with others of its kind", Zh: "请对照同类文件补充"},
	Explain: diag.Text{
		En: "Without this key the page or the entry has no meaning: an id makes its address, an org and a role make a responsibility.",
		Zh: "缺少该键，页面或条目就没有意义：id 决定网址，org 和 role 构成一项职责。",
	},
}

var factInTwin = &diag.Rule{
	Code: "C208", Severity: diag.Error,
	Title:   diag.Text{En: "fact in the English file", Zh: "英文文件中含有事实数据"},
	Message: diag.Text{En: "%q is a fact and stands in the Chinese file alone", Zh: "“%s”属于事实数据，只能写在中文文件中"},
	Hint:    diag.Text{En: "delete it here; change it in the .zh.md file", Zh: "请在此处删除，并在 .zh.md 文件中修改"},
	Explain: diag.Text{
		En: "A fact stands in one place, so that two languages can never contradict each other: responsibilities, deadlines, amounts, numbers and ids stand in the Chinese file. The English file has a title, the state of its translation, and the text.",
		Zh: "一项事实只写在一处，两种语言才不会互相矛盾：职责、时限、金额、编号和 id 都写在中文文件中。英文文件只有标题、翻译状态和正文。",
	},
}

var repeatedKey = &diag.Rule{
	Code: "C209", Severity: diag.Error,
	Title:   diag.Text{En: "repeated key", Zh: "键重复"},
	Message: diag.Text{En: "the key %q stands twice", Zh: "键“%s”出现两次"},
	Hint:    diag.Text{En: "keep one of them", Zh: "请只保留一处"},
	Explain: diag.Text{
		En: "Two values for one key: nobody can know which one is meant. The first is used until one is deleted.",
		Zh: "同一个键有两个值，无法判断以哪个为准。删除其中一个之前，暂用第一个。",
	},
}

var badForm = &diag.Rule{
	Code: "C210", Severity: diag.Error,
	Title:   diag.Text{En: "wrong form", Zh: "格式不符"},
	Message: diag.Text{En: "%s: %q is not %s", Zh: "%s：“%s”格式不符，应为：%s"},
	Explain: diag.Text{
		En: "The value has to be of a certain form, which the message names, because an address, a file name or a tag of the page is made of it.",
		Zh: "该值用于网址、文件名或页面标签，必须符合提示中说明的格式。",
	},
}
