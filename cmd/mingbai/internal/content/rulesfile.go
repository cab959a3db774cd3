package content

import "mingbai/cmd/mingbai/internal/diag"

// fileRules are about files as such, before anything in them is understood.
func fileRules() []*diag.Rule {
	return []*diag.Rule{unreadable, notUTF8, tooLarge, notRegular, conflictMarker, unknownFile, badName}
}

var unreadable = &diag.Rule{
	Code: "C101", Severity: diag.Error,
	Title:   diag.Text{En: "file cannot be read", Zh: "文件无法读取"},
	Message: diag.Text{En: "cannot be read: %v", Zh: "无法读取：%v"},
	Hint:    diag.Text{En: "check the file's permissions and the disk", Zh: "请检查文件权限和磁盘"},
	Explain: diag.Text{
		En: "The operating system did not give the file's content. The rest of the content was read; a build stops, because the page would be missing.",
		Zh: "操作系统未能读出该文件的内容。其余内容已经读取，但相应页面会缺失，因此不能生成网站。",
	},
}

var notUTF8 = &diag.Rule{
	Code: "C102", Severity: diag.Error,
	Title:   diag.Text{En: "not UTF-8", Zh: "编码不是 UTF-8"},
	Message: diag.Text{En: "the text is not UTF-8 from here on", Zh: "文字从此处起不是 UTF-8 编码"},
	Hint:    diag.Text{En: "save the file again as UTF-8", Zh: "请将文件另存为 UTF-8 编码"},
	Explain: diag.Text{
		En: "Content files are UTF-8. This one was probably saved in another encoding such as GBK. It is left out until it is saved as UTF-8; nothing in it was changed.",
		Zh: "内容文件应当采用 UTF-8 编码。该文件很可能以 GBK 等其他编码保存。另存为 UTF-8 之前不予采用，文件内容未作任何改动。",
	},
}

var tooLarge = &diag.Rule{
	Code: "C103", Severity: diag.Error,
	Title:   diag.Text{En: "file too large", Zh: "文件过大"},
	Message: diag.Text{En: "the file is larger than %d bytes", Zh: "文件超过 %d 字节"},
	Hint:    diag.Text{En: "split the text, or take out what does not belong in it", Zh: "请拆分文字，或移除不属于该文件的内容"},
	Explain: diag.Text{
		En: "A content file holds the text of one page, which is a few kilobytes. One as large as this is most likely something else saved under the name of a page. It is left out.",
		Zh: "一个内容文件存放一个页面的文字，通常只有几千字节。如此大的文件多半是误存为页面的其他内容，因此不予采用。",
	},
}

var notRegular = &diag.Rule{
	Code: "C104", Severity: diag.Error,
	Title:   diag.Text{En: "not a file of the project", Zh: "不是项目中的文件"},
	Message: diag.Text{En: "a symbolic link or special file is not read", Zh: "符号链接和特殊文件不予读取"},
	Hint:    diag.Text{En: "put the file itself into the folder", Zh: "请将文件本身放入该文件夹"},
	Explain: diag.Text{
		En: "Everything under content/ is published. A link may lead to any file of the machine, so links and special files are not followed.",
		Zh: "content/ 中的内容都会公开发布，而链接可能指向计算机上的任意文件，因此不读取链接和特殊文件。",
	},
}

var conflictMarker = &diag.Rule{
	Code: "C105", Severity: diag.Error,
	Title:   diag.Text{En: "conflict marker", Zh: "残留冲突标记"},
	Message: diag.Text{En: "the line is a version control conflict marker", Zh: "此行是版本管理工具留下的冲突标记"},
	Hint:    diag.Text{En: "decide between the versions and delete the marker lines", Zh: "请在几个版本中作出取舍，并删除标记行"},
	Explain: diag.Text{
		En: "A version control tool merged two versions of this file and could not decide. Lines that begin with <<<<<<<, ||||||| or >>>>>>> mark the place. The file is left out, so that no marker is ever published.",
		Zh: "版本管理工具合并该文件的两个版本时无法取舍，以 <<<<<<<、||||||| 或 >>>>>>> 开头的行标明了位置。为避免把标记发布出去，该文件不予采用。",
	},
	Example: "<<<<<<< HEAD\n加快落实\n>>>>>>> branch",
}

var unknownFile = &diag.Rule{
	Code: "C106", Severity: diag.Warning,
	Title:   diag.Text{En: "file not used", Zh: "文件未使用"},
	Message: diag.Text{En: "no page is made of this file", Zh: "该文件不会生成页面"},
	Hint: diag.Text{
		En: "pages are called NAME.zh.md and NAME.en.md; keep other files outside content/",
		Zh: "页面文件应命名为“名称.zh.md”和“名称.en.md”；其他文件请放在 content/ 之外",
	},
	Explain: diag.Text{
		En: "The folder content/ holds site.yaml, the folder departments, and one folder per document with its source.txt and its pages. This file is none of them, or stands in a folder where its kind is not used: a measure stands in the folder of a plan, and a folder with folders in it is an action.",
		Zh: "content/ 中有 site.yaml、departments 文件夹，以及每份文件各一个文件夹（内有 source.txt 和各页面）。该文件不属于以上任何一种，或者放错了位置：举措应放在实施方案的文件夹中，含有下级文件夹的是行动。",
	},
}

var badName = &diag.Rule{
	Code: "C107", Severity: diag.Error,
	Title:   diag.Text{En: "unusable name", Zh: "名称不可用"},
	Message: diag.Text{En: "the name %q cannot stand in an address", Zh: "名称“%s”不能用于网址"},
	Hint: diag.Text{
		En: "use lower-case letters a-z, digits and hyphens",
		Zh: "请使用小写字母 a-z、数字和连字符",
	},
	Explain: diag.Text{
		En: "The name of a document's folder is part of the address of its pages, and names of files must mean the same on every system. So they are made of lower-case letters, digits and single hyphens. The folder or file is left out.",
		Zh: "文件的文件夹名称是网址的一部分，文件名在各种系统上都应当含义一致，因此只能由小写字母、数字和单个连字符组成。不合要求的文件夹或文件不予采用。",
	},
}
