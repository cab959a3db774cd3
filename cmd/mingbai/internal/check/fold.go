package check

import (
	"cmp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// maxAlike is how many findings with one message are shown one by one.
const maxAlike = 3

// folder keeps the first findings of those that differ in their page alone: a
// mistake in a layout stands on every page of the site, and a thousand lines
// that say the same hide all others. One more finding tells of the rest. What
// it keeps does not grow with the number of pages that have the same mistake.
type folder map[sameMessage]*alike

// sameMessage is what findings have in common that are folded.
type sameMessage struct{ code, message string }

// alike are findings that differ in their page alone.
type alike struct {
	count int
	first []diag.Finding // at most one more than are shown, in order
}

// of are the findings with a message.
func (f folder) of(code, message string) *alike {
	key := sameMessage{code, message}
	a := f[key]
	if a == nil {
		a = &alike{}
		f[key] = a
	}
	return a
}

// add counts a finding about a file; the finding is made if it is to be kept.
func (a *alike) add(file string, finding func() diag.Finding) {
	a.count++
	if n := len(a.first); n > maxAlike && file > a.first[n-1].File {
		return
	}
	made := finding()
	at, _ := slices.BinarySearchFunc(a.first, made, func(before, made diag.Finding) int {
		return cmp.Or(strings.Compare(before.File, made.File), strings.Compare(before.Cause.File, made.Cause.File), -1)
	})
	a.first = slices.Insert(a.first, at, made)
	a.first = a.first[:min(len(a.first), maxAlike+1)]
}

// findings gives what is to be shown, in order.
func (f folder) findings() []diag.Finding {
	var all []diag.Finding
	for _, a := range f {
		all = append(all, a.first...)
	}
	diag.Sort(all)
	seen := map[sameMessage]int{}
	for i := range all {
		key := sameMessage{all[i].Code, all[i].Message.En}
		seen[key]++
		if rest := f[key].count - maxAlike - 1; seen[key] > maxAlike && rest > 0 {
			all[i].Message = diag.Text{
				En: diag.Text{En: "%s (the same on %d more pages)"}.Sprintf(all[i].Message.En, rest).En,
				Zh: diag.Text{Zh: "%s（另有 %d 个页面相同）"}.Sprintf(all[i].Message.Zh, rest).Zh,
			}
		}
	}
	return all
}
