package main

import "regexp"

// chinesePhrases turns what errors say into Chinese, for people who read the
// messages in Chinese: errors are in English inside the program, and some come
// from the system and from libraries. What the table does not have stays.
var chinesePhrases = []struct {
	english *regexp.Regexp
	chinese string
}{
	// cobra and pflag
	{regexp.MustCompile(`unknown command (".*?") for (".*?")`), `$2 没有子命令 $1`},
	{regexp.MustCompile(`(?s)\n*Did you mean this\?\s*`), "\n是否要用："},
	{regexp.MustCompile(`unknown (?:shorthand )?flag: (\S+)(?: in \S+)?`), `没有参数 $1`},
	{regexp.MustCompile(`flag needs an argument: (\S+)(?: in \S+)?`), `参数 $1 需要一个值`},
	{regexp.MustCompile(`invalid argument (".*?") for (".*?") flag: .*`), `参数 $2 的值 $1 无效`},
	{regexp.MustCompile(`requires at least (\d+) arg\(s\), only received (\d+)`), `至少需要 $1 个参数，只给出 $2 个`},
	// our own
	{regexp.MustCompile(`not a document: neither text in (.*?), nor a format that is read \(hint: .*?\)`), `不是可以读取的文件：既不是 $1 编码的文本，也不是支持的格式（建议：另存为 .docx，或另存为 UTF-8 纯文本）`},
	{regexp.MustCompile(`a document of an old Office or WPS format`), `旧版 Office 或 WPS 格式的文件`},
	{regexp.MustCompile(`an Office document with a password`), `设有密码的 Office 文件`},
	{regexp.MustCompile(`a document in rich text format`), `RTF 格式的文件`},
	{regexp.MustCompile(`a web page saved as one file`), `保存为单个文件的网页`},
	{regexp.MustCompile(`a Word document in one XML file`), `XML 格式的 Word 文件`},
	{regexp.MustCompile(`an OpenDocument file`), `OpenDocument 格式的文件`},
	{regexp.MustCompile(`a spreadsheet`), `电子表格`},
	{regexp.MustCompile(`a presentation`), `演示文稿`},
	{regexp.MustCompile(`a picture, which holds no text`), `图片，没有文字`},
	{regexp.MustCompile(`an archive`), `压缩包`},
	{regexp.MustCompile(`a program`), `程序文件`},
	{regexp.MustCompile(`a PDF file with a password`), `设有密码的 PDF 文件`},
	{regexp.MustCompile(`a scanned (PDF|OFD) file without (?:a text layer|text)`), `扫描的 $1 文件，没有文字`},
	{regexp.MustCompile(`a PDF file whose fonts do not say which characters they show`), `PDF 文件的字体没有标明对应的文字`},
	{regexp.MustCompile(` \((\.?\w*)\) is not read \(hint: `), `（$1）无法读取（建议：`},
	{regexp.MustCompile(`not a whole (\w+) file: (.*) \(hint: .*?\)`), `$1 文件不完整或已损坏：$2（建议：用相应软件打开后重新保存，或另存为 .docx 或 .txt）`},
	{regexp.MustCompile(`reading took longer than (\S+) \(hint: .*?\)`), `读取时间超过 $1（建议：将文件正文另存为 .docx 或 .txt）`},
	{regexp.MustCompile(`: more than one document may have`), `，超过一份文件的上限`},
	{regexp.MustCompile(` ?\(hint: use the \.docx of the document, or recognize the text with an OCR program\)`), `（建议：改用该文件的 .docx，或先用文字识别软件识别）`},
	{regexp.MustCompile(` ?\(hint: open it, save it without password, or use the \.docx of the document\)`), `（建议：打开后取消密码再保存，或改用该文件的 .docx）`},
	{regexp.MustCompile(`open it in Word or WPS and save it as \.docx\)`), `用 Word 或 WPS 打开并另存为 .docx）`},
	{regexp.MustCompile(`open it, remove the password and save it as \.docx\)`), `打开后取消密码，另存为 .docx）`},
	{regexp.MustCompile(`open it in a browser and save it as \.html\)`), `用浏览器打开并另存为 .html）`},
	{regexp.MustCompile(`open it in LibreOffice, Word or WPS and save it as \.docx\)`), `用 LibreOffice、Word 或 WPS 打开并另存为 .docx）`},
	{regexp.MustCompile(`put the document itself into seeds/, as .*?\)`), `请将文件本身放入 seeds/，格式为 .docx、.pdf、.html 或 .txt）`},
	{regexp.MustCompile(`put the document's text into a \.docx or \.txt file, or recognize it with an OCR program\)`), `将文字录入 .docx 或 .txt，或用文字识别软件识别）`},
	{regexp.MustCompile(`unpack it and put the document itself into seeds/\)`), `解压后将文件本身放入 seeds/）`},
	{regexp.MustCompile(`move it out of seeds/\)`), `请移出 seeds/）`},
	{regexp.MustCompile(`format (".*?") is not read; expected (.*)`), `不支持格式 $1，应为 $2`},
	{regexp.MustCompile(`(\d+) bytes, more than the (\d+) that one document may have`), `共 $1 字节，超过一份文件的上限 $2 字节`},
	{regexp.MustCompile(`a line of (\d+) bytes, more than (\d+)`), `一行有 $1 字节，超过上限 $2 字节`},
	{regexp.MustCompile(`not a mingbai project: .*?\(hint: .*?\)`), `不是 mingbai 项目：既没有 seeds/ 也没有 content/（建议：用“mingbai init”新建项目）`},
	{regexp.MustCompile(`open the project folder`), `打开项目文件夹`},
	{regexp.MustCompile(`leads out of the project or cannot be read`), `通向项目之外，或者无法读取`},
	{regexp.MustCompile(`cannot be read, or leads out of the project`), `无法读取，或者通向项目之外`},
	{regexp.MustCompile(` \(hint: make it a folder inside the project\)`), `（建议：改为项目内的文件夹）`},
	{regexp.MustCompile(`want a folder, found a file`), `应为文件夹，却是文件`},
	{regexp.MustCompile(`want a file, found \S+`), `应为文件，却不是`},
	{regexp.MustCompile(`(".*?") is not a date of the calendar in the form 2006-01-02`), `$1 不是有效日期，格式应为 2006-01-02`},
	{regexp.MustCompile(`not a PO file`), `不是 PO 文件`},
	{regexp.MustCompile(`expected a text in double quotes`), `应为双引号内的文字`},
	{regexp.MustCompile(`not an XLIFF 2\.0 document \(namespace \S+\)`), `不是 XLIFF 2.0 文件`},
	{regexp.MustCompile(`field (\S+) not found in type \S+`), `没有键 $1`},
	{regexp.MustCompile(`yaml: unmarshal errors:\s*`), `内容有误：`},
	{regexp.MustCompile(`\bline (\d+): `), `第 $1 行：`},
	// the system
	{regexp.MustCompile(`no such file or directory`), `没有该文件或文件夹`},
	{regexp.MustCompile(`permission denied`), `没有权限`},
	{regexp.MustCompile(`no space left on device`), `磁盘空间不足`},
	{regexp.MustCompile(`read-only file system`), `文件系统只读`},
	{regexp.MustCompile(`file too large`), `文件过大`},
	{regexp.MustCompile(`not a directory`), `不是文件夹`},
	{regexp.MustCompile(`is a directory`), `是文件夹`},
	{regexp.MustCompile(`file exists`), `文件已存在`},
	{regexp.MustCompile(`address already in use`), `端口已被占用`},
	{regexp.MustCompile(`missing port in address`), `网址缺少端口`},
}

// inChinese gives an error's message in Chinese, as far as the table goes.
func inChinese(message string) string {
	for _, p := range chinesePhrases {
		message = p.english.ReplaceAllString(message, p.chinese)
	}
	return message
}
