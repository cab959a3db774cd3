package parse

import (
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// Portals print a table of facts above a document: 索引号, 发文机关, 发文字号,
// 成文日期. Each pair is a label and a value; a line may hold several.

// metaField is what a label's value says of the document.
type metaField int

const (
	metaOther metaField = iota
	metaNumber
	metaIssuer
	metaTitle
	metaWritten   // 成文日期
	metaPublished // 发布日期
)

var metaLabels = []struct {
	field metaField
	words string
}{
	{metaNumber, `发文字号|发文文号|文件编号|文件字号|公文文号|文 *号|字 *号`},
	{metaIssuer, `发文机关|发文单位|发文部门|制发机关|制发单位|发布机关|发布机构|发布单位|公开主体|印发单位|印发机关`},
	{metaTitle, `文件标题|文件名称|信息名称|标 *题|名 *称`},
	{metaWritten, `成文日期|成文时间|发文日期|发文时间|制发日期|印发日期|印发时间|签发日期`},
	{metaPublished, `发布日期|发布时间|公开日期|公开时间|生成日期|生成时间|公布日期|日 *期|时 *间`},
	{metaOther, `索 *引 *号|信息索引|统一编号|登记号|主题分类|信息分类|组配分类|公文种类|文 *种|体裁分类|体 *裁|分 *类|主 *题 *词|关 *键 *词|有 *效 *性|时 *效 *性|效力状态|文件状态|是否有效|实施日期|施行日期|生效日期|失效日期|废止日期|失效时间|公开方式|公开形式|公开属性|公开范围|公开时限|公开程序|密 *级|紧急程度|信息来源|来 *源|作 *者|字 *体|字体大小|浏览次数|点击数|点击率|访问量|阅读次数|阅读量|打 *印|责任编辑|编 *辑|审 *核|分 *享|服务对象|适用对象|所属主题|文件类型|内容概述`},
}

var (
	metaLine  = pattern.New(`^[\[【(|]? ?(?:` + allLabels() + `) ?[\]】)]? ?(?::|$|\|)`)
	metaLabel = pattern.New(`(?:^|[ \[【(|,;])(` + allLabels() + `) ?[\]】)]? ?: ?`)
	metaCell  = pattern.New(`^[\[【(]? ?(` + allLabels() + `) ?[\]】)]? ?:?$`)
)

// postedLine is when and from where a portal took the document.
var postedLine = pattern.New(`^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}:\d{2}(?::\d{2})?)? ?\|? ?(?:来源|作者|字号|字体|浏览|阅读|发布|编辑|分享).{0,80}$`)

// breadcrumb is where a portal says on which of its pages the document stands.
var breadcrumb = pattern.New(`^(?:首页|网站首页|当前位置|您?(?:现在|当前)?(?:的|所在的?)?位置)(?: ?[:>»›/].*)?$|^[^。;]{1,30} [>»›] [^。;]{1,60}$`)

func allLabels() string {
	var all []string
	for _, l := range metaLabels {
		all = append(all, l.words)
	}
	return strings.Join(all, "|")
}

var metaFields = func() []*pattern.Pattern {
	var out []*pattern.Pattern
	for _, l := range metaLabels {
		out = append(out, pattern.New(`^(?:`+l.words+`)$`))
	}
	return out
}()

func fieldOf(label string) metaField {
	for i, re := range metaFields {
		if re.MatchString(label) {
			return metaLabels[i].field
		}
	}
	return metaOther
}

// isMeta reports whether a line is one of a portal's table of facts.
func (l *line) isMeta() bool {
	if metaLine.MatchString(l.folded) {
		return true
	}
	if breadcrumb.MatchString(l.folded) || postedLine.MatchString(l.folded) {
		return true
	}
	first, _, tab := strings.Cut(strings.TrimSpace(l.text), "\t")
	return tab && metaCell.MatchString(strings.TrimSpace(zh.FoldString(first)))
}

// readMeta reads the facts of a metadata line.
func (r *reader) readMeta(i int) {
	l := &r.lines[i]
	r.whole(i, plan.PartMeta)
	if postedLine.MatchString(l.folded) {
		r.takeDate(i, l.folded, publishedDate)
		return
	}
	if strings.Contains(strings.TrimSpace(l.text), "\t") {
		label := ""
		for _, cell := range strings.Split(l.text, "\t") {
			cell = strings.TrimSpace(zh.FoldString(cell))
			if m := metaCell.FindStringSubmatch(cell); m != nil {
				label = m[1]
			} else if m := metaLabel.FindStringSubmatchIndex(cell); m != nil && m[0] == 0 {
				r.takeMeta(i, fieldOf(cell[m[2]:m[3]]), cell[m[1]:])
			} else if label != "" {
				r.takeMeta(i, fieldOf(label), cell)
				label = ""
			}
		}
		return
	}
	folded := zh.Fold(l.text)
	labels := metaLabel.FindAllStringSubmatchIndex(folded.Text, -1)
	for k, m := range labels {
		end := len(folded.Text)
		if k+1 < len(labels) {
			end = labels[k+1][0]
		}
		r.takeMeta(i, fieldOf(folded.Text[m[2]:m[3]]), strings.TrimSpace(folded.Orig(m[1], end)))
	}
}

func (r *reader) takeMeta(i int, field metaField, value string) {
	value = strings.Trim(value, " 　[]【】|")
	if value == "" {
		return
	}
	switch field {
	case metaNumber:
		if m := docNumberIn.FindString(zh.FoldString(value)); m != "" {
			r.takeNumber(value)
		}
	case metaIssuer:
		r.metaIssuer = value
	case metaTitle:
		r.metaTitle = value
	case metaWritten:
		r.takeDate(i, zh.FoldString(value), writtenDate)
	case metaPublished:
		r.takeDate(i, zh.FoldString(value), publishedDate)
	}
}
