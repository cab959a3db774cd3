package content

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/adrg/frontmatter" // finds front matter whatever its format; ours is a strict one
	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/diag"
)

// errSecondDocument is for YAML that goes on after its end.
var errSecondDocument = errors.New("yaml: a second document begins")

// split takes a content file apart. line is the number of lines before the
// first one of the front matter's YAML; the body comes without empty lines
// around it, bodyLine is the line it begins on. The error is
// frontmatter.ErrNotFound or one of the YAML library.
func split(data string) (node *yaml.Node, line int, body string, bodyLine int, err error) {
	node = new(yaml.Node)
	format := frontmatter.NewFormat("---", "---", unmarshalNode)
	for l := range strings.Lines(data) {
		line++
		if len(strings.TrimSpace(l)) > 0 {
			break
		}
	}
	rest, err := frontmatter.MustParse(strings.NewReader(data), node, format)
	if err != nil {
		return nil, line, "", 0, err
	}
	body, bodyLine = bodyOf(data, data[len(data)-len(rest):])
	return node, line, body, bodyLine, nil
}

// bodyOf is the body of a text in what follows its front matter, and the line
// it begins on.
func bodyOf(text, rest string) (body string, line int) {
	body = strings.TrimLeft(rest, "\n")
	return strings.TrimRight(body, "\n"), 1 + strings.Count(text[:len(text)-len(body)], "\n")
}

// unmarshalNode reads YAML into a node: its top mapping, or an empty one.
func unmarshalNode(data []byte, v any) error {
	node := v.(*yaml.Node)
	*node = yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return err
	}
	if top := doc.Content[0]; top.ShortTag() != "!!null" {
		*node = *top
	}
	if err := dec.Decode(&doc); !errors.Is(err, io.EOF) {
		return errSecondDocument
	}
	return nil
}

// normalize makes one text of what Windows editors save in several ways: no
// byte order mark, line ends of one character.
func normalize(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// yamlFinding turns an error of the YAML library into a finding; line is the
// number of lines before the YAML. The library may name a line after the end.
func yamlFinding(file, text string, line int, err error) diag.Finding {
	pos := diag.Position{File: file, Line: line + 1}
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		n, _ := strconv.Atoi(m[1]) // digits by the expression; too many give zero
		pos.Line = min(line+max(n, 1), lastLine(text))
		message = strings.Replace(message, m[0], "", 1)
	}
	return find(badYAML, pos, message)
}
