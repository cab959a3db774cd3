package publish

import "mingbai/cmd/mingbai/internal/diag"

var targetFull = &diag.Rule{
	Code: "U201", Severity: diag.Error,
	Title:   diag.Text{En: "no space left", Zh: "空间不足"},
	Message: diag.Text{En: "no space left for this file", Zh: "空间不足，无法写入此文件"},
	Hint:    diag.Text{En: "free space on the disk or raise the quota, then run the command again", Zh: "请清理磁盘空间或提高配额，然后重新运行命令"},
	Explain: diag.Text{
		En: "All new files are written before the first page changes, so that a full disk is found out while the old site still stands whole.",
		Zh: "所有新文件都在页面更新之前写好，因此磁盘空间不足时，旧网站仍完整保留。",
	},
}

var noPermission = &diag.Rule{
	Code: "U202", Severity: diag.Error,
	Title:   diag.Text{En: "no permission", Zh: "没有权限"},
	Message: diag.Text{En: "no permission to read or write here", Zh: "没有在此读写的权限"},
	Hint:    diag.Text{En: "run the command as a user who may write to the folder, or change its permissions", Zh: "请改用有写入权限的用户运行，或者调整文件夹权限"},
	Explain: diag.Text{
		En: "The system did not let the current user read or write the file or its folder. The old site stays as it was.",
		Zh: "系统不允许当前用户读写该文件或其所在文件夹。旧网站保持不变。",
	},
}

var readOnly = &diag.Rule{
	Code: "U203", Severity: diag.Error,
	Title:   diag.Text{En: "read-only file system", Zh: "文件系统只读"},
	Message: diag.Text{En: "the file system is read-only", Zh: "文件系统为只读"},
	Hint:    diag.Text{En: "mount it for writing, or name another folder", Zh: "请以可写方式挂载，或者指定其他文件夹"},
	Explain: diag.Text{
		En: "Nothing can be written where the folder stands: it is mounted read-only, or the system made it so after an error of the disk.",
		Zh: "文件夹所在的文件系统无法写入：可能以只读方式挂载，也可能因磁盘出错而被系统改为只读。",
	},
}

var writeFailed = &diag.Rule{
	Code: "U204", Severity: diag.Error,
	Title:   diag.Text{En: "reading or writing failed", Zh: "读写失败"},
	Message: diag.Text{En: "the system refused: %v", Zh: "系统拒绝了操作：%v"},
	Hint:    diag.Text{En: "mend the cause, then run the command again", Zh: "请排除原因后重新运行命令"},
	Explain: diag.Text{
		En: "Reading or writing a file failed for the cause that the message quotes from the operating system. The old site stays as it was.",
		Zh: "读写文件时失败，原因见信息中引用的操作系统提示。旧网站保持不变。",
	},
}

var stoppedMidway = &diag.Rule{
	Code: "U205", Severity: diag.Error,
	Title:   diag.Text{En: "publishing stopped midway", Zh: "发布中途停止"},
	Message: diag.Text{En: "publishing stopped midway: %s", Zh: "发布中途停止：%s"},
	Hint:    diag.Text{En: "mend the cause and publish again: that finishes the work. Every page is whole, some are old, some new", Zh: "请排除原因后再次发布，即可完成。目前每个页面都是完整的，部分为旧版，部分为新版"},
	Explain: diag.Text{
		En: "The system refused a rename after others had succeeded. No file is half-written. The journal in the target lets the next publish finish the work.",
		Zh: "部分文件已就位后，系统拒绝了后续的改名。没有写了一半的文件。目标中的日志可使下次发布接着完成。",
	},
}

var manifestDamaged = &diag.Rule{
	Code: "U301", Severity: diag.Error,
	Title:   diag.Text{En: "manifest damaged", Zh: "发布清单已损坏"},
	Message: diag.Text{En: "this list of published files cannot be read: %v", Zh: "发布清单无法读取：%v"},
	Hint:    diag.Text{En: "put it back from a backup, or publish with --force: that writes it anew and removes nothing", Zh: "请从备份恢复，或者使用 --force 发布：将重新写出清单，不删除任何文件"},
	Explain: diag.Text{
		En: "The manifest tells which files mingbai published. Without it, none can be removed or compared safely.",
		Zh: "发布清单记录了 mingbai 发布过的文件。没有它，就不能安全地删除或核对文件。",
	},
}

var manifestNewer = &diag.Rule{
	Code: "U302", Severity: diag.Error,
	Title:   diag.Text{En: "manifest of a newer version", Zh: "发布清单版本较新"},
	Message: diag.Text{En: "this list of published files has another version: %v", Zh: "发布清单的版本不同：%v"},
	Hint:    diag.Text{En: "use the version of mingbai that published last, or a later one", Zh: "请使用上次发布时的 mingbai 版本，或更新的版本"},
	Explain: diag.Text{
		En: "The list was written in a form that this version does not know. To guess at it could remove or overwrite the wrong files.",
		Zh: "清单的格式是本版本不认识的。若加以猜测，可能误删或误改文件。",
	},
}

var noManifest = &diag.Rule{
	Code: "U303", Severity: diag.Error,
	Title:   diag.Text{En: "no manifest", Zh: "没有发布清单"},
	Message: diag.Text{En: "nothing to compare with: mingbai never published here", Zh: "没有可供核对的清单：mingbai 从未向这里发布过"},
	Hint:    diag.Text{En: "name the folder that was given to publish --to", Zh: "请指定发布时 --to 所用的文件夹"},
	Explain: diag.Text{
		En: "Published files are compared with " + ManifestName + ", which publishing leaves in the target. The folder has none.",
		Zh: "核对以发布时留在目标中的 " + ManifestName + " 为准，而此文件夹中没有。",
	},
}

var overwritten = &diag.Rule{
	Code: "U304", Severity: diag.Warning,
	Title:   diag.Text{En: "changed in the target", Zh: "目标中的文件被改动"},
	Message: diag.Text{En: "somebody changed this file since it was published; this site's version takes its place", Zh: "此文件发布后被人改动，将以本站版本覆盖"},
	Hint:    diag.Text{En: "if the change was meant, make it in content/; if not, look for who can write to the target", Zh: "如属有意修改，请在 content/ 中修改；否则请检查谁能写入目标"},
	Explain: diag.Text{
		En: "The file in the target is neither as it was published nor as it is to be. Changes in the target are lost with the next publish; and a change that nobody owns up to may be tampering.",
		Zh: "目标中的文件与发布时不同，也与将要发布的不同。在目标中所作的修改会在下次发布时丢失；无人认领的改动可能是篡改。",
	},
}

var keptStale = &diag.Rule{
	Code: "U305", Severity: diag.Warning,
	Title:   diag.Text{En: "stale file kept", Zh: "保留了过期文件"},
	Message: diag.Text{En: "no longer part of the site, but changed by somebody since it was published: it stays", Zh: "此文件已不属于本站，但发布后被人改动，予以保留"},
	Hint:    diag.Text{En: "remove it by hand if nobody needs it", Zh: "如无人需要，请手工删除"},
	Explain: diag.Text{
		En: "Files that left the site are removed from the target. This one has other bytes than mingbai published, so it may be somebody's own by now, and mingbai removes only what it published.",
		Zh: "不再属于网站的文件会从目标中删除。此文件的内容与 mingbai 发布的不同，可能已是他人的文件，而 mingbai 只删除自己发布的内容。",
	},
}

var fileMissing = &diag.Rule{
	Code: "U311", Severity: diag.Error,
	Title:   diag.Text{En: "published file missing", Zh: "已发布的文件缺失"},
	Message: diag.Text{En: "published, but no longer there", Zh: "曾经发布，但现已不存在"},
	Hint:    diag.Text{En: "publish again to put it back", Zh: "请再次发布以恢复"},
	Explain: diag.Text{
		En: "The manifest lists this file and the target does not hold it.",
		Zh: "发布清单中有此文件，而目标中没有。",
	},
}

var fileAltered = &diag.Rule{
	Code: "U312", Severity: diag.Error,
	Title:   diag.Text{En: "published file changed", Zh: "已发布的文件被改动"},
	Message: diag.Text{En: "not as it was published", Zh: "与发布时不一致"},
	Hint:    diag.Text{En: "look for who changed it, then publish again to put it right", Zh: "请查明是谁改动的，然后再次发布以恢复"},
	Explain: diag.Text{
		En: "The file's size or SHA-256 is not that of the manifest: somebody changed it, it was damaged, or it was tampered with.",
		Zh: "文件的大小或 SHA-256 与发布清单不符：可能是有人修改、文件损坏，或者遭到篡改。",
	},
}

var unfinished = &diag.Rule{
	Code: "U313", Severity: diag.Error,
	Title:   diag.Text{En: "unfinished publish", Zh: "发布未完成"},
	Message: diag.Text{En: "the last publish was interrupted, or is still at work", Zh: "上次发布被中断，或者仍在进行"},
	Hint:    diag.Text{En: "publish again to finish it", Zh: "请再次发布以完成"},
	Explain: diag.Text{
		En: "The target holds the journal of a publish that did not come to its end. Every file is whole, but old and new ones may stand side by side.",
		Zh: "目标中留有未完成的发布日志。每个文件都是完整的，但新旧文件可能并存。",
	},
}
