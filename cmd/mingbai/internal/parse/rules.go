package parse

import "mingbai/cmd/mingbai/internal/diag"

// Rules lists every finding of this package.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		unknownOrganization, unknownOrganizationNear, namedTwice, emptyClause,
		noDate, noSuchDate, damagedDate, endsBeforeStart, dueBeforeIssue,
		unclosedBracket, numberJumps, noMeasures, noTitle,
		publishedAsIssue, numbersMended, breaksMended, columnsGuessed, placeUnknown,
	}
}

var unknownOrganization = &diag.Rule{
	Code: "P101", Severity: diag.Warning,
	Title:   diag.Text{En: "unregistered organization", Zh: "单位未登记"},
	Message: diag.Text{En: "%q is no registered organization; it was given the id %s", Zh: "单位 %q 未登记，暂用 id %s"},
	Hint:    diag.Text{En: "add it to seeds/organizations.yaml, or add the name to the aliases of the body it means", Zh: "请在 seeds/organizations.yaml 中登记，或将该名称列入相应单位的别名"},
	Explain: diag.Text{
		En: "The document names a body that seeds/organizations.yaml does not list. It is published as a body of its own, under an id made from its name, so that nothing is lost. If it is a body already listed under another name, add this name to its aliases: two names of one body would otherwise split its responsibilities over two pages.",
		Zh: "文件中出现了 seeds/organizations.yaml 未登记的单位。为避免遗漏，系统按其名称生成 id，作为独立单位发布。如果它是已登记单位的另一名称，请将该名称列入别名，否则同一单位的职责会分散在两个页面。",
	},
}

var unknownOrganizationNear = &diag.Rule{
	Code: "P102", Severity: diag.Warning,
	Title:   diag.Text{En: "unregistered organization, like a registered one", Zh: "单位未登记，与已登记单位相近"},
	Message: diag.Text{En: "%q is no registered organization; the nearest is %s (%q)", Zh: "单位 %q 未登记；最接近的是 %s（%q）"},
	Hint:    diag.Text{En: "if they are the same body, add the name to its aliases in seeds/organizations.yaml", Zh: "如为同一单位，请在 seeds/organizations.yaml 中将该名称列入其别名"},
	Explain: diag.Text{
		En: "The name is like that of a registered body, but not the same. Two bodies are never merged without a person's word: decide whether this is a new body (add an entry) or another name or a slip of the pen for the proposed one (add an alias), then import again.",
		Zh: "该名称与某个已登记单位相近但不相同。系统不会自行合并两个单位：请判断这是新的单位（新增条目），还是已登记单位的别称或笔误（增加别名），然后重新导入。",
	},
}

var namedTwice = &diag.Rule{
	Code: "P103", Severity: diag.Info,
	Title:   diag.Text{En: "named twice in one clause", Zh: "同一责任条款重复列名"},
	Message: diag.Text{En: "the clause names %q twice; it is counted once", Zh: "责任条款中 %q 出现两次，只计一次"},
	Explain: diag.Text{
		En: "A clause lists the same body twice. It is published once. Perhaps another body was meant: compare the place with the document as issued.",
		Zh: "同一责任条款中某单位出现两次，发布时只列一次。也可能其中一处本应是另一单位，请与文件原件核对。",
	},
}

var emptyClause = &diag.Rule{
	Code: "P104", Severity: diag.Warning,
	Title:   diag.Text{En: "clause without organization", Zh: "责任条款未识别出单位"},
	Message: diag.Text{En: "no organization was found in the clause %q", Zh: "责任条款 %q 中未识别出单位"},
	Hint:    diag.Text{En: "write the responsibilities into the front matter of the measure's file", Zh: "请在该举措文件的头部信息中补充职责"},
	Explain: diag.Text{
		En: "The text reads like a clause that says who is responsible, but no body was found in it. The text is kept. Add the responsibilities in the measure's Chinese file by hand.",
		Zh: "该处文字形似责任条款，但未识别出单位。原文已保留，请在该举措的中文文件中手工补充职责。",
	},
}

var noDate = &diag.Rule{
	Code: "P105", Severity: diag.Warning,
	Title:   diag.Text{En: "no date of issue", Zh: "缺少成文日期"},
	Message: diag.Text{En: "no date of issue was found", Zh: "未找到成文日期"},
	Hint:    diag.Text{En: "write it on a line of its own, e.g. 2022年6月8日", Zh: "请将日期单独成行，如“2022年6月8日”"},
	Explain: diag.Text{
		En: "Neither the head matter nor the signature has a date of issue. Time limits that name no year (6月底前) cannot be dated without it and are left out of the timeline.",
		Zh: "文件头部和落款中均未找到成文日期。未写年份的时限（如“6月底前”）因此无法确定日期，不列入时间轴。",
	},
}

var noSuchDate = &diag.Rule{
	Code: "P106", Severity: diag.Warning,
	Title:   diag.Text{En: "no such date", Zh: "日期不存在"},
	Message: diag.Text{En: "%q names a day that the calendar does not have", Zh: "%q 所写日期在日历中不存在"},
	Hint:    diag.Text{En: "compare it with the document as issued and correct the seed", Zh: "请与文件原件核对后更正种子文件"},
	Explain: diag.Text{
		En: "The text names a day such as 2月30日. It stays in the text, but no deadline is made of it: a guessed date would mislead.",
		Zh: "文中写有“2月30日”一类不存在的日期。原文保留，但不据此生成时限，以免误导。",
	},
}

var damagedDate = &diag.Rule{
	Code: "P107", Severity: diag.Warning,
	Title:   diag.Text{En: "damaged year", Zh: "年份有误"},
	Message: diag.Text{En: "%q cannot be a year of this document", Zh: "%q 不可能是本文件所指年份"},
	Hint:    diag.Text{En: "compare it with the document as issued and correct the seed", Zh: "请与文件原件核对后更正种子文件"},
	Explain: diag.Text{
		En: "The year is outside 1949 to 2100, often because digits were changed when the text was copied. No deadline is made of it.",
		Zh: "年份不在 1949 至 2100 之间，多为复制时数字损坏所致。不据此生成时限。",
	},
}

var endsBeforeStart = &diag.Rule{
	Code: "P108", Severity: diag.Warning,
	Title:   diag.Text{En: "period ends before it begins", Zh: "期间终止早于起始"},
	Message: diag.Text{En: "the period %q ends before it begins", Zh: "期间 %q 的终止日期早于起始日期"},
	Hint:    diag.Text{En: "compare it with the document as issued", Zh: "请与文件原件核对"},
	Explain: diag.Text{En: "A period's second date lies before its first. Both are published as written.", Zh: "期间的后一日期早于前一日期，按原文发布。"},
}

var dueBeforeIssue = &diag.Rule{
	Code: "P109", Severity: diag.Info,
	Title:   diag.Text{En: "due before the date of issue", Zh: "时限早于成文日期"},
	Message: diag.Text{En: "%q (%s) lies before the date of issue, %s", Zh: "%q（%s）早于成文日期 %s"},
	Explain: diag.Text{
		En: "What had to be done by this day was due before the document was issued. That happens in practice; where the year was inferred, check that it is the right one.",
		Zh: "该时限早于文件成文日期。实际工作中可能出现这种情况；如年份为推定，请核对年份是否正确。",
	},
}

var unclosedBracket = &diag.Rule{
	Code: "P110", Severity: diag.Warning,
	Title:   diag.Text{En: "unpaired bracket", Zh: "括号不成对"},
	Message: diag.Text{En: "the bracket is never closed", Zh: "括号没有右半边"},
	Hint:    diag.Text{En: "compare it with the document as issued; a clause must stand in a pair of brackets to be found", Zh: "请与文件原件核对；责任条款须在成对括号内才能识别"},
	Explain: diag.Text{
		En: "An opening bracket has no closing one in its paragraph. If it begins a clause, the responsibilities in it are not found. Close the bracket in the seed and import again.",
		Zh: "段落中的左括号没有对应的右括号。如果它是责任条款的开头，其中的职责将无法识别。请在种子文件中补全括号后重新导入。",
	},
}

var numberJumps = &diag.Rule{
	Code: "P111", Severity: diag.Info,
	Title:   diag.Text{En: "numbering jumps", Zh: "编号不连续"},
	Message: diag.Text{En: "%s follows number %d", Zh: "编号 %s 前一项为第 %d 项"},
	Explain: diag.Text{
		En: "The printed numbers skip or repeat. They are published as printed; check that no item was lost when the text was copied.",
		Zh: "印出的编号跳号或重号，按原文发布。请核对复制文本时是否有遗漏。",
	},
}

var noMeasures = &diag.Rule{
	Code: "P112", Severity: diag.Warning,
	Title:   diag.Text{En: "no measures", Zh: "未识别出举措"},
	Message: diag.Text{En: "no numbered item and no clause was found; the text is published as it is", Zh: "未找到编号条目和责任条款，文字按原样发布"},
	Hint:    diag.Text{En: "check that the text has its line breaks: every item must begin a line", Zh: "请检查文本的换行是否完整：每个条目应另起一行"},
	Explain: diag.Text{
		En: "The reader found nothing that is numbered or says who is responsible. Often the line breaks were lost when the document was copied. Every paragraph of the document must be one line of the seed.",
		Zh: "未找到编号条目或责任条款，多因复制时丢失换行。文件的每个自然段在种子文件中应为一行。",
	},
}

var noTitle = &diag.Rule{
	Code: "P113", Severity: diag.Warning,
	Title:   diag.Text{En: "no title", Zh: "缺少标题"},
	Message: diag.Text{En: "no title was found; pages show the name of the file, %q, marked as unconfirmed", Zh: "未找到标题，页面暂用文件名 %q，并标明待核实"},
	Hint:    diag.Text{En: "write the title on the first line of the document, or into the table of names beside it", Zh: "请将标题写在文件首行，或写入同名的 .yaml 名称表"},
	Explain: diag.Text{
		En: "Neither the head of the document nor the table of names beside it (seeds/NAME.yaml, key title) gives a title. A title is not invented: the name of the file stands in for it and is marked as unconfirmed on every page.",
		Zh: "文件开头和同名的名称表（seeds/NAME.yaml 的 title 键）都没有标题。系统不编造标题，暂以文件名代替，并在每个页面标明待核实。",
	},
}
