package pdf

import "mingbai/cmd/mingbai/internal/diag"

// Rules lists every finding of this package.
func Rules() []*diag.Rule { return []*diag.Rule{unmappedGlyphs, recognizedText} }

var unmappedGlyphs = &diag.Rule{
	Code: "S411", Severity: diag.Warning,
	Title:   diag.Text{En: "unknown characters", Zh: "无法识别的字符"},
	Message: diag.Text{En: "characters that the file's fonts do not name: %d", Zh: "字体未标明的字符有 %d 个"},
	Hint:    diag.Text{En: "compare the places marked � with the document as issued, or use its .docx", Zh: "请将标为 � 的位置与文件原件核对，或改用 .docx"},
	Explain: diag.Text{
		En: "A PDF file draws shapes; which characters they are is said by tables in its fonts, which may be incomplete. Each such character is shown as �.",
		Zh: "PDF 文件绘制的是字形，字形对应哪个字由字体中的表格说明，而表格可能不完整。这些字显示为 �。",
	},
}

var recognizedText = &diag.Rule{
	Code: "S412", Severity: diag.Warning,
	Title:   diag.Text{En: "recognized text", Zh: "文字识别结果"},
	Message: diag.Text{En: "characters that are laid unseen over a picture, as OCR programs do: %d", Zh: "有 %d 个字隐藏在图片之上，多为文字识别软件所加"},
	Hint:    diag.Text{En: "read the document through: OCR programs err, in numbers too", Zh: "请通读核对：文字识别可能有误，包括数字"},
	Explain: diag.Text{
		En: "The pages are scanned pictures, and a program has put the text that it recognized over them, unseen. Such text has errors that nobody sees in the file itself.",
		Zh: "页面是扫描图片，识别软件把识别出的文字隐藏在图片之上。其中的错误在文件中看不出来。",
	},
}
