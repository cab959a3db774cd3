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
	{regexp.MustCompile(`not UTF-8 text \(hint: .*?\)`), `不是 UTF-8 文本（建议：另存为 UTF-8 编码；在 Windows 记事本中，“编码”选择“UTF-8”）`},
	{regexp.MustCompile(`format (".*?") is not read; expected one of (.*?) \(hint: .*?\)`), `不支持格式 $1，应为 $2 之一（建议：将文件另存为 UTF-8 纯文本）`},
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
