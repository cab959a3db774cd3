package check

import "mingbai/cmd/mingbai/internal/diag"

var termNotUsed = &diag.Rule{
	Code: "K812", Severity: diag.Warning,
	Title:   diag.Text{En: "agreed rendering not used", Zh: "未用约定译法"},
	Message: diag.Text{En: "the Chinese has “%s”, the English none of “%s”", Zh: "中文有“%s”，英文没有使用“%s”"},
	Hint:    diag.Text{En: "use the agreed rendering, or add another accepted one to seeds/glossary.yaml", Zh: "请使用约定译法，或者在 seeds/glossary.yaml 中增加认可的译法"},
	Explain: diag.Text{
		En: "A term that the glossary lists was rendered in other words. A reader who meets two English names takes them for two things.",
		Zh: "术语表列出的术语采用了其他译法。同一事物有两种译名，读者会以为是两回事。",
	},
	Example: "首贷户 / households with a first loan",
}

var forbiddenTerm = &diag.Rule{
	Code: "K813", Severity: diag.Error,
	Title:   diag.Text{En: "forbidden rendering", Zh: "使用了禁用译法"},
	Message: diag.Text{En: "“%s” must not stand for “%s”; the agreed rendering is “%s”", Zh: "“%s”不得用作“%s”的译法，约定译法为“%s”"},
	Explain: diag.Text{
		En: "The glossary forbids the rendering because it says something else than the Chinese: “states” for 州, “training” for 培育.",
		Zh: "术语表禁用该译法，因为它与中文原意不符，例如把“州”译作 states，把“培育”译作 training。",
	},
	Example: "各州（市） / all states (cities)",
}

var organizationMissing = &diag.Rule{
	Code: "K811", Severity: diag.Warning,
	Title:   diag.Text{En: "body not named in the translation", Zh: "译文未写明责任单位"},
	Message: diag.Text{En: "the translation does not have the name “%s” (%s)", Zh: "译文中没有“%s”（%s）"},
	Hint:    diag.Text{En: "use the short or full name of seeds/organizations.yaml", Zh: "请使用 seeds/organizations.yaml 中的简称或全称"},
	Explain: diag.Text{
		En: "The measure's facts name the body as responsible, and the translated text does not name it by its registered short or full name: the clause leaves it out, or calls it something else.",
		Zh: "该举措的职责信息列有这个单位，而译文没有使用登记的简称或全称：责任条款可能漏译，也可能用了别的名称。",
	},
	Example: "（省财政厅负责） / (Responsible: Finance Bureau)",
}

var translatedTwice = &diag.Rule{
	Code: "K832", Severity: diag.Warning,
	Title:   diag.Text{En: "same text translated differently", Zh: "相同文字译法不一"},
	Message: diag.Text{En: "the same text is translated in other words at %s: “%s”", Zh: "相同的文字在 %s 处译法不同：“%s”"},
	Hint:    diag.Text{En: "use one translation, or say in a suppression why two are right", Zh: "请统一译法；如确需不同，请在例外条目中说明理由"},
	Explain: diag.Text{
		En: "A paragraph or title stands in the document more than once, word for word, and its translations differ. Readers look for a difference in meaning that is not there.",
		Zh: "同一段落或标题在文件中多次出现，文字完全相同，译文却不同，读者会误以为含义有别。",
	},
	Example: "加强组织领导 / Strengthen organizational leadership … Strengthen leadership",
}
