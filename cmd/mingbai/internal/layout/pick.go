package layout

import (
	"html/template"
	"text/template/parse"
)

// Pick adds to t what the template of the name and those that it calls need of
// another set, so that a page's set holds no more than the page uses. What t
// has already stays, unless there is nothing in it.
func Pick(t, from *template.Template, name string) error {
	return pick(t, from, name, map[string]bool{})
}

func pick(t, from *template.Template, name string, done map[string]bool) error {
	if done[name] {
		return nil
	}
	done[name] = true
	own := t.Lookup(name)
	if own == nil || own.Tree == nil || parse.IsEmptyTree(own.Tree.Root) {
		shared := from.Lookup(name)
		if shared == nil || shared.Tree == nil {
			return nil // html/template tells where it is called
		}
		var err error
		if own, err = t.AddParseTree(name, shared.Tree.Copy()); err != nil {
			return err
		}
	}
	for _, called := range calls(own.Tree.Root, nil) {
		if err := pick(t, from, called, done); err != nil {
			return err
		}
	}
	return nil
}

// calls adds the names of the templates that are called.
func calls(l *parse.ListNode, names []string) []string {
	if l == nil {
		return names
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TemplateNode:
			names = append(names, n.Name)
		case *parse.IfNode:
			names = calls(n.ElseList, calls(n.List, names))
		case *parse.WithNode:
			names = calls(n.ElseList, calls(n.List, names))
		case *parse.RangeNode:
			names = calls(n.ElseList, calls(n.List, names))
		}
	}
	return names
}
