package glossary

import (
	"fmt"
	"regexp"
	"strings"

	"mingbai/cmd/mingbai/internal/zh"
)

var (
	chineseTerm  = regexp.MustCompile(`^(延长|延缓|延期|顺延)?.*?(不超过|不少于|至少|最长)?(?:为)? ?([\d一二两三四五六七八九十]+) ?(个月|年|个?工作日|天|日)(以内)?$`)
	monthlyLimit = regexp.MustCompile(`^每月(\d{1,2})日前$`)
	weeklyLimit  = regexp.MustCompile(`^每周([一二三四五六日])(下班)?前$`)
)

var (
	englishUnits    = map[string]string{"个月": "month", "年": "year", "天": "day", "日": "day", "工作日": "working day", "个工作日": "working day"}
	englishBounds   = map[string]string{"不超过": "at most ", "最长": "at most ", "不少于": "at least ", "至少": "at least "}
	englishWeekdays = map[string]string{"一": "Monday", "二": "Tuesday", "三": "Wednesday", "四": "Thursday", "五": "Friday", "六": "Saturday", "日": "Sunday"}
)

// EnglishLimit says in English what a time limit without dates says in Chinese:
// "extended by 6 months" for 延长6个月. It is "" for what it does not know, and
// the page shows the Chinese words alone.
func EnglishLimit(text string) string {
	text = zh.FoldString(strings.TrimSpace(text))
	if text == "长期坚持" || text == "长期" || text == "持续推进" {
		return "ongoing"
	}
	if m := monthlyLimit.FindStringSubmatch(text); m != nil {
		return "before day " + m[1] + " of every month"
	}
	if m := weeklyLimit.FindStringSubmatch(text); m != nil {
		end := ""
		if m[2] != "" {
			end = "the end of the working day on "
		}
		return "every week, before " + end + englishWeekdays[m[1]]
	}
	m := chineseTerm.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	n, ok := zh.Numeral(m[3])
	if !ok {
		return ""
	}
	s := fmt.Sprintf("%d %s", n, englishUnits[m[4]])
	if n != 1 {
		s += "s"
	}
	bound := englishBounds[m[2]]
	if m[5] != "" {
		bound = "at most "
	}
	if m[1] != "" {
		return "extended by " + bound + s
	}
	return bound + s
}
