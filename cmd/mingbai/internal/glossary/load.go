package glossary

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v3" // the maintained continuation of yaml.v3: strict decoding and line numbers

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// maxFile bounds the data files that people edit.
const maxFile = 4 << 20

var idForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

var kinds = []plan.OrgKind{
	plan.Department, plan.Branch, plan.Company, plan.MassOrg, plan.LeadingGroup,
	plan.LocalGovernment, plan.Collective, plan.BankSector,
}

type organizationsFile struct {
	Region        plan.Text   `yaml:"region"`
	Organizations []yaml.Node `yaml:"organizations"`
}

type organizationEntry struct {
	ID      string       `yaml:"id"`
	Kind    plan.OrgKind `yaml:"kind"`
	Zh      string       `yaml:"zh"`
	En      string       `yaml:"en"`
	Short   plan.Text    `yaml:"short"`
	Aliases []string     `yaml:"aliases"`
}

// LoadRegistry reads an organizations.yaml. A missing file gives an empty
// registry. The error is for a file that cannot be read at all; an entry that is
// wrong is left out with a finding.
func LoadRegistry(fsys fs.FS, name string) (*Registry, []diag.Finding, error) {
	r := &Registry{byKey: map[string]int{}}
	var file organizationsFile
	if found, err := readStrict(fsys, name, &file); err != nil || !found {
		return r, nil, err
	}
	r.Region = file.Region
	var findings []diag.Finding
	for i := range file.Organizations {
		node := &file.Organizations[i]
		o, err := decodeOrganization(node)
		if err != nil {
			pos := diag.Position{File: name, Line: node.Line, Column: node.Column}
			findings = append(findings, badEntry.At(pos, err))
			continue
		}
		findings = append(findings, r.add(o, name)...)
	}
	return r, findings, nil
}

func decodeOrganization(node *yaml.Node) (Organization, error) {
	var e organizationEntry
	if err := strictNode(node, &e); err != nil {
		return Organization{}, err
	}
	switch {
	case !idForm.MatchString(e.ID):
		return Organization{}, fmt.Errorf("id %q: expected lower-case words joined by hyphens", e.ID)
	case !slices.Contains(kinds, e.Kind):
		return Organization{}, fmt.Errorf("%s: kind %q: expected one of %v", e.ID, e.Kind, kinds)
	case e.Zh == "":
		return Organization{}, fmt.Errorf("%s: no Chinese name", e.ID)
	}
	return Organization{ID: e.ID, Kind: e.Kind, Zh: e.Zh, En: e.En, Short: e.Short, Aliases: e.Aliases, Line: node.Line}, nil
}

// readStrict decodes a whole file; found is false when there is none.
func readStrict(fsys fs.FS, name string, v any) (found bool, err error) {
	f, err := fsys.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return false, err
	}
	if len(b) > maxFile {
		return false, fmt.Errorf("%s: more than %d bytes", name, maxFile)
	}
	dec := yaml.NewDecoder(bytes.NewReader(b))
	dec.KnownFields(true)
	if err := dec.Decode(v); err != nil && !errors.Is(err, io.EOF) {
		return true, fmt.Errorf("%s: %w", name, plainError(err, 0))
	}
	return true, nil
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// plainError puts the library's line numbers into those of the file.
func plainError(err error, offset int) error {
	if err == nil || offset == 0 {
		return err
	}
	return errors.New(yamlLine.ReplaceAllStringFunc(err.Error(), func(s string) string {
		n, _ := strconv.Atoi(yamlLine.FindStringSubmatch(s)[1])
		return fmt.Sprintf("line %d: ", n+offset)
	}))
}
