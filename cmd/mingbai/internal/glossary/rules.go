package glossary

import "mingbai/cmd/mingbai/internal/diag"

// Rules lists every finding of this package.
func Rules() []*diag.Rule {
	return []*diag.Rule{badEntry, duplicateID, nameTaken, badTerm, termTwice, badSuppression, badSynonym, badTopic, topicTwice, unknownTopic}
}

var badEntry = &diag.Rule{
	Code: "G101", Severity: diag.Error,
	Title:   diag.Text{En: "unreadable entry", Zh: "条目有误"},
	Message: diag.Text{En: "the entry cannot be read: %v", Zh: "条目无法读取：%v"},
	Hint:    diag.Text{En: "compare it with the entries around it", Zh: "请对照前后条目更正"},
	Explain: diag.Text{
		En: "An entry of organizations.yaml has a key that does not exist, a value of the wrong type, an id that is not made of lower-case words and hyphens, an unknown kind, or no Chinese name. The entry is left out; all others are used.",
		Zh: "organizations.yaml 中的某个条目含有不存在的键、类型不符的值、不合规的 id（应为小写单词加连字符）、未知的类别，或缺少中文名称。该条目不予采用，其他条目不受影响。",
	},
}

var duplicateID = &diag.Rule{
	Code: "G102", Severity: diag.Error,
	Title:   diag.Text{En: "id used twice", Zh: "id 重复"},
	Message: diag.Text{En: "the id %q stands on line %d already", Zh: "id %q 已在第 %d 行使用"},
	Hint:    diag.Text{En: "merge the two entries, or give one of them another id", Zh: "请合并两个条目，或为其中之一另取 id"},
	Explain: diag.Text{
		En: "Every body has one id and one entry. Two entries with one id would make it unclear which names belong to it.",
		Zh: "每个单位只有一个 id 和一个条目。同一 id 出现两次，名称归属就不明确。",
	},
}

var nameTaken = &diag.Rule{
	Code: "G103", Severity: diag.Error,
	Title:   diag.Text{En: "name of two bodies", Zh: "名称归属冲突"},
	Message: diag.Text{En: "the name %q belongs to %s on line %d already", Zh: "名称 %q 已属于 %s（第 %d 行）"},
	Hint:    diag.Text{En: "a name may lead to one body only: remove it from one of the two", Zh: "一个名称只能对应一个单位，请从其中一处删除"},
	Explain: diag.Text{
		En: "Names are compared without regard to width, case, spaces and a leading name of the region. When two entries share a name, responsibilities of one body could be published under the other.",
		Zh: "名称比较时不计全半角、大小写、空格及开头的行政区名称。两个条目共用一个名称时，一个单位的职责可能被误列到另一个单位名下。",
	},
}
