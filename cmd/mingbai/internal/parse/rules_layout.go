package parse

import "mingbai/cmd/mingbai/internal/diag"

// What the reader mended or guessed, and an editor should look at.

var publishedAsIssue = &diag.Rule{
	Code: "P114", Severity: diag.Info,
	Title:   diag.Text{En: "date of publication for date of issue", Zh: "以发布日期代替成文日期"},
	Message: diag.Text{En: "the text has no date of issue; the day of its publication, %s, stands in for it", Zh: "文中没有成文日期，暂以发布日期 %s 代替"},
	Hint:    diag.Text{En: "compare it with the document as issued and correct the date in content/", Zh: "请与文件原件核对，并在 content/ 中更正日期"},
	Explain: diag.Text{
		En: "A portal prints the day on which it published a document; the document was issued on that day or before. Time limits without a year are dated by it.",
		Zh: "门户网站所载的发布日期等于或晚于成文日期。未写年份的时限按该日期推定年份。",
	},
}

var numbersMended = &diag.Rule{
	Code: "P115", Severity: diag.Info,
	Title:   diag.Text{En: "numbers without their mark", Zh: "编号缺少标点"},
	Message: diag.Text{En: "lines that begin with digits (%d, from %q on) were read as numbered items", Zh: "以数字开头的 %d 行（自 %q 起）按编号条目读取"},
	Hint:    diag.Text{En: "if they are no list, put another character before the digits in the seed", Zh: "如并非编号，请在种子文件的数字前加上其他字符"},
	Explain: diag.Text{
		En: "The lines count up from one but have no full stop or 、 behind the number, as when a character of a special font is lost in copying.",
		Zh: "这些行首的数字从一递增，但其后没有圆点或顿号，多为复制时丢失特殊字体的字符所致。",
	},
}

var breaksMended = &diag.Rule{
	Code: "P116", Severity: diag.Info,
	Title:   diag.Text{En: "lost line break", Zh: "缺少换行"},
	Message: diag.Text{En: "the line holds %d items; they were read apart", Zh: "该行有 %d 个条目，已分别读取"},
	Hint:    diag.Text{En: "let every item begin a line in the seed", Zh: "请在种子文件中使每个条目另起一行"},
	Explain: diag.Text{
		En: "Several numbered items stand in one line: the line breaks between them were lost. The reader begins an item at each number that goes on with a list.",
		Zh: "一行中有多个编号条目，条目之间的换行已丢失。系统在每个接续编号处分开条目。",
	},
}

var columnsGuessed = &diag.Rule{
	Code: "P117", Severity: diag.Warning,
	Title:   diag.Text{En: "table without header", Zh: "表格缺少表头"},
	Message: diag.Text{En: "the row has no header above it; its bodies were read as responsible", Zh: "该行上方没有表头，其中的单位按负责单位读取"},
	Hint:    diag.Text{En: "check the roles, or put a header with names such as 序号, 任务, 责任单位 above the table", Zh: "请核对职责，或在表格上方加上“序号、任务、责任单位”等表头"},
	Explain: diag.Text{
		En: "A header says what the columns of a table hold. Without one the first column is taken for the number and the first with nothing but names of bodies for who is responsible.",
		Zh: "表头说明各列的内容。没有表头时，首列视为序号，首个只含单位名称的列视为负责单位。",
	},
}

var placeUnknown = &diag.Rule{
	Code: "P118", Severity: diag.Info,
	Title:   diag.Text{En: "province or city not named", Zh: "未载明省份或城市"},
	Message: diag.Text{En: "the text does not say of which province or city %q is; documents of several places would share its page", Zh: "文中未载明 %q 属于哪个省或市，不同地方的文件会共用该单位的页面"},
	Hint:    diag.Text{En: "list the body in seeds/organizations.yaml, with the region at its head", Zh: "请在 seeds/organizations.yaml 中登记该单位，并在文件开头写明 region"},
	Explain: diag.Text{
		En: "The body is known by the form of its name alone. Two places have bodies of the same name; where a project holds documents of both, they must not be taken for one.",
		Zh: "该单位仅按名称形式识别。不同地方有同名单位，项目中收有两地文件时不应混为一个单位。",
	},
}
