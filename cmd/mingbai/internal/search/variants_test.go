package search

import (
	"flag"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/longbridgeapp/opencc" // only here: its tables are large, and few of them are needed
	"golang.org/x/text/encoding/simplifiedchinese"
)

var update = flag.Bool("update", false, "rewrite files that the tests compare with")

// The table is that of OpenCC for all characters that simplified text has.
func TestVariantsAreCurrent(t *testing.T) {
	converter, err := opencc.New("t2s")
	if err != nil {
		t.Fatal(err)
	}
	var from, to strings.Builder
	for r := rune(0x3400); r < 0xa000; r++ {
		s, err := converter.Convert(string(r))
		if err != nil {
			t.Fatal(err)
		}
		forms := []rune(s)
		if len(forms) != 1 || forms[0] == r || !unicode.Is(unicode.Han, forms[0]) {
			continue
		}
		if _, err := simplifiedchinese.GBK.NewEncoder().String(s); err == nil {
			from.WriteRune(r)
			to.WriteRune(forms[0])
		}
	}
	want := from.String() + "\n" + to.String() + "\n"
	if *update {
		if err := os.WriteFile("variants.txt", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if variants != want {
		t.Error("variants.txt differs from OpenCC's tables: run the test with -update")
	}
}

func TestSimplify(t *testing.T) {
	if got := simplify("就業見習補貼，留抵退稅；稅 tax"); got != "就业见习补贴，留抵退税；税 tax" {
		t.Errorf("got %q", got)
	}
}
