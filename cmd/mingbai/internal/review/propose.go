package review

import (
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3" // writes the entries as the registry reads them

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// madeID begins the ids that the reader makes for bodies nobody registered.
const madeID = "org-"

// Propose writes the bodies that nobody registered as entries for
// seeds/organizations.yaml, each with the listed body whose name is nearest. An
// editor decides which are bodies of their own. It writes nothing where there
// is none.
func Propose(w io.Writer, d *plan.Document, lang string) error {
	var b strings.Builder
	for _, o := range d.Organizations {
		if !strings.HasPrefix(o.ID, madeID) {
			continue
		}
		if b.Len() == 0 {
			b.WriteString("# " + proposal.In(lang) + "\n")
		}
		if o.Near != "" {
			b.WriteString("  # " + fmt.Sprintf(near.In(lang), o.Near) + "\n")
		}
		if err := entry(&b, o); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

var (
	proposal = diag.Text{En: "for seeds/organizations.yaml: bodies of their own, or further names (aliases) of bodies listed there",
		Zh: "供 seeds/organizations.yaml 采用：独立单位请列为条目，已登记单位的别称请列入其 aliases"}
	near = diag.Text{En: "or another name of %s", Zh: "或为 %s 的另一名称"}
)

func entry(b *strings.Builder, o plan.Organization) error {
	out, err := yaml.Marshal([]struct {
		ID   string       `yaml:"id"`
		Kind plan.OrgKind `yaml:"kind"`
		Zh   string       `yaml:"zh,omitempty"`
		En   string       `yaml:"en,omitempty"`
	}{{strings.TrimPrefix(o.ID, madeID), o.Kind, o.Zh, o.En}})
	if err != nil {
		return err
	}
	for _, line := range strings.Split(strings.TrimSuffix(string(out), "\n"), "\n") {
		b.WriteString("  " + line + "\n")
	}
	return nil
}
