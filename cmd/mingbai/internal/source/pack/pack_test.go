package pack

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/sourcetest"
)

func open(t *testing.T, parts map[string]string) *Archive {
	t.Helper()
	a, err := Open(sourcetest.Zip(parts))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestNames(t *testing.T) {
	a := open(t, map[string]string{`Word\Document.xml`: "<a/>", "/OFD.xml": "<b/>", "../up.xml": "<c/>"})
	for _, name := range []string{"word/document.xml", "ofd.xml", "up.xml"} {
		if !a.Has(name) {
			t.Errorf("no %s among %q", name, a.Names())
		}
	}
	for _, c := range [][3]string{
		{"word/document.xml", "styles.xml", "word/styles.xml"}, {"word/document.xml", "/word/a.xml", "word/a.xml"},
		{"Doc_0/Document.xml", "Pages/P.xml", "doc_0/pages/p.xml"}, {"a/b.xml", "../../../etc/passwd", "etc/passwd"},
	} {
		if got := Resolve(c[0], c[1]); got != c[2] {
			t.Errorf("Resolve(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestTree(t *testing.T) {
	a := open(t, map[string]string{"a.xml": `<?xml version="1.0"?><w:a xmlns:w="u"><w:b w:val="1">甲<c/>乙</w:b><w:b/></w:a>`})
	root, err := a.Tree(t.Context(), "A.xml")
	if err != nil {
		t.Fatal(err)
	}
	if root.Name != "a" || root.Child("b").Attr("val") != "1" || root.Content() != "甲乙" || len(root.Find("b")) != 2 || root.Child("b", "x", "y") != nil {
		t.Errorf("read %+v", root)
	}
	if _, ok := root.Child("x").Lookup("val"); ok {
		t.Error("no element has an attribute")
	}
}

func TestBounds(t *testing.T) {
	for name, c := range map[string]struct {
		parts map[string]string
		want  error
	}{
		"missing":  {map[string]string{}, ErrNoPart},
		"large":    {map[string]string{"a.xml": "<a>" + strings.Repeat(" ", draft.MaxPart) + "</a>"}, draft.ErrTooLarge},
		"deep":     {map[string]string{"a.xml": strings.Repeat("<a>", 10_000)}, draft.ErrTooLarge},
		"entities": {map[string]string{"a.xml": `<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>`}, nil},
		"cut off":  {map[string]string{"a.xml": "<a><b>"}, nil},
		"nothing":  {map[string]string{"a.xml": ""}, nil},
	} {
		if _, err := open(t, c.parts).Tree(t.Context(), "a.xml"); err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", name, err, c.want)
		}
	}
}

// Many parts may not unpack to more than one may.
func TestBoundOnAllParts(t *testing.T) {
	part := strings.Repeat(" ", draft.MaxPart-1)
	a := open(t, map[string]string{"a": part, "b": part, "c": part})
	var err error
	for _, name := range []string{"a", "b", "c"} {
		if _, err = a.Bytes(t.Context(), name); err != nil {
			break
		}
	}
	if !errors.Is(err, draft.ErrTooLarge) {
		t.Errorf("error %v", err)
	}
}

func TestDamaged(t *testing.T) {
	data := sourcetest.Zip(map[string]string{"a.xml": "<a>" + strings.Repeat("甲乙丙", 100) + "</a>"})
	flipped := bytes.Clone(data)
	flipped[45] ^= 0xff
	a, err := Open(flipped)
	if err == nil {
		_, err = a.Bytes(t.Context(), "a.xml")
	}
	if err == nil {
		t.Error("a damaged part was read")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	whole, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := whole.Bytes(ctx, "a.xml"); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
