package check

import "mingbai/cmd/mingbai/internal/diag"

var unbalanced = &diag.Rule{
	Code: "K823", Severity: diag.Error,
	Title:   diag.Text{En: "unbalanced bracket or quotation mark", Zh: "括号或引号不成对"},
	Message: diag.Text{En: "the mark %s has no partner", Zh: "“%s”没有与之成对的标点"},
	Hint:    diag.Text{En: "open and close brackets, quotation marks and 《》 in pairs, inner ones first", Zh: "括号、引号、书名号应当成对使用，先关内层，后关外层"},
	Explain: diag.Text{
		En: "A bracket, quotation mark or title mark of the translation is opened and not closed, closed and not opened, or closed in the wrong order. Part of the text may be missing.",
		Zh: "译文中的括号、引号或书名号只有一半，或者先后次序颠倒，文字可能有缺漏。",
	},
	Example: "(Lead: Provincial Department of Finance",
}

var wrongForm = &diag.Rule{
	Code: "K824", Severity: diag.Warning,
	Title:   diag.Text{En: "punctuation of the other language", Zh: "标点形式不符"},
	Message: diag.Text{En: "“%s” is no mark of this language: “%s”", Zh: "“%s”不是本语言的标点：“%s”"},
	Hint:    diag.Text{En: "Chinese has full-width marks and 《》, English half-width ones; both have curly quotation marks “”", Zh: "中文用全角标点和书名号，英文用半角标点；引号均用“”"},
	Explain: diag.Text{
		En: "A translation uses the marks of its own language. Full-width marks in English leave gaps, half-width ones in Chinese run into the characters, and titles are quoted with “” in English and 《》 in Chinese.",
		Zh: "译文应使用本语言的标点。英文中的全角标点会留下空隙，中文中的半角标点会与文字挤在一起；文件名称中文用《》，英文用“”。",
	},
	Example: "各州(市)政府",
}

var hanInEnglish = &diag.Rule{
	Code: "K821", Severity: diag.Error,
	Title:   diag.Text{En: "Chinese characters in the English", Zh: "英文中有汉字"},
	Message: diag.Text{En: "“%s” stands in the English translation", Zh: "英文译文中有“%s”"},
	Hint:    diag.Text{En: "translate it, or add the name of a product to han in seeds/glossary.yaml", Zh: "请译成英文；如为产品名称，请列入 seeds/glossary.yaml 的 han"},
	Explain: diag.Text{
		En: "A part was left untranslated. A reader of the English page cannot read it, and a screen reader cannot say it.",
		Zh: "有一部分没有译出。英文读者看不懂，读屏软件也读不出来。",
	},
	Example: "Provide 留抵退税 to enterprises.",
}

var latinInChinese = &diag.Rule{
	Code: "K822", Severity: diag.Error,
	Title:   diag.Text{En: "Latin letters in the Chinese", Zh: "中文中有外文词"},
	Message: diag.Text{En: "“%s” stands in the Chinese translation", Zh: "中文译文中有“%s”"},
	Hint:    diag.Text{En: "translate it, or add it to latin in seeds/glossary.yaml where Chinese writes it so", Zh: "请译成中文；如中文习惯如此书写，请列入 seeds/glossary.yaml 的 latin"},
	Explain: diag.Text{
		En: "A word was left in English. Official Chinese texts use few foreign words (APP, APEC); those are listed in the glossary.",
		Zh: "有的词没有译成中文。公文中使用的外文词很少（如 APP、APEC），均应列入术语表。",
	},
	Example: "由 Provincial Department of Finance 负责",
}

var oddLength = &diag.Rule{
	Code: "K831", Severity: diag.Warning,
	Title:   diag.Text{En: "lengths of the languages do not fit", Zh: "两种语言的篇幅相差过大"},
	Message: diag.Text{En: "%d Chinese characters stand against %d English letters", Zh: "中文 %d 字，英文 %d 个字母，相差过大"},
	Hint:    diag.Text{En: "see whether something was left out or added", Zh: "请核对有无漏译或者增译"},
	Explain: diag.Text{
		En: "A Chinese character takes 2.5 to 9 English letters in running text (1.5 to 14 in a text of fewer than 30 characters). Beyond that, something was probably left out or added.",
		Zh: "正文中一个汉字约合 2.5 至 9 个英文字母（不足 30 字的短文为 1.5 至 14 个）。超出这一范围，多半有漏译或者增译。",
	},
	Example: "a paragraph of 200 characters against one English sentence",
}
