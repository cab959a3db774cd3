package zh

import "testing"

func TestCount(t *testing.T) {
	for n, want := range map[int]string{
		1: "一", 10: "十", 12: "十二", 20: "二十", 100: "一百", 105: "一百零五", 110: "一百一十", 111: "一百一十一",
		1000: "一千", 1001: "一千零一", 1010: "一千零一十", 2022: "二千零二十二", 10000: "10000", 0: "0", -1: "-1",
	} {
		if got := Count(n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
		if got, ok := Numeral(want); n > 0 && n < 10000 && (!ok || got != n) {
			t.Errorf("Numeral(%q) = %d, %v", want, got, ok)
		}
	}
}
