package source

import (
	"slices"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source/charset"
	"mingbai/cmd/mingbai/internal/source/docx"
	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/page"
	"mingbai/cmd/mingbai/internal/source/pdf"
	"mingbai/cmd/mingbai/internal/source/webpage"
)

// Rules lists every finding of this package and its readers.
func Rules() []*diag.Rule {
	own := []*diag.Rule{emptyDocument, controlCharacter, wrongEnding}
	return slices.Concat(own, charset.Rules(), draft.Rules(), docx.Rules(), page.Rules(), pdf.Rules(), webpage.Rules())
}

var emptyDocument = &diag.Rule{
	Code: "S101", Severity: diag.Error,
	Title:   diag.Text{En: "empty document", Zh: "文件为空"},
	Message: diag.Text{En: "the document has no text", Zh: "文件没有文字内容"},
	Hint:    diag.Text{En: "remove the file from seeds/, or put the document's text into it", Zh: "请从 seeds/ 中移除该文件，或填入文件正文"},
	Explain: diag.Text{
		En: "A seed file must hold one policy document. This one is empty or has only blank lines, so no page can be made of it. Remove it, or save the document's text into it.",
		Zh: "每个种子文件应当是一份政策文件。该文件为空或只有空行，无法据此生成页面。请移除该文件，或将文件正文存入。",
	},
}

var controlCharacter = &diag.Rule{
	Code: "S102", Severity: diag.Warning,
	Title:   diag.Text{En: "control character", Zh: "控制字符"},
	Message: diag.Text{En: "a character that no text contains, such as NUL or U+FFFD", Zh: "出现文本中不应有的字符（如 NUL 或 U+FFFD）"},
	Hint:    diag.Text{En: "compare the place with the document as issued", Zh: "请与文件原件核对此处"},
	Explain: diag.Text{
		En: "Control characters and the replacement character U+FFFD show that the text was damaged, before it reached seeds/ or in the file itself, often by a wrong encoding. The character is kept as it is; compare the place with the document as issued and correct the seed.",
		Zh: "控制字符和替换字符 U+FFFD 表明文本已经损坏，可能在放入 seeds/ 之前，也可能在文件本身，多因编码错误所致。系统保留原字符不作改动，请与文件原件核对后更正种子文件。",
	},
}

var wrongEnding = &diag.Rule{
	Code: "S106", Severity: diag.Warning,
	Title:   diag.Text{En: "wrong file name ending", Zh: "扩展名与内容不符"},
	Message: diag.Text{En: "the name ends in %q, but the content is that of a %s file; read as the latter", Zh: "扩展名为 %q，内容却是 %s 文件；已按后者读取"},
	Hint:    diag.Text{En: "give the file the ending of its content", Zh: "请改用与内容相符的扩展名"},
	Explain: diag.Text{
		En: "The name of a file promises one format and its bytes show another. The content decides how it is read. Some systems export web pages or Word documents under a wrong ending; other programs may refuse such a file.",
		Zh: "文件名表示一种格式，内容却是另一种。系统按内容读取。有些系统导出网页或 Word 文档时扩展名不正确，其他软件可能打不开这样的文件。",
	},
}
