package build

import "mingbai/cmd/mingbai/internal/diag"

// Rules lists every finding of this package.
func Rules() []*diag.Rule {
	return []*diag.Rule{noDocuments, unknownFormat, orphanNames, sameDocument, placeholder, withdrawn, reservedName, sameStem, unkept}
}

var noDocuments = &diag.Rule{
	Code: "B101", Severity: diag.Warning,
	Title:   diag.Text{En: "no documents", Zh: "没有文件"},
	Message: diag.Text{En: "seeds/ holds no document", Zh: "seeds/ 中没有政策文件"},
	Hint:    diag.Text{En: "put a policy document into seeds/", Zh: "请将政策文件放入 seeds/"},
	Explain: diag.Text{
		En: "Import reads every document in the folder seeds/. There is none, so nothing was imported. Content that was imported before stays.",
		Zh: "导入时读取 seeds/ 文件夹中的全部文件。现在其中没有文件，因此没有导入任何内容，以前导入的内容保持不变。",
	},
}

var unknownFormat = &diag.Rule{
	Code: "B102", Severity: diag.Warning,
	Title:   diag.Text{En: "file not read", Zh: "文件未读取"},
	Message: diag.Text{En: "not read: documents end in %s", Zh: "未读取：文件扩展名应为 %s"},
	Hint:    diag.Text{En: "open the document in Word or WPS and save it as .docx, or move the file out of seeds/", Zh: "请用 Word 或 WPS 打开该文件并另存为 .docx，或将其移出 seeds/"},
	Explain: diag.Text{
		En: "The file in seeds/ is neither a document in a format that is read nor one of the known data files, so import left it out. Without this warning a document could be missing from the site unnoticed.",
		Zh: "seeds/ 中的这个文件既不是可以读取的文件格式，也不是已知的数据文件，导入时没有采用。特此提醒，以免网站缺少文件而无人察觉。",
	},
}

var orphanNames = &diag.Rule{
	Code: "B103", Severity: diag.Warning,
	Title:   diag.Text{En: "names without document", Zh: "名称表无对应文件"},
	Message: diag.Text{En: "no document %s stands beside it, so it is not used", Zh: "旁边没有文件 %s，本表未被采用"},
	Hint:    diag.Text{En: "give it the name of its document, with the ending .yaml", Zh: "请使其与文件同名，扩展名为 .yaml"},
	Explain: diag.Text{
		En: "What is known of a document beside its text (its title, number, the names of its actions) stands in a file of the same name that ends in .yaml. This one belongs to no document in seeds/, most likely because one of the two was renamed.",
		Zh: "文件正文以外的已知信息（标题、发文字号、行动名称等）写在同名的 .yaml 文件中。这个 .yaml 在 seeds/ 中没有对应的文件，多半是其中之一改了名。",
	},
}

var sameDocument = &diag.Rule{
	Code: "B104", Severity: diag.Error,
	Title:   diag.Text{En: "two documents with one id", Zh: "两份文件 id 相同"},
	Message: diag.Text{En: "has the same %s as %s: %q", Zh: "%s 与 %s 相同：%q"},
	Hint:    diag.Text{En: "rename one of the two files, or set another id in its .yaml file", Zh: "请为其中一份文件改名，或在其 .yaml 文件中另设 id"},
	Explain: diag.Text{
		En: "Every document has an id and a folder of its own under content/. Two documents in seeds/ would have the same, so that one would overwrite the other. Nothing was imported.",
		Zh: "每份文件在 content/ 中有自己的 id 和文件夹。seeds/ 中有两份文件的 id 或文件夹相同，其中一份会覆盖另一份，因此没有导入任何内容。",
	},
}

var placeholder = &diag.Rule{
	Code: "B105", Severity: diag.Warning,
	Title:   diag.Text{En: "placeholder in the configuration", Zh: "配置中有占位值"},
	Message: diag.Text{En: "placeholders that belong to nobody: %s", Zh: "以下各项是不属于任何单位的占位值：%s"},
	Hint:    diag.Text{En: "before publishing on a portal, write what is true of your own site", Zh: "在门户网站发布之前，请改为本网站的真实信息"},
	Explain: diag.Text{
		En: "The values have the right form, but a domain that is reserved for examples, or a code of nothing but zeros, belongs to no site. That is right for a demonstration. On a portal, every page would carry a false address or registration.",
		Zh: "这些值格式正确，但使用了专供示例的域名或者全零的编号，不属于任何网站。用于演示没有问题；如果在门户网站发布，每个页面都会带有不真实的地址或备案信息。",
	},
}

var withdrawn = &diag.Rule{
	Code: "B106", Severity: diag.Warning,
	Title:   diag.Text{En: "content without its document", Zh: "内容没有对应的文件"},
	Message: diag.Text{En: "its document %s is no longer in seeds/; the pages are still published", Zh: "对应的文件 %s 已不在 seeds/ 中，但页面仍会发布"},
	Hint:    diag.Text{En: "to withdraw the document, delete this folder; to keep the pages, put the document back", Zh: "如要撤下该文件，请删除此文件夹；如要保留页面，请将文件放回"},
	Explain: diag.Text{
		En: "Content is the editable truth and is never deleted because a file is missing: people may have worked on it. Taking a document off the site is a decision: delete its folder under content/.",
		Zh: "content/ 中的内容可能经过人工修改，不会因为缺少文件而自动删除。撤下文件须由人决定：请删除 content/ 中的相应文件夹。",
	},
}

var reservedName = &diag.Rule{
	Code: "B107", Severity: diag.Error,
	Title:   diag.Text{En: "reserved file name", Zh: "文件名被占用"},
	Message: diag.Text{En: "a document cannot be called %q", Zh: "文件不能命名为 %q"},
	Hint:    diag.Text{En: "give the file a name that says what it is", Zh: "请为文件另取一个能说明内容的名称"},
	Explain: diag.Text{
		En: "The catalogue of names in seeds/translations is called so. Translations of a document of the same name would stand in the same file.",
		Zh: "seeds/translations 中的名称目录使用这一名称。同名文件的译文会与其写入同一个文件。",
	},
}

var sameStem = &diag.Rule{
	Code: "B108", Severity: diag.Error,
	Title:   diag.Text{En: "one document twice", Zh: "同一文件重复"},
	Message: diag.Text{En: "has the same name as %s, but for the ending", Zh: "与 %s 同名，仅扩展名不同"},
	Hint:    diag.Text{En: "keep one of the two, best the .docx; or rename one, if they are different documents", Zh: "请只保留其中一个（优先保留 .docx）；如为不同的文件，请给其中一个改名"},
	Explain: diag.Text{
		En: "The name of a file, without its ending, gives the document its id and its folder, and names its table of names and its translations. Two files that differ in the ending are most likely one document in two formats.",
		Zh: "文件名（不含扩展名）决定文件的 id 和文件夹，也对应名称表和译文。仅扩展名不同的两个文件，多半是同一文件的两种格式。",
	},
}

var unkept = &diag.Rule{
	Code: "B109", Severity: diag.Warning,
	Title:   diag.Text{En: "nothing kept for the next build", Zh: "未能保存供下次使用的记录"},
	Message: diag.Text{En: "what this build knows cannot be kept for the next one: %v", Zh: "无法保存供下次生成使用的记录：%v"},
	Hint:    diag.Text{En: "make .mingbai a folder of the project that can be written, or remove it", Zh: "请使 .mingbai 成为项目中可以写入的文件夹，或将其删除"},
	Explain: diag.Text{
		En: "The site was built and is whole. Builds remember in the folder .mingbai what they made, so that the next one does only what has changed. That folder could not be written: it is a file, a link that leads out of the project, read-only, or the disk is full. The next build will do more than it need.",
		Zh: "网站已经完整生成。每次生成时会在 .mingbai 文件夹中记录生成的内容，以便下次只处理有变化的部分。现在无法写入该文件夹：它可能是一个文件、指向项目以外的链接，或者只读，也可能磁盘已满。下次生成将多做一些本可省去的工作。",
	},
}
