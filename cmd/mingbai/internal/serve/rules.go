package serve

import "mingbai/cmd/mingbai/internal/diag"

// Rules lists every finding of this package.
func Rules() []*diag.Rule { return []*diag.Rule{buildFailed, watchIncomplete} }

var buildFailed = &diag.Rule{
	Code: "V101", Severity: diag.Error,
	Title:   diag.Text{En: "build failed", Zh: "生成失败"},
	Message: diag.Text{En: "the site could not be built: %s", Zh: "无法生成网站：%s"},
	Hint:    diag.Text{En: "mend what the message names and save; the page reloads itself", Zh: "请按提示改正并保存，页面会自动刷新"},
	Explain: diag.Text{
		En: "While the preview was running, the site could not be built for a reason that belongs to no line of a file, such as a folder that cannot be read. The preview goes on and builds again after the next change.",
		Zh: "预览期间网站未能生成，原因不在某个文件的某一行，例如文件夹无法读取。预览不会中断，下次修改后会重新生成。",
	},
}

var watchIncomplete = &diag.Rule{
	Code: "V102", Severity: diag.Warning,
	Title:   diag.Text{En: "not all changes are seen", Zh: "部分修改无法察觉"},
	Message: diag.Text{En: "cannot watch for changes: %s", Zh: "无法监视文件变化：%s"},
	Hint: diag.Text{
		En: "restart the preview after changing these files; on Linux, raising fs.inotify.max_user_watches often helps",
		Zh: "修改这些文件后请重新启动预览；在 Linux 上，提高 fs.inotify.max_user_watches 往往可以解决",
	},
	Explain: diag.Text{
		En: "The operating system refused to report changes of some files, mostly because its limit of watched folders is reached or a folder may not be read. The preview shows these files as they were at the last build.",
		Zh: "操作系统拒绝报告部分文件的变化，多半是因为监视的文件夹达到上限，或者某个文件夹没有读取权限。预览中这些文件保持上次生成时的样子。",
	},
}
