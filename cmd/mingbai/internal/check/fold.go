package check

import "mingbai/cmd/mingbai/internal/diag"

// maxAlike is how many findings with one message are shown one by one.
const maxAlike = 3

// fold keeps the first findings of those that differ in their page alone: a
// mistake in a layout stands on every page of the site, and a thousand lines
// that say the same hide all others. One more finding tells of the rest.
func fold(findings []diag.Finding) []diag.Finding {
	type key struct{ code, message string }
	count := map[key]int{}
	for _, f := range findings {
		count[key{f.Code, f.Message.En}]++
	}
	seen := map[key]int{}
	kept := findings[:0:0]
	for _, f := range findings {
		k := key{f.Code, f.Message.En}
		seen[k]++
		rest := count[k] - maxAlike
		switch {
		case seen[k] <= maxAlike || rest == 1:
			kept = append(kept, f)
		case seen[k] == maxAlike+1:
			more := diag.Text{En: "%s (the same on %d more pages)", Zh: "%s（另有 %d 个页面相同）"}
			f.Message = diag.Text{
				En: diag.Text{En: more.En}.Sprintf(f.Message.En, rest-1).En,
				Zh: diag.Text{Zh: more.Zh}.Sprintf(f.Message.Zh, rest-1).Zh,
			}
			kept = append(kept, f)
		}
	}
	return kept
}
