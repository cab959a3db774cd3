package content

import "mingbai/cmd/mingbai/internal/diag"

// mergeRules are about what import and people wrote both.
func mergeRules() []*diag.Rule {
	return []*diag.Rule{conflict, removedConflict, staysDeleted, writtenAgain}
}

var conflict = &diag.Rule{
	Code: "C401", Severity: diag.Error,
	Title: diag.Text{En: "edit in conflict with import", Zh: "人工修改与导入内容冲突"},
	Message: diag.Text{
		En: "this file was edited where import changed it too; import's version is in %s",
		Zh: "该文件经人工修改，导入时同一处也有变化；导入的版本见 %s",
	},
	Hint: diag.Text{
		En: "take over from the .new file what is right, then delete the .new file",
		Zh: "请将 .new 文件中正确的内容并入本文件，然后删除 .new 文件",
	},
	Explain: diag.Text{
		En: "A person changed this file, and the document or the way it is read changed in the same lines. mingbai does not choose: the person's file stays exactly as it is, and beside it lies a file with .new at the end, which has all changes of the person that do not collide, and import's text where they do. Nothing is built meanwhile, and import leaves both files alone.\n\n" +
			"To resolve it, compare the two files. Edit the page until it says what it should, or replace it by the .new file. Then delete the .new file: that says you have decided, and the next import starts from your decision.",
		Zh: "该文件经人工修改，而文件原文或其识读结果在相同的行上也有变化。mingbai 不作取舍：人工修改的文件原样保留，旁边另存一个以 .new 结尾的文件，其中保留了没有冲突的人工修改，冲突之处采用导入的文字。在此期间不能生成网站，再次导入也不会改动这两个文件。\n\n" +
			"处理办法：对照两个文件，把页面文件改成应有的内容，或者用 .new 文件替换它。然后删除 .new 文件，表示已经作出决定，下次导入即以此为准。",
	},
}

var removedConflict = &diag.Rule{
	Code: "C402", Severity: diag.Error,
	Title: diag.Text{En: "edited page is no longer in the document", Zh: "人工修改的页面已不在文件中"},
	Message: diag.Text{
		En: "this file was edited, but the document no longer has what it describes",
		Zh: "该文件经人工修改，但政策文件中已没有相应内容",
	},
	Hint: diag.Text{
		En: "delete the page (both languages) and the empty .new file, or delete only the .new file to keep the page",
		Zh: "请删除该页面（两种语言）和空的 .new 文件；如需保留页面，只删除 .new 文件",
	},
	Explain: diag.Text{
		En: "Import no longer finds this page's text in the document, for instance because a new version dropped a measure. A page that nobody had edited would have been removed. This one was edited, so it is kept until a person decides; an empty file with .new at the end stands for \"nothing\". Nothing is built meanwhile.\n\n" +
			"To let it go, delete the page in both languages and the .new file. To keep it as a page of your own, delete the .new file alone; import will not touch the page again.",
		Zh: "导入时在政策文件中已找不到该页面的内容，例如新版本删去了一项举措。未经人工修改的页面会直接移除；该页面经人工修改，因此保留下来等待决定，旁边的空 .new 文件表示“没有内容”。在此期间不能生成网站。\n\n" +
			"如不再需要，请删除两种语言的页面文件和 .new 文件。如需作为自建页面保留，只删除 .new 文件即可，以后导入不再改动该页面。",
	},
}

var staysDeleted = &diag.Rule{
	Code: "C403", Severity: diag.Info,
	Title:   diag.Text{En: "deleted page stays deleted", Zh: "已删除的页面不再恢复"},
	Message: diag.Text{En: "a person deleted this page; import leaves it out", Zh: "该页面已被人工删除，导入时不再写入"},
	Hint:    diag.Text{En: "to have it back, make an empty file of this name and import again", Zh: "如需恢复，请新建同名的空文件后重新导入"},
	Explain: diag.Text{
		En: "Both files of the page were written by an earlier import and are gone. Deleting them is an edit like any other and is respected. An empty file of the page's name asks for it back. When only one of the two files is gone, it is written again, because a page needs both. The _index of a folder is written again as long as a page in the folder remains.",
		Zh: "该页面的两个文件由以前的导入写入，现在都已不在。删除也是一种修改，应予尊重。新建同名的空文件即表示需要恢复。如果只缺其中一个文件，导入时会补上，因为页面需要两个文件。只要文件夹中还有页面，其 _index 也会补上。",
	},
}

var writtenAgain = &diag.Rule{
	Code: "C404", Severity: diag.Info,
	Title:   diag.Text{En: "file written again", Zh: "文件已补上"},
	Message: diag.Text{En: "the file was gone while its page remained; import wrote it again", Zh: "页面仍在而该文件缺失，导入时已重新写入"},
	Explain: diag.Text{
		En: "A page is a pair of files, and a folder needs its _index. One of them was deleted alone, so import wrote it again as the document has it. To remove a page, delete both of its files.",
		Zh: "每个页面由两个文件组成，每个文件夹需要 _index。由于只删除了其中一部分，导入时按政策文件的内容重新写入。如需移除页面，请将两个文件一并删除。",
	},
}
