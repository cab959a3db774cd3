package content

import (
	"reflect"

	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// wordsAllowed lists the words that a type of front matter knows, or nil for
// free text.
func wordsAllowed(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[plan.Lang]():
		return list(plan.Zh, plan.En)
	case reflect.TypeFor[plan.Origin]():
		return list(plan.Restored, plan.Unconfirmed, plan.Translated)
	case reflect.TypeFor[State]():
		return list(Found, Missing, Draft, Reviewed, Official)
	case reflect.TypeFor[plan.Role]():
		return list(plan.Roles()...)
	case reflect.TypeFor[plan.DeadlineKind]():
		return list(plan.Due, plan.Expiry, plan.Period, plan.Term, plan.Ongoing, plan.Recurring)
	case reflect.TypeFor[plan.Unit]():
		return list(plan.CNY, plan.Ratio)
	case reflect.TypeFor[plan.Qualifier]():
		return list(plan.AtMost, plan.AtLeast, plan.About)
	case reflect.TypeFor[Way]():
		return list(Ways()...)
	case reflect.TypeFor[ValidityStatus]():
		return list(Repealed, Replaced)
	case reflect.TypeFor[plan.SectionKind]():
		return list(plan.Preamble, plan.Goal, plan.Measures, plan.Safeguards, plan.OtherKind)
	case reflect.TypeFor[plan.OrgKind]():
		return list(plan.Department, plan.Branch, plan.Company, plan.MassOrg, plan.LeadingGroup,
			plan.LocalGovernment, plan.Collective, plan.BankSector)
	case reflect.TypeFor[Part]():
		return list(Parts()...)
	case reflect.TypeFor[FrameMode]():
		return list(WholeSite, PortalColumn)
	}
	return nil
}

func list[S ~string](words ...S) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

// wordsFor names what a type wants, in plain words.
func wordsFor(t reflect.Type) diag.Text {
	switch t.Kind() {
	case reflect.Pointer:
		return wordsFor(t.Elem())
	case reflect.Struct, reflect.Map:
		return diag.Text{En: "keys with values", Zh: "若干键和值"}
	case reflect.Slice:
		return diag.Text{En: "a list", Zh: "列表"}
	case reflect.Bool:
		return diag.Text{En: "true or false", Zh: "“true”或“false”"}
	case reflect.Int:
		return diag.Text{En: "a whole number", Zh: "整数"}
	case reflect.Float64:
		return diag.Text{En: "a number", Zh: "数字"}
	}
	if t == reflect.TypeFor[plan.Date]() {
		return diag.Text{En: "a date", Zh: "日期"}
	}
	return diag.Text{En: "text", Zh: "文字"}
}

// wordsOf names what a node is, in plain words.
func wordsOf(n *yaml.Node) diag.Text {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return diag.Text{En: "an alias or anchor", Zh: "别名或锚点"}
	}
	switch n.Kind {
	case yaml.MappingNode:
		return diag.Text{En: "keys with values", Zh: "若干键和值"}
	case yaml.SequenceNode:
		return diag.Text{En: "a list", Zh: "列表"}
	}
	value := diag.Text{En: "%q", Zh: "“%s”"}.Sprintf(shorten(n.Value))
	switch n.ShortTag() {
	case "!!str":
		return diag.Text{En: "the text " + value.En, Zh: "文字" + value.Zh}
	case "!!int", "!!float":
		return diag.Text{En: "the number " + n.Value, Zh: "数字 " + n.Value}
	case "!!bool":
		return diag.Text{En: "the word " + n.Value, Zh: n.Value}
	case "!!timestamp":
		return diag.Text{En: "the date " + n.Value, Zh: "日期 " + n.Value}
	}
	return value
}

// shorten keeps a value that is quoted in a message to a line's length.
func shorten(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
