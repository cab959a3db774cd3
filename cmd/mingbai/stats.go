package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"mingbai/cmd/mingbai/internal/build"
)

// statsReport is what a program reads of `mingbai build --stats --json`. Times
// are in milliseconds, sizes in bytes.
type statsReport struct {
	Milliseconds float64        `json:"milliseconds"`
	PeakMemory   int64          `json:"peakMemory"`
	Loaded       int            `json:"documentsLoaded"`
	Documents    int            `json:"documents"`
	Stages       []stageReport  `json:"stages"`
	Slowest      []pageReport   `json:"slowest"`
	Layouts      []layoutReport `json:"layouts"`
}

// stageReport is build.StageCost.
type stageReport struct {
	Stage        build.Stage `json:"stage"`
	Milliseconds float64     `json:"milliseconds"`
	Work         float64     `json:"workMilliseconds"`
	Made         int         `json:"made"`
	Reused       int         `json:"reused"`
	Written      int64       `json:"writtenBytes"`
	Kept         int64       `json:"keptBytes"`
}

type pageReport struct {
	Page         string  `json:"page"`
	Milliseconds float64 `json:"milliseconds"`
	Bytes        int64   `json:"bytes"`
}

type layoutReport struct {
	Layout       string  `json:"layout"`
	Milliseconds float64 `json:"milliseconds"`
	Count        int     `json:"count"`
	Slow         int     `json:"slow"` // times that html/template had to do it
	Bytes        int     `json:"bytes"`
}

func newStatsReport(c build.Costs, peak int64) *statsReport {
	r := &statsReport{Milliseconds: milliseconds(c.Total), PeakMemory: peak, Loaded: c.Loaded, Documents: c.Documents,
		Stages: []stageReport{}, Slowest: []pageReport{}, Layouts: []layoutReport{}}
	for _, s := range c.Stages {
		r.Stages = append(r.Stages, stageReport{s.Stage, milliseconds(s.Wall), milliseconds(s.Work), s.Made, s.Reused, s.Written, s.Kept})
	}
	for _, p := range c.Slowest {
		r.Slowest = append(r.Slowest, pageReport{p.Name, milliseconds(p.Time), p.Bytes})
	}
	for _, l := range c.Layouts {
		r.Layouts = append(r.Layouts, layoutReport{l.Name, milliseconds(l.Time), l.Count, l.Slow, l.Bytes})
	}
	return r
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// printStats writes what a build cost, for people.
func (a *app) printStats(c build.Costs, peak int64) error {
	tables := []table{a.stageTable(c), a.pageTable(c), a.layoutTable(c)}
	for _, t := range tables {
		if len(t) < 2 { // a heading and nothing under it
			continue
		}
		fmt.Fprintln(a.stdout)
		if err := t.write(a.stdout); err != nil {
			return err
		}
	}
	fmt.Fprintln(a.stdout)
	if c.Documents > 0 {
		fmt.Fprintf(a.stdout, a.say("documents looked at: %d of %d\n", "读取文件：%d 份，共 %d 份\n"), c.Loaded, c.Documents)
	}
	_, err := fmt.Fprintf(a.stdout, a.say("most memory at once: %s\n", "内存用量最高时：%s\n"), sizeText(peak))
	return err
}

// stageTable is the stages with what was made and taken over in each.
func (a *app) stageTable(c build.Costs) (t table) {
	t.row(strings.Split(a.say("stage|time|work|made|taken over|written|kept", "阶段|用时|累计工时|新生成|沿用|写入|保留"), "|")...)
	total := build.StageCost{Wall: c.Total}
	for _, s := range c.Stages {
		t.row(stageRow(stageWord(a, s.Stage), s)...)
		total.Work += s.Work
		total.Made += s.Made
		total.Reused += s.Reused
		total.Written += s.Written
		total.Kept += s.Kept
	}
	t.row(stageRow(a.say("total", "合计"), total)...)
	return t
}

func stageRow(name string, s build.StageCost) []string {
	return []string{name, timeText(s.Wall), timeText(s.Work), countText(s.Made), countText(s.Reused), sizeText(s.Written), sizeText(s.Kept)}
}

func (a *app) pageTable(c build.Costs) (t table) {
	t.row(strings.Split(a.say("slowest pages, with elder edition|time|size", "最慢的页面（含长辈版）|用时|大小"), "|")...)
	for _, p := range c.Slowest {
		t.row(p.Name, timeText(p.Time), sizeText(p.Bytes))
	}
	return t
}

func (a *app) layoutTable(c build.Costs) (t table) {
	t.row(strings.Split(a.say("layout, with those that it uses|work|times|slow way|size", "模板（含所用模板）|累计工时|次数|慢速次数|大小"), "|")...)
	for _, l := range c.Layouts {
		t.row(l.Name, timeText(l.Time), countText(l.Count), countText(l.Slow), sizeText(int64(l.Bytes)))
	}
	return t
}

// timeText is a time to the three digits that one reads; nothing for none.
func timeText(d time.Duration) string {
	switch {
	case d == 0:
		return ""
	case d < 10*time.Millisecond:
		return fmt.Sprintf("%.2f ms", milliseconds(d))
	case d < time.Second:
		return fmt.Sprintf("%.0f ms", milliseconds(d))
	}
	return fmt.Sprintf("%.2f s", d.Seconds())
}

func countText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// sizeText is a size in powers of 1024, as --memory-limit reads them.
func sizeText(n int64) string {
	switch {
	case n == 0:
		return ""
	case n < 1<<20:
		return fmt.Sprintf("%.1f KB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

// peakMemory is the most memory that the process has held at once, as Linux
// counts it; elsewhere what the runtime has taken from the system. (getrusage
// would also count what held the process that started this one.)
func peakMemory() int64 {
	if f, err := os.Open("/proc/self/status"); err == nil {
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			if rest, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
				if kb, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64); err == nil {
					return kb << 10
				}
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys)
}
