package docx

import "mingbai/cmd/mingbai/internal/diag"

// Rules lists every finding of this package.
func Rules() []*diag.Rule {
	return []*diag.Rule{trackedChanges, commentsDropped, numbersWritten, objectsDropped, notesMoved}
}

// findings tells what a person should know of how the document was read.
func (r *reader) findings(file string) []diag.Finding {
	pos := diag.Position{File: file}
	var out []diag.Finding
	if c := r.counts; c.inserted+c.deleted > 0 {
		out = append(out, trackedChanges.At(pos, c.inserted, c.deleted))
	}
	if n := r.comments(); n > 0 {
		out = append(out, commentsDropped.At(pos, n))
	}
	if n := r.counts.numbers; n > 0 {
		out = append(out, numbersWritten.At(pos, n))
	}
	if n := r.counts.objects; n > 0 {
		out = append(out, objectsDropped.At(pos, n))
	}
	if n := len(r.notes); n > 0 {
		out = append(out, notesMoved.At(pos, n))
	}
	return append(out, r.left.Findings(file)...)
}

var trackedChanges = &diag.Rule{
	Code: "S301", Severity: diag.Warning,
	Title:   diag.Text{En: "tracked changes", Zh: "含有修订"},
	Message: diag.Text{En: "tracked changes taken as accepted: insertions %d, deletions %d", Zh: "修订按全部接受处理：插入 %d 处，删除 %d 处"},
	Hint:    diag.Text{En: "publish the document as issued: accept or reject all changes in Word or WPS and save it", Zh: "请使用正式印发的版本：在 Word 或 WPS 中接受或拒绝全部修订后保存"},
	Explain: diag.Text{
		En: "The file still holds changes that nobody has accepted or rejected, as a draft does. It was read as if all were accepted: inserted text is part of the document, deleted text is not. Make sure that this is the document as issued.",
		Zh: "文件中仍有未接受或未拒绝的修订，可能是草稿。读取时按全部接受处理：插入的文字计入正文，删除的文字不计入。请确认这是正式印发的版本。",
	},
}

var commentsDropped = &diag.Rule{
	Code: "S302", Severity: diag.Warning,
	Title:   diag.Text{En: "comments", Zh: "含有批注"},
	Message: diag.Text{En: "comments left out: %d", Zh: "批注 %d 条，未采用"},
	Hint:    diag.Text{En: "make sure that this is the document as issued", Zh: "请确认这是正式印发的版本"},
	Explain: diag.Text{
		En: "The file has remarks in its margin, as a draft does. They are no part of the document and were not read.",
		Zh: "文件中有批注，可能是草稿。批注不是文件正文，没有读入。",
	},
}

var numbersWritten = &diag.Rule{
	Code: "S303", Severity: diag.Info,
	Title:   diag.Text{En: "automatic numbers", Zh: "自动编号"},
	Message: diag.Text{En: "automatic numbers written out as printed: %d", Zh: "自动编号 %d 处，已按打印样式写成文字"},
	Explain: diag.Text{
		En: "In the file these numbers are list formatting and no characters. They were worked out as Word prints them and are now part of the text.",
		Zh: "这些编号在文件中是列表格式，不是文字。系统按 Word 打印的样式计算出编号，并作为正文的一部分。",
	},
}

var objectsDropped = &diag.Rule{
	Code: "S304", Severity: diag.Warning,
	Title:   diag.Text{En: "pictures and embedded files", Zh: "图片和嵌入文件"},
	Message: diag.Text{En: "pictures or embedded files that were not read: %d", Zh: "图片或嵌入的文件 %d 个，未读取"},
	Hint:    diag.Text{En: "if one of them shows text of the document, type it in", Zh: "如其中有文件正文，请录入为文字"},
	Explain: diag.Text{
		En: "Text in a picture, a chart or an embedded file cannot be read. A seal or an emblem needs nothing; a table that was pasted as a picture would be missing from the site.",
		Zh: "图片、图表和嵌入文件中的文字无法读取。印章、标志不必处理；如果表格是以图片形式粘贴的，网站上会缺少这部分内容。",
	},
}

var notesMoved = &diag.Rule{
	Code: "S305", Severity: diag.Info,
	Title:   diag.Text{En: "footnotes", Zh: "脚注和尾注"},
	Message: diag.Text{En: "footnotes and endnotes put behind the text, with marks such as [1]: %d", Zh: "脚注、尾注 %d 条，已移到文末，以 [1] 等标记对应"},
	Explain: diag.Text{
		En: "A page of the site has no foot to put a note at. Notes stand as paragraphs of their own at the end, and the text refers to them with a mark in square brackets.",
		Zh: "网页没有页脚可放脚注。注释作为单独的段落放在文末，正文中以方括号标记对应。",
	},
}
