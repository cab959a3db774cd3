package publish

import "mingbai/cmd/mingbai/internal/diag"

// Rules lists every finding of this package: U1 refuses a target, U2 is what
// the system answered, U3 is about what stands in a target.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		targetIsRoot, targetOverlaps, notAFolder, notEmpty, foreignFile, pathNotAllowed, nothingToPublish, busy,
		linkOut, inTheWay, notOurOutput, cannotSwap, outputDamaged,
		targetFull, noPermission, readOnly, writeFailed, stoppedMidway,
		manifestDamaged, manifestNewer, noManifest, overwritten, keptStale, fileMissing, fileAltered, unfinished,
	}
}

var targetIsRoot = &diag.Rule{
	Code: "U101", Severity: diag.Error,
	Title:   diag.Text{En: "target is a root folder", Zh: "目标是根目录"},
	Message: diag.Text{En: "this is the root of a file system, no place for a site", Zh: "这是文件系统的根目录，不能用来放置网站"},
	Hint:    diag.Text{En: "name a folder for the site alone", Zh: "请指定一个专供网站使用的文件夹"},
	Explain: diag.Text{
		En: "Publishing into the root of a file system is always a mistake, often an empty variable in a script.",
		Zh: "把网站发布到文件系统的根目录一定是误操作，常见原因是脚本中的变量为空。",
	},
}

var targetOverlaps = &diag.Rule{
	Code: "U102", Severity: diag.Error,
	Title:   diag.Text{En: "target and project overlap", Zh: "目标与项目文件夹重叠"},
	Message: diag.Text{En: "the target lies inside the project folder, or holds it", Zh: "目标位于项目文件夹之内，或者包含项目文件夹"},
	Hint:    diag.Text{En: "name a folder outside the project; public/ is written by build", Zh: "请指定项目以外的文件夹；public/ 由 build 命令生成"},
	Explain: diag.Text{
		En: "Sources and drafts would stand among published pages, and the next publish could remove or replace what people work on.",
		Zh: "目标与项目重叠时，源文件和草稿会混入已发布的页面，下次发布还可能删除或覆盖正在编辑的内容。",
	},
}

var notAFolder = &diag.Rule{
	Code: "U103", Severity: diag.Error,
	Title:   diag.Text{En: "not a folder", Zh: "不是文件夹"},
	Message: diag.Text{En: "want a folder, found a file", Zh: "应为文件夹，实际是文件"},
	Hint:    diag.Text{En: "name a folder, or a name that does not exist yet", Zh: "请指定文件夹，或者尚不存在的名称"},
	Explain: diag.Text{
		En: "A site is many files and needs a folder. The one that was named is a file and stays as it is.",
		Zh: "网站由许多文件组成，需要放在文件夹中。指定的名称是一个文件，未作改动。",
	},
}

var notEmpty = &diag.Rule{
	Code: "U104", Severity: diag.Error,
	Title:   diag.Text{En: "target holds other files", Zh: "目标中已有其他文件"},
	Message: diag.Text{En: "the target holds %q but was never published to by mingbai", Zh: "目标中已有 %q，但 mingbai 从未向这里发布过"},
	Hint: diag.Text{En: "check that it is the right folder; if it is, use --force: files that mingbai did not publish stay, only those at a page's place are overwritten",
		Zh: "请核对文件夹是否正确；确认无误后使用 --force：非 mingbai 发布的文件予以保留，仅覆盖与页面同名的文件"},
	Explain: diag.Text{
		En: "A folder that holds files and no manifest of mingbai's is most likely the wrong one. Nothing was written.",
		Zh: "文件夹中已有文件，却没有 mingbai 的发布清单，多半是选错了文件夹。没有写入任何内容。",
	},
}

var foreignFile = &diag.Rule{
	Code: "U105", Severity: diag.Error,
	Title:   diag.Text{En: "a foreign file at a page's place", Zh: "页面位置上有他人的文件"},
	Message: diag.Text{En: "mingbai did not publish this file and would overwrite it", Zh: "此文件不是 mingbai 发布的，继续发布会将其覆盖"},
	Hint:    diag.Text{En: "move the file away, or use --force to overwrite it", Zh: "请移走此文件，或者使用 --force 覆盖"},
	Explain: diag.Text{
		En: "The site has a file of this name, and so does the target, with other content and not in the manifest. Whoever put it there may need it. Nothing was written.",
		Zh: "网站和目标中都有这个名称的文件，内容不同，且不在发布清单中，放置它的人可能还需要它。没有写入任何内容。",
	},
}

var pathNotAllowed = &diag.Rule{
	Code: "U106", Severity: diag.Error,
	Title:   diag.Text{En: "name of a file not allowed", Zh: "文件名不允许使用"},
	Message: diag.Text{En: "this file cannot be written: %s", Zh: "此文件不能写出：%s"},
	Explain: diag.Text{
		En: "Every file of a site has a slash-separated path below the site's folder. A name that leads out of it, or that cannot stand beside the others, is refused before anything is written.",
		Zh: "站点中的每个文件都使用站点文件夹之内以斜杠分隔的路径。通向站外的名称，或与其他文件冲突的名称，在写入之前即被拒绝。",
	},
}

var nothingToPublish = &diag.Rule{
	Code: "U107", Severity: diag.Error,
	Title:   diag.Text{En: "an empty site", Zh: "网站为空"},
	Message: diag.Text{En: "the site has no files; what stands in the target stays", Zh: "网站没有任何文件；目标中的现有内容保持不变"},
	Hint:    diag.Text{En: "import documents into content/ first", Zh: "请先把政策文件导入 content/"},
	Explain: diag.Text{
		En: "Publishing an empty site would remove every page. That is refused: to take a site off line is not a publisher's business.",
		Zh: "发布空网站会删除全部页面，因此予以拒绝。网站下线不应通过发布来完成。",
	},
}

var busy = &diag.Rule{
	Code: "U108", Severity: diag.Error,
	Title:   diag.Text{En: "another run is at work", Zh: "另一个进程正在写入"},
	Message: diag.Text{En: "another mingbai is writing to this folder", Zh: "另一个 mingbai 进程正在写入此文件夹"},
	Hint:    diag.Text{En: "wait until it has finished, then try again", Zh: "请等待其完成后重试"},
	Explain: diag.Text{
		En: "Two runs that write to one folder at a time could mix two sites. The lock ends with the process that holds it, even a killed one.",
		Zh: "两个进程同时写入一个文件夹，可能使两个版本的网站混在一起。进程结束（包括被强行终止）时，锁自动释放。",
	},
}

var linkOut = &diag.Rule{
	Code: "U109", Severity: diag.Error,
	Title:   diag.Text{En: "a symbolic link in the target", Zh: "目标中有符号链接"},
	Message: diag.Text{En: "%s is in the way: it could lead out of the target", Zh: "%s 挡住了此文件：它可能通向目标之外"},
	Hint:    diag.Text{En: "remove the link, or replace it with a folder", Zh: "请删除该链接，或者换成文件夹"},
	Explain: diag.Text{
		En: "Whoever can place a link in a target could make mingbai write elsewhere with the rights of its user. So nothing is written through a link that leads out, and a page takes the place of a link only with --force. The target itself may be a link.",
		Zh: "能在目标中放置链接的人，可能借此使 mingbai 以当前用户的权限写到别处。因此不通过指向目标以外的链接写入，页面位置上的链接也只有在使用 --force 时才会被替换。目标文件夹本身可以是链接。",
	},
}

var inTheWay = &diag.Rule{
	Code: "U110", Severity: diag.Error,
	Title:   diag.Text{En: "something in the way", Zh: "位置被占用"},
	Message: diag.Text{En: "%s is in the way and was not published by mingbai", Zh: "%s 占用了此位置，且不是 mingbai 发布的"},
	Hint:    diag.Text{En: "move it away", Zh: "请将其移走"},
	Explain: diag.Text{
		En: "A page needs a place at which the target holds something that is not a file of mingbai's: a folder where a file belongs, or a file where a folder belongs. Not even --force removes it.",
		Zh: "目标中页面所需的位置已被他人占用：应为文件之处是文件夹，或应为文件夹之处是文件。即使使用 --force 也不会删除它。",
	},
}

var notOurOutput = &diag.Rule{
	Code: "U111", Severity: diag.Error,
	Title:   diag.Text{En: "output folder holds other files", Zh: "输出文件夹中已有其他文件"},
	Message: diag.Text{En: "the folder holds %q and was not built by mingbai", Zh: "文件夹中已有 %q，且不是由 mingbai 生成的"},
	Hint:    diag.Text{En: "check that it is the right folder; then empty it, or name another", Zh: "请核对文件夹是否正确，然后清空该文件夹，或者另行指定"},
	Explain: diag.Text{
		En: "A build replaces its output folder as a whole. It does so only with a folder that is empty or that it wrote itself, which it knows by the manifest in it.",
		Zh: "生成网站时会整体替换输出文件夹，因此只替换空文件夹，或由 mingbai 自己写出的文件夹（以其中的清单为准）。",
	},
}

var cannotSwap = &diag.Rule{
	Code: "U112", Severity: diag.Error,
	Title:   diag.Text{En: "output folder cannot be replaced", Zh: "输出文件夹无法替换"},
	Message: diag.Text{En: "the folder cannot be replaced as a whole: %v", Zh: "文件夹无法整体替换：%v"},
	Hint:    diag.Text{En: "a mount point cannot be renamed: name a folder inside it", Zh: "挂载点不能改名，请指定其中的一个子文件夹"},
	Explain: diag.Text{
		En: "The finished site is written beside the output folder and takes its place by a rename, so that no half-written site is ever to be seen. The system refused the rename; the old site stays as it was.",
		Zh: "新网站先写在输出文件夹旁边，再通过改名整体替换，因此任何时候都看不到写了一半的网站。系统拒绝了改名，旧网站保持不变。",
	},
}

var outputDamaged = &diag.Rule{
	Code: "U113", Severity: diag.Error,
	Title:   diag.Text{En: "output folder damaged", Zh: "输出文件夹已损坏"},
	Message: diag.Text{En: "this folder was built by mingbai, but its list of files cannot be read", Zh: "此文件夹由 mingbai 生成，但其中的文件清单无法读取"},
	Hint:    diag.Text{En: "delete the folder and build again; look first whether it holds anything of yours", Zh: "请删除此文件夹后重新生成；删除前请查看其中是否有自己的文件"},
	Explain: diag.Text{
		En: "A build removes only files that it wrote, and knows them by " + ManifestName + ". That file is damaged, as can happen when the power fails, so mingbai leaves the folder to a person.",
		Zh: "生成网站时只删除自己写出的文件，以 " + ManifestName + " 为准。该清单已损坏（例如因断电），因此请人工处理此文件夹。",
	},
}
