package searchbench

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/search"
)

func TestTune(t *testing.T) {
	s := loadSite(t)
	files := writeIndex(t, build.Searchable(s))
	total := 0
	for n, f := range files {
		_ = n
		total += len(f)
	}
	fmt.Println("files", len(files), "bytes", total, len(files["search/zh/words.json"]), len(files["search/zh/index.json"]), len(files["search/zh/pinyin.json"]), len(files["search/zh/homophones.json"]), len(files["search/zh/variants.json"]))
	var sum, held quality
	n, nh := 0, 0
	var p10, p10h float64
	for _, q := range loadQueries(t, s) {
		size, count := 0, 0
		x, err := search.Open(q.Lang, func(name string) ([]byte, error) {
			size += len(files[name])
			count++
			return files[name], nil
		})
		if err != nil {
			t.Fatal(err)
		}
		a, err := x.Search(q.Query)
		if err != nil {
			t.Fatal(err)
		}
		var urls []string
		for i, h := range a.Hits {
			if i < 10 || i < a.Close {
				p, _ := x.Page(h.Page)
				if i < a.Close {
					urls = append(urls, p.URL)
				}
			}
		}
		r := judge(urls, q.urls)
		hits := r.precision * float64(min(10, len(urls)))
		if q.Held {
			held.recall += r.recall
			held.precision += r.precision
			p10h += hits / 10
			nh++
			if os.Getenv("HELD") == "" {
				continue
			}
		} else {
			sum.recall += r.recall
			sum.precision += r.precision
			p10 += hits / 10
			n++
		}
		fmt.Printf("%.2f %.2f %s  [close %d of %d, %d B in %d] %s\n", r.recall, r.precision, q.Query, a.Close, len(a.Hits), size, count, strings.Replace(a.Query, q.Query, "", 1))
		if r.recall < 1 || r.precision < 0.5 {
			for i, h := range a.Hits[:min(10, len(a.Hits))] {
				p, _ := x.Page(h.Page)
				mark := " "
				if slices.Contains(q.urls, p.URL) {
					mark = "*"
				}
				fmt.Println("     ", mark, i+1, h.Score, p.URL[len("zh/yunnan-2022-ten-special-action"):], p.Title)
			}
			for _, u := range q.urls {
				if !slices.Contains(urls[:min(10, len(urls))], u) {
					fmt.Println("        missed", u)
				}
			}
		}
	}
	fmt.Printf("tuned: recall %.3f precision %.3f p@10 %.3f (%d)\nheld: recall %.3f precision %.3f p@10 %.3f (%d)\n", sum.recall/float64(n), sum.precision/float64(n), p10/float64(n), n, held.recall/float64(nh), held.precision/float64(nh), p10h/float64(nh), nh)
}
