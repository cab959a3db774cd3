package main

import (
	"encoding/json"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is what a program reads of `mingbai version --json`.
type version struct {
	Version  string `json:"version"`            // of the module, "(devel)" for a build of a checkout
	Revision string `json:"revision,omitempty"` // of the checkout
	Modified bool   `json:"modified,omitempty"` // the checkout had changes
	Go       string `json:"go"`                 // the Go release it was built with
}

func newVersionCmd(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "version",
		Short: a.say("Print the version", "显示版本"),
		Args:  a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			return a.printVersion(buildVersion())
		},
	}
	a.jsonFlag(cmd)
	return cmd
}

// buildVersion reads what the linker recorded. The time of the commit is left
// out: two builds of one revision print the same.
func buildVersion() version {
	v := version{Version: "(devel)"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	v.Go = info.GoVersion
	if info.Main.Version != "" {
		v.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Revision = s.Value
		case "vcs.modified":
			v.Modified = s.Value == "true"
		}
	}
	return v
}

func (a *app) printVersion(v version) error {
	if a.json {
		return json.NewEncoder(a.stdout).Encode(v)
	}
	fmt.Fprintf(a.stdout, "mingbai %s", v.Version)
	if v.Revision != "" {
		fmt.Fprintf(a.stdout, " %s", v.Revision)
	}
	if v.Modified {
		fmt.Fprint(a.stdout, a.say(" (with changes)", "（有改动）"))
	}
	fmt.Fprintf(a.stdout, " %s\n", v.Go)
	return nil
}
