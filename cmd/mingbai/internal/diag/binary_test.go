package diag

import "testing"

func TestFindingsSurviveACache(t *testing.T) {
	var b []byte
	for _, f := range sampleFindings() {
		var err error
		if b, err = f.AppendBinary(b); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range sampleFindings() {
		for cut := range b {
			if _, rest, err := DecodeFinding(b[:cut]); err == nil && len(rest) > cut {
				t.Fatal("more is left than there was")
			}
		}
		f, rest, err := DecodeFinding(b)
		if err != nil || f != want {
			t.Fatalf("got %+v (%v), want %+v", f, err, want)
		}
		b = rest
	}
	if _, _, err := DecodeFinding(b); err == nil || len(b) != 0 {
		t.Errorf("%d bytes are left, error %v", len(b), err)
	}
}

// Whatever a cache holds, reading it ends, and what is read can be written.
func FuzzDecodeFinding(f *testing.F) {
	for _, finding := range sampleFindings() {
		b, _ := finding.AppendBinary(nil)
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		finding, rest, err := DecodeFinding(b)
		if err != nil {
			return
		}
		again, _ := finding.AppendBinary(nil)
		if twin, _, err := DecodeFinding(again); err != nil || twin != finding || len(rest) > len(b) {
			t.Errorf("%+v became %+v (%v)", finding, twin, err)
		}
	})
}
