package glossary

import "mingbai/cmd/mingbai/internal/diag"

var badTopic = &diag.Rule{
	Code: "G121", Severity: diag.Error,
	Title:   diag.Text{En: "unreadable topic", Zh: "词表条目有误"},
	Message: diag.Text{En: "the entry cannot be read: %v", Zh: "条目无法读取：%v"},
	Hint:    diag.Text{En: "a new entry has id, group, zh and words, and may have en, about, within, often and except", Zh: "新增条目应有 id、group、zh 和 words，可以有 en、about、within、often 和 except"},
	Explain: diag.Text{
		En: "An entry of lexicon.yaml has a key that does not exist, a value of the wrong type, an id that is not made of lower-case words and hyphens, no Chinese name, no words, or an unknown group. The entry is left out; all others are used.",
		Zh: "lexicon.yaml 中的某个条目含有不存在的键、类型不符的值、不合规的 id（应为小写单词加连字符），或者缺少中文名称、词语，或者所属分组不存在。该条目不予采用，其他条目不受影响。",
	},
	Example: "- { id: catering, word: [餐饮] }",
}

var topicTwice = &diag.Rule{
	Code: "G122", Severity: diag.Error,
	Title:   diag.Text{En: "topic listed twice", Zh: "词表条目重复"},
	Message: diag.Text{En: "the id %q stands on line %d already", Zh: "id %q 已在第 %d 行列出"},
	Hint:    diag.Text{En: "merge the two entries: words lists all of them", Zh: "请合并两个条目：words 列出全部词语"},
	Explain: diag.Text{
		En: "A topic has one entry in a file. With two, a person who changes the first does not know of the second. The second is left out.",
		Zh: "一个文件中每类只有一个条目。如有两个，修改前一个的人不知道还有后一个。后一个不予采用。",
	},
	Example: "- { id: catering, words: [饭店] }\n- { id: catering, words: [小吃] }",
}

var unknownTopic = &diag.Rule{
	Code: "G123", Severity: diag.Error,
	Title:   diag.Text{En: "unknown topic", Zh: "词表条目不存在"},
	Message: diag.Text{En: "%s: the lexicon has no other entry %q", Zh: "%s：词表中没有另一条目 %q"},
	Hint:    diag.Text{En: "within and often name other entries of the same list by their id", Zh: "within 和 often 应填写同一列表中其他条目的 id"},
	Explain: diag.Text{
		En: "An entry says that its people belong to another one, which does not exist, or names itself. Their page would lack the measures of the wider group.",
		Zh: "条目注明属于另一类，但该类不存在，或者就是条目自身。其页面将缺少更大类别的举措。",
	},
	Example: "- { id: catering, within: [service] }",
}
