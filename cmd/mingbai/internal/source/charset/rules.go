package charset

import "mingbai/cmd/mingbai/internal/diag"

// Rules lists every finding of this package.
func Rules() []*diag.Rule { return []*diag.Rule{encodingRead, encodingDoubtful, bytesDamaged} }

// Findings tells what a person should know of a guess. UTF-8 goes without
// saying.
func Findings(file string, g Guess) []diag.Finding {
	pos := diag.Position{File: file}
	var out []diag.Finding
	switch {
	case g.Other != "":
		out = append(out, encodingDoubtful.At(pos, g.Name, g.Other))
	case g.Name != utf8Name:
		out = append(out, encodingRead.At(pos, g.Name))
	}
	if g.Damaged > 0 {
		out = append(out, bytesDamaged.At(pos, g.Damaged, g.Name))
	}
	return out
}

var encodingRead = &diag.Rule{
	Code: "S103", Severity: diag.Info,
	Title:   diag.Text{En: "encoding", Zh: "文字编码"},
	Message: diag.Text{En: "the text is %s and was read as such", Zh: "文字编码为 %s，已按此读取"},
	Explain: diag.Text{
		En: "A text file does not say in which encoding it was saved. This one is not UTF-8; the encoding was found by its bytes, all of which are valid in it, and by how common the characters are that come out.",
		Zh: "文本文件本身不注明编码。该文件不是 UTF-8；系统根据字节是否全部有效、读出的文字是否常用判定了编码。",
	},
}

var encodingDoubtful = &diag.Rule{
	Code: "S104", Severity: diag.Warning,
	Title:   diag.Text{En: "encoding in doubt", Zh: "文字编码不确定"},
	Message: diag.Text{En: "the text may be %s or %s; read as the former", Zh: "文字编码可能是 %s，也可能是 %s；已按前者读取"},
	Hint:    diag.Text{En: "read the document through; if it is wrong, save the file as UTF-8", Zh: "请通读核对；如有乱码，请将文件另存为 UTF-8"},
	Explain: diag.Text{
		En: "The bytes of this file are valid in more than one encoding, and the text is too short to tell which is meant. In the wrong one it would consist of other characters.",
		Zh: "该文件的字节在多种编码下都有效，而文字太短，无法确定是哪一种。如果判断有误，文字会变成乱码。",
	},
}

var bytesDamaged = &diag.Rule{
	Code: "S105", Severity: diag.Warning,
	Title:   diag.Text{En: "damaged text", Zh: "文字有损坏"},
	Message: diag.Text{En: "places that are not text: %d (read as %s)", Zh: "无法识别的字节有 %d 处（按 %s 读取）"},
	Hint:    diag.Text{En: "compare the places marked � with the document as issued", Zh: "请将标为 � 的位置与文件原件核对"},
	Explain: diag.Text{
		En: "Some bytes of the file are no characters in its encoding: it was damaged, or put together of parts in different encodings. Each such place is shown as � and has a finding of its own.",
		Zh: "文件中有些字节不是该编码的文字，可能是文件损坏，或由不同编码的内容拼接而成。这些位置显示为 �，并分别列出。",
	},
}
