package render

import "mingbai/cmd/mingbai/internal/diag"

// Rules lists every finding of this package.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		badLayout, noLayout, badAsset, unknownAsset, notMinified,
		unsafeLink, unsafeImage, repeatedAnchor, badBody,
	}
}

var badLayout = &diag.Rule{
	Code: "R201", Severity: diag.Error,
	Title:   diag.Text{En: "layout with an error", Zh: "布局有错误"},
	Message: diag.Text{En: "the layout does not work: %s", Zh: "布局无法使用：%s"},
	Hint:    diag.Text{En: "correct the layout, or delete it to use the one that mingbai carries", Zh: "请更正该布局，或删除它以使用 mingbai 自带的布局"},
	Explain: diag.Text{
		En: "A file in layouts/ is not a valid Go template, or asks for something that its page does not have. No page that uses it can be made, so the site is not built and the old one stays.",
		Zh: "layouts/ 中的某个文件不是合法的 Go 模板，或引用了页面没有的数据。使用它的页面无法生成，因此不会生成新网站，原网站保持不变。",
	},
}

var noLayout = &diag.Rule{
	Code: "R202", Severity: diag.Error,
	Title:   diag.Text{En: "layout missing", Zh: "缺少布局"},
	Message: diag.Text{En: "there is no layout %s", Zh: "没有布局 %s"},
	Hint:    diag.Text{En: "every kind of page needs a layout of its name; mingbai carries all of them", Zh: "每种页面都需要同名的布局，mingbai 自带全部布局"},
	Explain: diag.Text{
		En: "Every kind of page is shown by the layout of the same name. The program carries all layouts, so this means that it was built without one.",
		Zh: "每种页面由同名布局显示。程序自带全部布局，出现此问题说明程序构建时缺少文件。",
	},
}

var badAsset = &diag.Rule{
	Code: "R203", Severity: diag.Error,
	Title:   diag.Text{En: "asset with an error", Zh: "资源文件有错误"},
	Message: diag.Text{En: "the file cannot be read as what its name says: %v", Zh: "文件内容与扩展名不符或有语法错误：%v"},
	Hint:    diag.Text{En: "correct the file, or delete it to use the one that mingbai carries", Zh: "请更正该文件，或删除它以使用 mingbai 自带的文件"},
	Explain: diag.Text{
		En: "A style sheet, script or picture in assets/ has a syntax error. Browsers would ignore part of it.",
		Zh: "assets/ 中的样式表、脚本或图片有语法错误，浏览器会忽略其中一部分。",
	},
}

var unknownAsset = &diag.Rule{
	Code: "R204", Severity: diag.Error,
	Title:   diag.Text{En: "style sheet or script names a missing file", Zh: "样式表或脚本引用的文件不存在"},
	Message: diag.Text{En: "no asset stands at %q", Zh: "资源 %q 不存在"},
	Hint:    diag.Text{En: "give the path from the file itself to one in assets/; other websites are not allowed", Zh: "请填写从该文件到 assets/ 中文件的相对路径；不得引用其他网站"},
	Explain: diag.Text{
		En: "A url() or an import leads to no file in assets/. Pages load nothing from other websites, and every asset gets a name made from its content, so references must lead to files of the project.",
		Zh: "url() 或 import 没有指向 assets/ 中的文件。页面不从其他网站加载内容，资源文件按内容命名，因此只能引用项目内的文件。",
	},
}

var notMinified = &diag.Rule{
	Code: "R205", Severity: diag.Warning,
	Title:   diag.Text{En: "page not minified", Zh: "页面未能压缩"},
	Message: diag.Text{En: "%s was written as it is: %v", Zh: "%s 未经压缩直接写出：%v"},
	Hint:    diag.Text{En: "look for an unclosed tag or comment in the layout", Zh: "请检查布局中是否有未闭合的标签或注释"},
	Explain: diag.Text{
		En: "The minifier could not read the page. It was written without being minified.",
		Zh: "压缩程序无法读取该页面，页面未经压缩直接写出。",
	},
}

var unsafeLink = &diag.Rule{
	Code: "R211", Severity: diag.Warning,
	Title:   diag.Text{En: "link not allowed", Zh: "链接不允许使用"},
	Message: diag.Text{En: "the link %q was left out, its text kept", Zh: "链接 %q 已去除，文字保留"},
	Hint:    diag.Text{En: "use http, https, mailto, tel, or a path on this site", Zh: "请使用 http、https、mailto、tel 或本站内的路径"},
	Explain: diag.Text{
		En: "Links in texts may lead to web pages, mail addresses, telephone numbers and pages of this site. Anything else (scripts, embedded data, addresses without a scheme) could harm readers.",
		Zh: "正文链接只能指向网页、邮箱、电话和本站页面。脚本、内嵌数据等其他链接可能危害读者。",
	},
}

var unsafeImage = &diag.Rule{
	Code: "R212", Severity: diag.Warning,
	Title:   diag.Text{En: "picture from elsewhere", Zh: "引用了站外图片"},
	Message: diag.Text{En: "the picture %q was left out, its description kept", Zh: "图片 %q 已去除，说明文字保留"},
	Hint:    diag.Text{En: "put the picture into assets/ and name it by its path", Zh: "请将图片放入 assets/，并用路径引用"},
	Explain: diag.Text{
		En: "Pages load nothing from other websites: it would tell them who reads what, and break when they change.",
		Zh: "页面不从其他网站加载内容，以免泄露读者信息，也避免对方变动后失效。",
	},
}

var repeatedAnchor = &diag.Rule{
	Code: "R213", Severity: diag.Warning,
	Title:   diag.Text{En: "anchor used twice", Zh: "锚点重复"},
	Message: diag.Text{En: "the anchor {#%s} stands twice; the first keeps it", Zh: "锚点 {#%s} 出现两次，以第一处为准"},
	Hint:    diag.Text{En: "delete the anchor of the copied paragraph", Zh: "请删除复制段落所带的锚点"},
	Explain: diag.Text{
		En: "An anchor ties a paragraph to its line in the source and to its translation. A copied paragraph must not carry the anchor of the first.",
		Zh: "锚点将段落与原文行、译文对应。复制的段落不能保留原段落的锚点。",
	},
}

var badBody = &diag.Rule{
	Code: "R214", Severity: diag.Error,
	Title:   diag.Text{En: "text cannot be shown", Zh: "正文无法显示"},
	Message: diag.Text{En: "%v", Zh: "%v"},
	Hint:    diag.Text{En: "look at the Markdown at this place", Zh: "请检查该处的 Markdown"},
	Explain: diag.Text{
		En: "The Markdown of this file could not be turned into HTML.",
		Zh: "该文件的 Markdown 无法转换为 HTML。",
	},
}
