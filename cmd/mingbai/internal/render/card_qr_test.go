package render

import (
	"bytes"
	"strings"
	"testing"

	"rsc.io/qr"
)

// Codes made with remembered plans are those of the library.
func TestQRPlans(t *testing.T) {
	var plans qrPlans
	for range 2 {
		for n := 1; n < 2400; n += 37 {
			address := "https://www.example.gov.cn/" + strings.Repeat("a", n)
			got, err := plans.encode(address)
			want, wantErr := qr.Encode(address, qr.M)
			if (err != nil) != (wantErr != nil) {
				t.Fatalf("%d characters: %v, want %v", len(address), err, wantErr)
			}
			if err == nil && (got.Size != want.Size || !bytes.Equal(got.Bitmap, want.Bitmap)) {
				t.Errorf("%d characters: another code", len(address))
			}
		}
	}
}
