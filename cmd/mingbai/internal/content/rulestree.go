package content

import "mingbai/cmd/mingbai/internal/diag"

// treeRules are about files among each other.
func treeRules() []*diag.Rule {
	return []*diag.Rule{
		unknownOrganization, duplicateID, idOutside, noChinese, noEnglish, noIndex,
		emptyTranslation, textWhileMissing, badTranslation, noText, unknownReference,
		deadlineDates, unknownHeading, repeatedAnchor, noRecord, changedRecord,
	}
}

var unknownOrganization = &diag.Rule{
	Code: "C301", Severity: diag.Error,
	Title:   diag.Text{En: "unknown organization", Zh: "未知的单位"},
	Message: diag.Text{En: "no organization has the id %q", Zh: "没有 id 为“%s”的单位"},
	Explain: diag.Text{
		En: "Issuers, authors and responsible bodies are named by the id of a file in content/departments/. This id is not there, so the page could not link to whom it names. Correct the id, or add the body to seeds/organizations.yaml and import again.",
		Zh: "发文机关、起草单位和责任单位用 content/departments/ 中文件的 id 表示。该 id 不存在，页面就无法链接到相应单位。请更正 id，或者在 seeds/organizations.yaml 中补充该单位后重新导入。",
	},
	Example: "responsibilities:\n  - { org: prov-finanse, role: lead }",
}

var duplicateID = &diag.Rule{
	Code: "C302", Severity: diag.Error,
	Title:   diag.Text{En: "duplicate id", Zh: "id 重复"},
	Message: diag.Text{En: "the id %q stands in %s too", Zh: "id “%s”与 %s 重复"},
	Hint:    diag.Text{En: "give the newer file an id of its own, or delete the copy", Zh: "请为较新的文件另设 id，或删除多余的副本"},
	Explain: diag.Text{
		En: "An id makes the address of a page, and two pages cannot have one address. Copying a file copies its id. The first file is used, this one is left out.",
		Zh: "id 决定页面网址，两个页面不能使用同一网址。复制文件时 id 会一并复制。先读到的文件予以采用，该文件不予采用。",
	},
}

var idOutside = &diag.Rule{
	Code: "C303", Severity: diag.Error,
	Title:   diag.Text{En: "id does not fit its folder", Zh: "id 与所在文件夹不符"},
	Message: diag.Text{En: "the id %q is not %q and one word more", Zh: "id “%s”应为“%s”加一个单词"},
	Hint:    diag.Text{En: "correct the id, or move the file where it belongs", Zh: "请更正 id，或将文件移到所属的文件夹"},
	Explain: diag.Text{
		En: "The id of an action, plan or measure is that of the page it belongs to, a slash, and a word of lower-case letters, digits and hyphens. So every page has one address, and the address says where it belongs. The name of the file may differ; the id counts.",
		Zh: "行动、实施方案和举措的 id 由上级页面的 id、斜杠和一个单词（小写字母、数字、连字符）组成，这样每个页面有唯一的网址，并能看出隶属关系。文件名可以不同，以 id 为准。",
	},
}

var noChinese = &diag.Rule{
	Code: "C304", Severity: diag.Error,
	Title:   diag.Text{En: "Chinese file missing", Zh: "缺少中文文件"},
	Message: diag.Text{En: "there is no %s", Zh: "缺少 %s"},
	Hint:    diag.Text{En: "import again to have it back, or delete this file too", Zh: "请重新导入以恢复，或者将该文件一并删除"},
	Explain: diag.Text{
		En: "Every page is a pair of files of one name, and the Chinese one holds the facts. Without it there is no page. Import writes a file again when only one of the two is gone.",
		Zh: "每个页面由同名的两个文件组成，事实数据写在中文文件中，缺少它就没有页面。如果只缺其中一个文件，重新导入会补上。",
	},
}

var noEnglish = &diag.Rule{
	Code: "C305", Severity: diag.Warning,
	Title:   diag.Text{En: "English file missing", Zh: "缺少英文文件"},
	Message: diag.Text{En: "there is no %s", Zh: "缺少 %s"},
	Hint:    diag.Text{En: "import again to have it back", Zh: "请重新导入以恢复"},
	Explain: diag.Text{
		En: "Every page is a pair of files of one name. Until the English one is there, the English page shows the Chinese text with a notice.",
		Zh: "每个页面由同名的两个文件组成。补上英文文件之前，英文页面显示中文原文并加以说明。",
	},
}

var noIndex = &diag.Rule{
	Code: "C306", Severity: diag.Error,
	Title:   diag.Text{En: "folder without _index", Zh: "文件夹缺少 _index"},
	Message: diag.Text{En: "the folder has no usable _index.zh.md; its pages are left out", Zh: "文件夹中没有可用的 _index.zh.md，其中的页面不予采用"},
	Hint:    diag.Text{En: "import again, or mend the file", Zh: "请重新导入，或更正该文件"},
	Explain: diag.Text{
		En: "A document, an action and a plan is a folder, and its file _index.zh.md says which. Pages in a folder without one belong to nothing.",
		Zh: "文件、行动和实施方案各是一个文件夹，由其中的 _index.zh.md 说明。没有该文件，文件夹中的页面就没有归属。",
	},
}

var emptyTranslation = &diag.Rule{
	Code: "C307", Severity: diag.Error,
	Title:   diag.Text{En: "translation without text", Zh: "有翻译状态而无译文"},
	Message: diag.Text{En: "the state is %q, but there is no text", Zh: "翻译状态为“%s”，但没有正文"},
	Hint:    diag.Text{En: "write the translation, or set the state to missing", Zh: "请填写译文，或将状态改为 missing"},
	Explain: diag.Text{
		En: "The state of a translation says what the text in the file is. With none there it can only be missing; the page then shows the other language's text with a notice.",
		Zh: "翻译状态说明文件中的译文是什么性质。没有译文时只能是 missing，此时页面显示另一种语言的文字并加以说明。",
	},
}

var textWhileMissing = &diag.Rule{
	Code: "C308", Severity: diag.Error,
	Title:   diag.Text{En: "text while missing", Zh: "状态为缺失却有正文"},
	Message: diag.Text{En: "the state is missing, but there is text", Zh: "翻译状态为 missing，但已有正文"},
	Hint:    diag.Text{En: "set the state to draft, reviewed or official", Zh: "请将状态改为 draft、reviewed 或 official"},
	Explain: diag.Text{
		En: "A translation is published with what it is: draft, reviewed or official. This one still says missing, so it would not be shown, or shown as something it is not.",
		Zh: "译文发布时要注明性质：初稿（draft）、已审校（reviewed）或正式译本（official）。该文件仍标为 missing，译文不会显示，或者性质标注错误。",
	},
}

var badTranslation = &diag.Rule{
	Code: "C309", Severity: diag.Error,
	Title:   diag.Text{En: "translation not declared", Zh: "未正确说明翻译来源"},
	Message: diag.Text{En: "the file must say translation: { from: %s, state: … }", Zh: "该文件应当写明 translation: { from: %s, state: … }"},
	Explain: diag.Text{
		En: "The Chinese text is the authority. An English file is a translation from it and must say so, or a reader could take it for the law. A Chinese file says it only where the document itself was English there.",
		Zh: "以中文文本为准。英文文件是中文的译文，必须写明，以免读者误认为具有法律效力。只有文件原文在该处为英文时，中文文件才需要写明。",
	},
}

var noText = &diag.Rule{
	Code: "C310", Severity: diag.Error,
	Title:   diag.Text{En: "text in neither language", Zh: "两种语言都没有文字"},
	Message: diag.Text{En: "neither language has a title or a text", Zh: "两种语言都没有标题和正文"},
	Hint:    diag.Text{En: "write one, or delete both files", Zh: "请填写文字，或将两个文件一并删除"},
	Explain: diag.Text{
		En: "The page would be blank in both languages, and blank pages fail the inspection of government websites.",
		Zh: "该页面在两种语言中都是空白。空白页面不能通过政府网站检查。",
	},
}

var unknownReference = &diag.Rule{
	Code: "C311", Severity: diag.Error,
	Title:   diag.Text{En: "unknown section or parent", Zh: "所属部分或上级举措不存在"},
	Message: diag.Text{En: "%s: %s", Zh: "%s：%s"},
	Explain: diag.Text{
		En: "A measure names the section of its plan and, where it is nested, the measure above it, by their ids. This one does not exist in the plan, or the measures name each other in a circle. The measure is shown without it.",
		Zh: "举措用 id 指明所属的部分，嵌套的举措还要指明上级举措。此处的 id 在该实施方案中不存在，或者几项举措互为上级。该举措暂按没有所属处理。",
	},
}

var deadlineDates = &diag.Rule{
	Code: "C312", Severity: diag.Warning,
	Title:   diag.Text{En: "dates do not fit the time limit", Zh: "日期与时限类型不符"},
	Message: diag.Text{En: "deadlines[%d]: %s", Zh: "deadlines[%d]：%s"},
	Hint:    diag.Text{En: "compare it with the text of the document", Zh: "请与文件原文核对"},
	Explain: diag.Text{
		En: "A limit of kind due or expiry needs an end, a period needs a start and an end, and nothing ends before it starts. Otherwise the timeline cannot show it rightly.",
		Zh: "due（完成时限）和 expiry（政策到期）需要结束日期，period（期间）需要起止日期，结束日期不能早于开始日期，否则无法在时间轴上正确显示。",
	},
	Example: "deadlines:\n  - { text: 2022年内, kind: period, start: 2022-12-31, end: 2022-01-01 }",
}

var unknownHeading = &diag.Rule{
	Code: "C313", Severity: diag.Warning,
	Title:   diag.Text{En: "heading of no section", Zh: "标题不对应任何部分"},
	Message: diag.Text{En: "the heading's anchor %q is none of the plan's sections", Zh: "标题锚点“%s”不是该实施方案的部分"},
	Explain: diag.Text{
		En: "In the text of a plan, headings such as ## 工作目标 {#goal} begin its sections; the anchor is the id of a section in the front matter. What stands under another anchor counts as part of the section before it.",
		Zh: "实施方案正文中，## 工作目标 {#goal} 这样的标题表示一个部分的开始，锚点就是前置信息中该部分的 id。其他锚点之下的文字算作前一部分。",
	},
}

var repeatedAnchor = &diag.Rule{
	Code: "C314", Severity: diag.Warning,
	Title:   diag.Text{En: "repeated anchor", Zh: "锚点重复"},
	Message: diag.Text{En: "the anchor %q stands in line %d already", Zh: "锚点“%s”已在第 %d 行出现"},
	Hint:    diag.Text{En: "give one of the paragraphs no anchor, or one of its own", Zh: "请删除其中一个锚点，或另设不同的锚点"},
	Explain: diag.Text{
		En: "An anchor such as {#p31} ties a paragraph to its line in the source and to its translation. Twice in one text it leads to the wrong place.",
		Zh: "{#p31} 这样的锚点把段落与原文行号和译文对应起来。同一正文中出现两次，就会指向错误的位置。",
	},
}

var noRecord = &diag.Rule{
	Code: "C315", Severity: diag.Error,
	Title:   diag.Text{En: "no source.txt", Zh: "缺少 source.txt"},
	Message: diag.Text{En: "the document has no source.txt", Zh: "文件缺少 source.txt"},
	Hint:    diag.Text{En: "import again to have it back", Zh: "请重新导入以恢复"},
	Explain: diag.Text{
		En: "source.txt is the text as issued, line by line. Every page refers to its lines, so that everyone can see what the document really says.",
		Zh: "source.txt 逐行保存文件印发时的原文。各页面都标注原文行号，以便公众核对。",
	},
}

var changedRecord = &diag.Rule{
	Code: "C316", Severity: diag.Error,
	Title:   diag.Text{En: "source.txt was changed", Zh: "source.txt 被改动"},
	Message: diag.Text{En: "the text is not the one that was imported", Zh: "文字与导入时不一致"},
	Hint:    diag.Text{En: "delete the file and import again; corrections belong in the pages", Zh: "请删除该文件并重新导入；更正内容应写在各页面文件中"},
	Explain: diag.Text{
		En: "source.txt is a record of the text as issued and is published as such. Its SHA-256 stands in the document's front matter (textSHA256), and does not fit. A correction belongs in a page; a new version of the document belongs in seeds/.",
		Zh: "source.txt 是文件印发原文的记录，并以此名义公开。它的 SHA-256 记在文件的前置信息中（textSHA256），现在两者不符。更正内容应写在页面文件中，文件的新版本应放入 seeds/。",
	},
}
