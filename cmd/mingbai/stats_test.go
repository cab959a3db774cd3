package main

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/layout"
)

// costs has everything that is printed, with figures of every size.
var costs = build.Costs{
	Total: 2350 * time.Millisecond,
	Stages: []build.StageCost{
		{Stage: build.Looking, Wall: 1234 * time.Microsecond},
		{Stage: build.Rendering, Wall: 2300 * time.Millisecond, Work: 4 * time.Second, Made: 1200, Reused: 34, Written: 5 << 20, Kept: 1 << 20},
		{Stage: build.Indexing, Work: 120 * time.Millisecond, Made: 1, Written: 3000},
	},
	Slowest: []build.UnitCost{{Name: "zh/政策/index.html", Time: 51 * time.Millisecond, Bytes: 2048}},
	Layouts: []layout.Cost{{Name: "measure.html", Count: 1200, Slow: 2, Time: time.Second, Bytes: 4 << 20}},
}

// Tables stand in columns in both languages: a Chinese character takes two.
func TestPrintStats(t *testing.T) {
	for lang, want := range map[string]string{
		"en": `
stage                   time    work  made  taken over  written    kept
looking for changes  1.23 ms
making pages          2.30 s  4.00 s  1200          34   5.0 MB  1.0 MB
indexing for search           120 ms     1               2.9 KB
total                 2.35 s  4.12 s  1201          34   5.0 MB  1.0 MB

slowest pages, with elder edition   time    size
zh/政策/index.html                 51 ms  2.0 KB

layout, with those that it uses    work  times  slow way    size
measure.html                     1.00 s   1200         2  4.0 MB

most memory at once: 180.0 MB
`,
		"zh": `
阶段             用时  累计工时  新生成  沿用    写入    保留
查找改动      1.23 ms
生成页面       2.30 s    4.00 s    1200    34  5.0 MB  1.0 MB
建立搜索索引             120 ms       1        2.9 KB
合计           2.35 s    4.12 s    1201    34  5.0 MB  1.0 MB

最慢的页面（含长辈版）   用时    大小
zh/政策/index.html      51 ms  2.0 KB

模板（含所用模板）  累计工时  次数  慢速次数    大小
measure.html          1.00 s  1200         2  4.0 MB

内存用量最高时：180.0 MB
`,
	} {
		var out strings.Builder
		if err := (&app{lang: lang, stdout: &out}).printStats(costs, 180<<20); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(out.String(), "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
	}
}

// A build that had nothing to do says so in few lines.
func TestPrintStatsOfNothing(t *testing.T) {
	var out strings.Builder
	c := build.Costs{Total: time.Second, Stages: []build.StageCost{{Stage: build.Looking, Wall: time.Second}}}
	if err := (&app{lang: "en", stdout: &out}).printStats(c, 1<<20); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "slowest") || strings.Contains(out.String(), "layout") {
		t.Errorf("tables of nothing:\n%s", out.String())
	}
}

func TestPeakMemory(t *testing.T) {
	if got := peakMemory(); got < 1<<20 || got > 1<<40 {
		t.Errorf("%d bytes", got)
	}
}
