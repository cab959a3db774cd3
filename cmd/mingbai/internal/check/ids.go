package check

import "mingbai/cmd/mingbai/internal/diag"

var idCheck = pageCheck{
	rules: []*diag.Rule{doubleID, brokenReference},
	run: func(r *report, p *page) {
		told := map[string]bool{}
		for _, id := range p.IDs {
			if p.idCount[id] > 1 && !told[id] {
				told[id] = true
				r.quoted("{#"+id+"}", doubleID, id, p.idCount[id])
			}
		}
		for _, ref := range p.IDRefs {
			if !p.has(ref.ID) {
				r.page(brokenReference, ref.Attr, ref.ID)
			}
		}
	},
}

var doubleID = &diag.Rule{
	Code: "K201", Severity: diag.Error,
	Title:   diag.Text{En: "id used twice on a page", Zh: "页面中 id 重复"},
	Message: diag.Text{En: "the id %q stands %d times on the page", Zh: "id %q 在页面中出现 %d 次"},
	Hint:    diag.Text{En: "give each place an id of its own", Zh: "请为每个位置取不同的 id"},
	Explain: diag.Text{
		En: "An id names one place. With two of them a link leads to the first only, and screen readers read the wrong label.",
		Zh: "一个 id 只能对应一个位置。重复时链接只会到达第一处，读屏软件也会读错标签。",
	},
	Example: `<p id="p31">甲</p><p id="p31">乙</p>`,
}

var brokenReference = &diag.Rule{
	Code: "K202", Severity: diag.Error,
	Title:   diag.Text{En: "reference to a missing id", Zh: "引用的 id 不存在"},
	Message: diag.Text{En: "%s=%q names an id that the page does not have", Zh: "%s=%q 引用的 id 在页面中不存在"},
	Hint:    diag.Text{En: "name an element of the same page", Zh: "请引用同一页面中的元素"},
	Explain: diag.Text{
		En: "A label, description or table header is tied to an element that is not there. People who see the page notice nothing; those who hear it miss the label.",
		Zh: "标签、说明或表头所关联的元素不存在。看页面的人察觉不到，听页面的人则听不到标签。",
	},
	Example: `<label for="q">搜索</label><input id="query">`,
}
