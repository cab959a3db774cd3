package content

import (
	"fmt"
	"slices"

	"mingbai/cmd/mingbai/internal/diag"
)

// Rules lists every finding of this package.
func Rules() []*diag.Rule {
	return slices.Concat(fileRules(), frontRules(), treeRules(), configRules(), mergeRules(), topicRules())
}

// find makes a finding of a rule. Arguments of type diag.Text enter the
// message of their own language, all others both.
func find(r *diag.Rule, pos diag.Position, args ...any) diag.Finding {
	f := r.At(pos)
	en, zh := make([]any, len(args)), make([]any, len(args))
	for i, a := range args {
		if t, ok := a.(diag.Text); ok {
			en[i], zh[i] = t.En, t.Zh
		} else {
			en[i], zh[i] = a, a
		}
	}
	if len(args) > 0 {
		f.Message = diag.Text{En: fmt.Sprintf(r.Message.En, en...), Zh: fmt.Sprintf(r.Message.Zh, zh...)}
	}
	return f
}

// shownDir is how the folder of the content is called in positions.
const shownDir = "content/"
