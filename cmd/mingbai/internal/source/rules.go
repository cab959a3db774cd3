package source

import "mingbai/cmd/mingbai/internal/diag"

// Rules lists every finding of this package.
func Rules() []*diag.Rule { return []*diag.Rule{emptyDocument, controlCharacter} }

var emptyDocument = &diag.Rule{
	Code: "S101", Severity: diag.Error,
	Title:   diag.Text{En: "empty document", Zh: "文件为空"},
	Message: diag.Text{En: "the document has no text", Zh: "文件没有文字内容"},
	Hint:    diag.Text{En: "remove the file from seeds/, or put the document's text into it", Zh: "请从 seeds/ 中移除该文件，或填入文件正文"},
	Explain: diag.Text{
		En: "A seed file must hold one policy document. This one is empty or has only blank lines, so no page can be made of it. Remove it, or save the document's text into it as UTF-8.",
		Zh: "每个种子文件应当是一份政策文件。该文件为空或只有空行，无法据此生成页面。请移除该文件，或将文件正文以 UTF-8 编码存入。",
	},
}

var controlCharacter = &diag.Rule{
	Code: "S102", Severity: diag.Warning,
	Title:   diag.Text{En: "control character", Zh: "控制字符"},
	Message: diag.Text{En: "a character that no text contains, such as NUL or U+FFFD", Zh: "出现文本中不应有的字符（如 NUL 或 U+FFFD）"},
	Hint:    diag.Text{En: "compare the place with the document as issued", Zh: "请与文件原件核对此处"},
	Explain: diag.Text{
		En: "Control characters and the replacement character U+FFFD show that the text was damaged before it reached seeds/, often by a wrong encoding. The character is kept as it is; compare the place with the document as issued and correct the seed.",
		Zh: "控制字符和替换字符 U+FFFD 表明文本在放入 seeds/ 之前已经损坏，多因编码错误所致。系统保留原字符不作改动，请与文件原件核对后更正种子文件。",
	},
}
