package glossary

import "mingbai/cmd/mingbai/internal/diag"

var badTerm = &diag.Rule{
	Code: "G111", Severity: diag.Error,
	Title:   diag.Text{En: "unreadable term", Zh: "术语条目有误"},
	Message: diag.Text{En: "the term cannot be read: %v", Zh: "术语条目无法读取：%v"},
	Hint:    diag.Text{En: "an entry has zh, en (a list), source or reason, and may have forbidden (a list) and free", Zh: "条目应有 zh、en（列表）、source 或 reason，可以有 forbidden（列表）和 free"},
	Explain: diag.Text{
		En: "An entry of glossary.yaml has a key that does not exist, a value of the wrong type, no term in one of the languages, or says neither who uses the rendering nor why it was chosen. The entry is left out; all others are used.",
		Zh: "glossary.yaml 中的某个条目含有不存在的键、类型不符的值，或者缺少一种语言的说法，或者既未注明译法出处也未说明理由。该条目不予采用，其他条目不受影响。",
	},
	Example: "- { zh: 首贷户, en: [first-time borrowers] }",
}

var termTwice = &diag.Rule{
	Code: "G112", Severity: diag.Error,
	Title:   diag.Text{En: "term listed twice", Zh: "术语重复"},
	Message: diag.Text{En: "the term “%s” stands on line %d already", Zh: "术语“%s”已在第 %d 行列出"},
	Hint:    diag.Text{En: "merge the two entries: en lists all accepted forms", Zh: "请合并两个条目：en 列出所有认可的译法"},
	Explain: diag.Text{
		En: "A term has one entry with all its accepted renderings. With two, a translator who finds the first does not know of the second.",
		Zh: "每个术语只有一个条目，列出全部认可的译法。如有两个条目，译者查到前一个，就不知道还有后一个。",
	},
	Example: "- { zh: 首贷, … }\n- { zh: 首贷, … }",
}

var badSuppression = &diag.Rule{
	Code: "G113", Severity: diag.Error,
	Title:   diag.Text{En: "suppression without reason", Zh: "例外条目有误"},
	Message: diag.Text{En: "the suppression does not hold: %v", Zh: "例外条目无效：%v"},
	Hint:    diag.Text{En: "give code, text (PAGE-ID#p31) and reason", Zh: "请写明 code、text（页面 id#p31）和 reason"},
	Explain: diag.Text{
		En: "Whoever silences a finding says which one, at which text and why, so that the next person can judge whether the reason still holds. An entry that does not say so silences nothing.",
		Zh: "不再报告某个问题时，应当写明是哪个问题、针对哪段文字、理由是什么，以便他人日后判断理由是否仍然成立。没有写明的条目不起作用。",
	},
	Example: "- { code: K832, text: yunnan-2022/clearing-arrears/industry-it/s01#title }",
}
