package draft

import "mingbai/cmd/mingbai/internal/diag"

// Rules lists the findings that several readers make.
func Rules() []*diag.Rule { return []*diag.Rule{leftOut} }

var leftOut = &diag.Rule{
	Code: "S201", Severity: diag.Info,
	Title:   diag.Text{En: "left out", Zh: "未采用的文字"},
	Message: diag.Text{En: "left out %s, %d characters: %s", Zh: "未采用%s，共 %d 字：%s"},
	Hint:    diag.Text{En: "if any of it belongs to the document, save the document's text as .docx or .txt", Zh: "如其中有文件正文，请将文件正文另存为 .docx 或 .txt"},
	Explain: diag.Text{
		En: "A saved web page holds navigation and buttons, a paginated file holds page numbers and running headers. They are no part of the document, so they are not read into it. The finding lists what was left out, for a person to see that nothing of the document is missing.",
		Zh: "网页中有导航和按钮，分页的文件中有页码和页眉页脚。这些不是文件正文，因此没有读入。提示列出未采用的文字，供人工核对正文是否完整。",
	},
}
