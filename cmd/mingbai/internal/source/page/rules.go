package page

import "mingbai/cmd/mingbai/internal/diag"

// Rules lists every finding of this package.
func Rules() []*diag.Rule { return []*diag.Rule{linesJoined, pagesWithoutText} }

var linesJoined = &diag.Rule{
	Code: "S401", Severity: diag.Info,
	Title:   diag.Text{En: "lines joined", Zh: "已合并分行"},
	Message: diag.Text{En: "pages %d; lines %d were joined to paragraphs and table rows %d", Zh: "共 %d 页；%d 行文字合并为 %d 个段落和表格行"},
	Hint:    diag.Text{En: "where the .docx of the document exists, use that: it says itself where paragraphs end", Zh: "如有该文件的 .docx，请优先使用：其中标明了段落"},
	Explain: diag.Text{
		En: "A paginated file places characters on pages and does not say what is a paragraph. Lines were joined by how they are set: a line that has no room for the next word goes on, an indentation or a larger gap begins a paragraph. Compare where in doubt.",
		Zh: "版式文件只记录文字在页面上的位置，不标明段落。系统根据排版合并分行：一行没有空间容纳下一个词的，段落继续；缩进或较大间距表示新的段落。如有疑问请核对。",
	},
}

var pagesWithoutText = &diag.Rule{
	Code: "S402", Severity: diag.Warning,
	Title:   diag.Text{En: "pages without text", Zh: "有页面没有文字"},
	Message: diag.Text{En: "pages that hold pictures only: %s", Zh: "以下页面只有图片：%s"},
	Hint:    diag.Text{En: "if they show text of the document, type it in or recognize it with an OCR program", Zh: "如其中有文件正文，请录入或用文字识别软件识别"},
	Explain: diag.Text{
		En: "These pages are scanned or drawn: they have no characters that could be read. What they show is missing from the site.",
		Zh: "这些页面是扫描件或图片，没有可以读取的文字，其中的内容不会出现在网站上。",
	},
}
