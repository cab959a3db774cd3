package check

import "mingbai/cmd/mingbai/internal/diag"

var textCheck = pageCheck{
	rules: []*diag.Rule{literalAsterisks, replacementSign, conflictMarker, templateResidue},
	run: func(r *report, p *page) {
		told := map[mark]bool{}
		for _, m := range p.Marks {
			if told[m] {
				continue
			}
			told[m] = true
			r.quoted(m.found, m.rule, m.near)
		}
	},
}

var literalAsterisks = &diag.Rule{
	Code: "K301", Severity: diag.Warning,
	Title:   diag.Text{En: "asterisks in text", Zh: "正文残留星号"},
	Message: diag.Text{En: "** stands in the text: “%s”", Zh: "正文中残留 **：“%s”"},
	Hint:    diag.Text{En: "keep punctuation outside the marks: **加强领导**。各部门", Zh: "请把标点放在标记之外：**加强领导**。各部门"},
	Explain: diag.Text{
		En: "Two asterisks were meant to make text bold and stayed as they are. Markdown does not take ** for a mark where it stands between a Chinese punctuation mark and a character.",
		Zh: "两个星号本应表示加粗，却原样留在了正文中。** 夹在中文标点和文字之间时，Markdown 不把它当作标记。",
	},
	Example: `<p>**加强领导。**各部门要落实责任</p>`,
}

var replacementSign = &diag.Rule{
	Code: "K302", Severity: diag.Warning,
	Title:   diag.Text{En: "damaged character", Zh: "乱码字符"},
	Message: diag.Text{En: "the sign for a damaged character stands in the text: “%s”", Zh: "正文中有乱码字符：“%s”"},
	Hint:    diag.Text{En: "compare with the document as issued and write the right character", Zh: "请对照文件原件，补正该字符"},
	Explain: diag.Text{
		En: "U+FFFD stands where a program could not read a character. The original character is lost in this copy and must be found in the document as issued.",
		Zh: "U+FFFD 表示程序未能识别的字符。该字符在此处已丢失，需要从文件原件中找回。",
	},
	Example: "<p>云南省\uFFFD政厅</p>",
}

var conflictMarker = &diag.Rule{
	Code: "K303", Severity: diag.Error,
	Title:   diag.Text{En: "conflict marker in text", Zh: "正文残留冲突标记"},
	Message: diag.Text{En: "a conflict marker stands in the text: “%s”", Zh: "正文中残留冲突标记：“%s”"},
	Hint:    diag.Text{En: "decide which version holds, and remove the marker lines", Zh: "请确定采用哪个版本，并删去标记行"},
	Explain: diag.Text{
		En: "Two versions of a text were merged and nobody decided between them. Published, the page would say both.",
		Zh: "同一段文字的两个版本合并后尚未取舍，发布出去会两种说法并存。",
	},
	Example: `<p>&lt;&lt;&lt;&lt;&lt;&lt;&lt; edited</p>`,
}

var templateResidue = &diag.Rule{
	Code: "K304", Severity: diag.Warning,
	Title:   diag.Text{En: "left over from a template", Zh: "模板残留"},
	Message: diag.Text{En: "what a template or a mark left over stands on the page: “%s”", Zh: "页面上有模板或标记的残留：“%s”"},
	Hint:    diag.Text{En: "mend the layout or the mark in the content file", Zh: "请改正布局文件，或者内容文件中的标记"},
	Explain: diag.Text{
		En: "A layout printed a value that was not there (<no value>, <nil>), a refused address (ZgotmplZ), a format without its value (%!), an action that was not run ({{), or an anchor {#…} of a content file was not understood.",
		Zh: "布局文件输出了不存在的值（<no value>、<nil>）、被拒绝的地址（ZgotmplZ）、缺少参数的格式（%!）、未执行的动作（{{），或者内容文件中的锚点 {#…} 未被识别。",
	},
	Example: `<p>牵头单位：&lt;no value&gt;</p>`,
}
