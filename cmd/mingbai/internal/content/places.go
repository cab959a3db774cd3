package content

import (
	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/diag"
)

// places finds the positions of values in front matter. Only a finding needs
// one, so that they are looked up when there is a finding; those of one file
// mostly come one after another.
type places struct {
	of   *file
	node *yaml.Node
	line int // lines before it
	last int // the file's last line
}

// placesOf is for front matter that was just read.
func placesOf(f *file, node *yaml.Node, line int) *places {
	return &places{of: f, node: node, line: line, last: lastLine(f.text)}
}

// at is the position of a value of the front matter: keys are names, indexes
// of lists are numbers. Where the value is not there, it is what holds it.
func (p *places) at(f *file, path ...any) diag.Position {
	if p.of != f {
		node, line, _, _, err := split(f.text)
		if err != nil {
			return f.pos(1, 1) // it was read before
		}
		*p = *placesOf(f, node, line)
	}
	n := p.node
	for _, step := range path {
		next := child(n, step)
		if next == nil {
			break
		}
		n = next
	}
	return f.pos(min(p.line+n.Line, p.last), n.Column)
}

func child(n *yaml.Node, step any) *yaml.Node {
	switch step := step.(type) {
	case string:
		for key, value := range pairsOf(n) {
			if n.Kind == yaml.MappingNode && key.Value == step {
				return value
			}
		}
	case int:
		if n.Kind == yaml.SequenceNode && step < len(n.Content) {
			return n.Content[step]
		}
	}
	return nil
}
