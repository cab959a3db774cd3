package publish

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A list is written as the JSON library would, and read as it does.
func FuzzList(f *testing.F) {
	f.Add("zh/a.html", "zh/<b>&.html", int64(0))
	f.Add("zh/文件.html", `zh/"quoted"`, int64(1<<40))
	f.Fuzz(func(t *testing.T, one, two string, size int64) {
		var want []Entry
		for _, name := range []string{one, two} {
			e := entryOf(name, []byte(name))
			e.Size = size
			if e.validate() == nil {
				want = append(want, e)
			}
		}
		data := encodeList(manifestSchema, want)
		var list struct{ Files []Entry }
		if err := json.Unmarshal(data, &list); err != nil {
			t.Fatal(err)
		}
		got, err := decodeList(bytes.NewReader(data), manifestSchema)
		if err != nil || len(got) != len(list.Files) {
			t.Fatalf("%v, error %v, want %v", got, err, list.Files)
		}
		for i := range got {
			if diff := cmp.Diff(list.Files[i], got[i]); diff != "" {
				t.Error(diff)
			}
			line, err := json.Marshal(got[i])
			if err != nil || string(line) != string(appendEntry(nil, got[i])) {
				t.Errorf("written as %s, by the library as %s", appendEntry(nil, got[i]), line)
			}
		}
	})
}

// FuzzQuickList holds the quick reader against the library: what it takes, the
// library takes for the same.
func FuzzQuickList(f *testing.F) {
	f.Add(encodeList(manifestSchema, []Entry{entryOf("zh/a.html", nil), entryOf("zh/b.html", []byte("b"))}))
	f.Add([]byte("{\"schema\":\"mingbai/manifest/1\",\"files\":[\n{\"path\":\"a\",\"size\":01,\"sha256\":\"\"}\n]}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, ok := quickList(data, manifestSchema)
		if !ok {
			return
		}
		var list struct{ Files []Entry }
		if err := json.Unmarshal(data, &list); err != nil {
			t.Fatalf("the library refuses it: %v", err)
		}
		if diff := cmp.Diff(list.Files, got); diff != "" {
			t.Error(diff)
		}
	})
}
