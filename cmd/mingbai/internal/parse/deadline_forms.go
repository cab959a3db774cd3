package parse

import (
	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
)

// chineseForms is the ordered table; what an earlier form has taken a later one
// leaves alone.
var chineseForms = []deadlineForm{
	{name: "recurring", pattern: pattern.New(`每(?:年度?|半年|个?月|季度?|周|星期|天|日)[^,，。;；、]{0,8}?(?:\d{1,2} ?[日月号]|周?[一二三四五六日末]|下班|月?底|结束)[^,，。;；、]{0,3}?前`), read: plainKind(plan.Recurring)},
	{name: "period", pattern: pattern.New(`(\d{4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?)(?:起)? ?(?:至|到|-{1,2}|~) ?((?:\d{4} ?年 ?)?\d{1,2} ?月(?: ?\d{1,2} ?日)?` + bound + `?)`), read: readPeriod},
	{name: "expiry by key word", pattern: pattern.New(`(?:(?:政策|执行|实施|缓缴|享受|有效|优惠|补贴|补助|过渡|延续)*(?:期限|有效期|执行期|实施期)(?:实施|执行|延长|延续|延期|截至|截止)?(?:到|至|为)?(?:到)?|(?:延长|延续|延期|顺延|展期|有效期?|执行|实施|缓缴|截止(?:日期|时间)?)(?:至|到|为)|截至|起至|不(?:超过|晚于))(?:至|到)? ?` + dated), read: readExpiry},
	{name: "period without year", pattern: pattern.New(`(?:^|[^\d年])(\d{1,2} ?月 ?\d{1,2} ?日)(?:起)? ?(?:至|到|-{1,2}|~) ?(\d{1,2} ?月 ?\d{1,2} ?日)`), read: readPeriod},
	{name: "period of years", pattern: pattern.New(`(?:^|[。；;,，:：]|每年|自|从) ?((?:20)\d\d(?: ?年)?) ?(?:起)?(?:至|到|-{1,2}|~) ?(20\d\d ?年)(?: ?[,，]|期间|每年|底|,|$)`), read: readYears},
	{name: "set limit", pattern: pattern.New(`(?:` + limitWords + `) ?[\])】]? ?(?::|为)? ?(?:在|到)?` + dated + `(?:之?前|内)?(?:完成)?`), read: dateAfter(plan.Due)},
	{name: "part of a year", pattern: pattern.New(`(?:在|于|到)?((?:\d{4} ?年|` + thisYear + `) ?)((?:第?[一二三四] ?季度|[上下]半年)(?:(?:[底末]|[以之]?[前内])+|完成|实现|建成))`), read: readPart},
	{name: "part of this year", pattern: pattern.New(`(?:在|于)?((?:今年|本年)?)((?:第?[一二三四] ?季度|[上下]半年)(?:[底末]?[以之]?前|[底末]?(?:完成|实现|建成)))`), read: readPart},
	{name: "next year", pattern: pattern.New(`(?:在|于|到)?明年 ?((?:\d{1,2} ?月(?:份)? ?(?:\d{1,2} ?[日号])?)?) ?(?:年?[底末])?(?:之|以)?(?:前|底)`), read: readNext},
	{name: "end of the year", pattern: pattern.New(`(?:在|于|到)?(?:今年|本年|当年)?(?:年[底末](?:之|以)?前|年内)(?:完成|实现|建成)?`), read: readYearEnd},
	{name: "third of a month", pattern: pattern.New(`(?:在|于|到)?((?:\d{4} ?年 ?)?\d{1,2} ?月)([上中下])旬(?:[底末]?[以之]?[前内]|[底末]|完成)?`), read: readThird},
	{name: "before", pattern: pattern.New(`(?:在|于|到)?` + dated + ` ?(?:之|以)?前`), read: readBefore},
	{name: "by the end", pattern: pattern.New(`(?:在|于|到|至)((?:\d{4} ?年|` + thisYear + `) ?(?:\d{1,2} ?月(?:份)? ?)?` + bound + `)`), read: readBy},
	{name: "within", pattern: pattern.New(`(?:在|于)?((?:\d{4} ?年|` + thisYear + `) ?(?:\d{1,2} ?月)?) ?(?:度)?(?:之|以)?内(?:完成|建成|实现)?`), read: readBy},
	{name: "done at the end", pattern: pattern.New(dated + ` ?(?:完成|实现|建成|取得)`), read: readDone},
	{name: "target year", pattern: pattern.New(`(?:力争|确保)?到 ?(\d{4} ?年)|(?:^|[,，。；;])至 ?(\d{4} ?年)`), read: readTarget},
	{name: "from", pattern: pattern.New(`((?:\d{4} ?年)(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?) ?(?:开始|起)`), read: readFrom},
	{name: "term", pattern: pattern.New(`(?:延长|延缓|延期|顺延|(?:期限|有效期|执行期|实施期|试行期|过渡期|免租期|宽限期|时限|期)(?:原则上|可|最长|一般|暂定)*(?:不超过|不少于|为|至少|最长|延长)*) ?` + zhCount + ` ?(?:个月|年|个?工作日|天|日|个季度)(?:以内|以上)?`), read: plainKind(plan.Term)},
	{name: "ongoing", pattern: pattern.New(`长期(?:坚持|实施|推进|任务|有效|落实)|持续(?:推进|实施|开展|深化|落实|进行|坚持)|常态化(?:推进|开展|实施)?|长期|全年(?:推进|实施)?|常年(?:坚持|推进)?|(?:^|[,，;；:、 ])持续(?:[,，;；、]|$)`), read: plainKind(plan.Ongoing), clause: true},
	{name: "date alone", pattern: pattern.New(`(?:^|[,，;；:、]) ?` + dated + ` ?(?:[,，;；)）]|$)`), read: dateAfter(plan.Due), clause: true},
	{name: "year alone", pattern: pattern.New(`(?:^|[。；;,，:：]|全[省市县区国]|力争|确保|争取) ?(?:[一二三四五六七八九十]是)?(20\d\d ?年(?:度)?)`), read: readBareYear},
}
