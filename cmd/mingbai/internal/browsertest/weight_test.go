package browsertest

import (
	"bytes"
	"path"
	"runtime"
	"sync"
	"testing"

	"github.com/andybalholm/brotli"
)

// budgets are the most that a file may weigh on the wire, in bytes, by its
// ending. One style sheet and one script are all that a page loads, but for
// the elder edition's second sheet.
var budgets = map[string]int{".html": 30 << 10, ".css": 15 << 10, ".js": 12 << 10}

// brotliQuality is that of servers which compress as they send; files packed
// beforehand are smaller still.
const brotliQuality = 5

// No page, style sheet or script is heavier than a telephone on a slow network
// should be made to load.
func TestFilesAreLight(t *testing.T) {
	t.Parallel()
	b := builtOnce()
	if b.err != nil {
		t.Fatal(b.err)
	}
	var wg sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for name, data := range b.files {
		most := budgets[path.Ext(name)]
		if most == 0 || len(data) <= most {
			continue // lighter even unpacked
		}
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			var packed bytes.Buffer
			w := brotli.NewWriterLevel(&packed, brotliQuality)
			if _, err := w.Write(data); err != nil {
				t.Error(err)
			}
			if err := w.Close(); err != nil {
				t.Error(err)
			}
			t.Logf("%s: %d bytes, %d packed", name, len(data), packed.Len())
			if packed.Len() > most {
				t.Errorf("%s weighs %d bytes, at most %d are allowed", name, packed.Len(), most)
			}
		})
	}
	wg.Wait()
}
