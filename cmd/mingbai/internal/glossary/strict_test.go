package glossary

import (
	"fmt"
	"reflect"
	"testing"

	"go.yaml.in/yaml/v3"
)

// The quick way takes and refuses what the library's own way does, in the same
// words.
func TestStrictNode(t *testing.T) {
	for _, text := range []string{
		"id: a\nzh: 甲\nabout: {zh: 乙}\nwords: [丙, 丁]\noff: true",
		"id: a\nID: b",
		"id: a\nid: b",
		"id: a\nlight: true",
		"id: a\nabout: {zh: 乙, fr: c}",
		"id: a\n-: b",
		"id: [a]",
		"id: 7\nwords: [1, true, null]",
		"id: a\nabout: none",
		"id: a\nwords: {a: b}",
		"id: a\nwords: word",
		"id: a\noff: yes",
		"id: a\noff: perhaps",
		"id: &a x\nzh: *a",
		"<<: {id: a}",
		"? [a]\n: b",
		"a",
		"[a, b]",
		"{}",
		"",
	} {
		t.Run(text, func(t *testing.T) {
			var doc yaml.Node
			if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
				t.Fatal(err)
			}
			node := &doc
			if len(doc.Content) > 0 {
				node = doc.Content[0]
			}
			var got, want topicEntry
			gotErr, wantErr := strictNode(node, &got), strictNodeAgain(node, &want)
			if fmt.Sprint(gotErr) != fmt.Sprint(wantErr) {
				t.Errorf("got error %v, want %v", gotErr, wantErr)
			}
			if wantErr == nil && !reflect.DeepEqual(got, want) {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}
