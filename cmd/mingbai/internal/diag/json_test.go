package diag

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWriteJSON(t *testing.T) {
	var b strings.Builder
	if err := WriteJSON(&b, sampleFindings()[:2], "zh"); err != nil {
		t.Fatal(err)
	}
	want := `{
  "schema": "mingbai/findings/1",
  "language": "zh",
  "counts": {
    "error": 1,
    "info": 0,
    "warning": 1
  },
  "findings": [
    {
      "code": "C102",
      "severity": "warning",
      "file": "content/m01.zh.md",
      "line": 3,
      "column": 5,
      "message": "2022-05-31 早于成文日期"
    },
    {
      "code": "K101",
      "severity": "error",
      "file": "public/zh/index.html",
      "message": "链接 \"gone.html\" 指向不存在的页面",
      "hint": "改正地址，或者删去链接",
      "cause": {
        "file": "content/a b/首页.zh.md",
        "line": 2
      }
    }
  ]
}
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWriteJSONWithoutFindings(t *testing.T) {
	var b strings.Builder
	if err := WriteJSON(&b, nil, "en"); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if list, ok := got["findings"].([]any); !ok || len(list) != 0 {
		t.Errorf("findings = %v, want an empty list, not null", got["findings"])
	}
}
