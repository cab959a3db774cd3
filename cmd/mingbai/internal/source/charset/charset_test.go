package charset

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

const (
	simplified  = "关于支持小店经济发展的通知\n一、工作目标。到2025年底，新增小店1000家。（市商务局牵头，市财政局配合）\n"
	traditional = "關於支持小店經濟發展的通知\n一、工作目標。到2025年底，新增小店1000家。（市商務局牽頭，市財政局配合）\n"
)

func encode(t testing.TB, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDetect(t *testing.T) {
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	gbk := "一、镕基、喆等字只在扩展字符集中。关于支持小店经济发展的工作通知"
	four := "㐀是四字节编码的字。关于支持小店经济发展的工作通知"
	for _, c := range []struct {
		name string
		data []byte
		want Guess
	}{
		{"ASCII", []byte("Notice\n"), Guess{Name: "UTF-8", Text: "Notice\n"}},
		{"empty", nil, Guess{Name: "UTF-8"}},
		{"UTF-8", []byte(simplified), Guess{Name: "UTF-8", Text: simplified}},
		{"UTF-8 with mark", []byte("\ufeff" + simplified), Guess{Name: "UTF-8", Text: simplified}},
		{"UTF-8 without Chinese", []byte("Café Zürich"), Guess{Name: "UTF-8", Text: "Café Zürich"}},
		{"UTF-16LE with mark", append([]byte("\xff\xfe"), encode(t, le, simplified)...), Guess{Name: "UTF-16LE", Text: simplified}},
		{"UTF-16BE with mark", append([]byte("\xfe\xff"), encode(t, be, simplified)...), Guess{Name: "UTF-16BE", Text: simplified}},
		{"UTF-16LE", encode(t, le, simplified), Guess{Name: "UTF-16LE", Text: simplified}},
		{"UTF-16BE", encode(t, be, traditional), Guess{Name: "UTF-16BE", Text: traditional}},
		{"UTF-16LE, English", encode(t, le, "Notice"), Guess{Name: "UTF-16LE", Text: "Notice"}},
		{"GB2312", encode(t, simplifiedchinese.GBK, simplified), Guess{Name: "GB2312", Text: simplified}},
		{"GBK", encode(t, simplifiedchinese.GBK, gbk), Guess{Name: "GBK", Text: gbk}},
		{"GBK, traditional", encode(t, simplifiedchinese.GBK, traditional), Guess{Name: "GBK", Text: traditional}},
		{"GB18030", encode(t, simplifiedchinese.GB18030, four), Guess{Name: "GB18030", Text: four}},
		{"Big5", encode(t, traditionalchinese.Big5, traditional), Guess{Name: "Big5", Text: traditional}},
	} {
		got, err := Detect(c.data)
		if err != nil || got != c.want {
			t.Errorf("%s: got %+v, %v; want %+v", c.name, got, err, c.want)
		}
	}
}

// One bad byte in a document must not keep it from being read, and is counted.
func TestDetectDamaged(t *testing.T) {
	long := strings.Repeat(simplified, 5)
	for name, data := range map[string][]byte{
		"UTF-8":  []byte(long + "\xff" + long),
		"GB2312": append(encode(t, simplifiedchinese.GBK, long), 0xff),
		"Big5":   append(encode(t, traditionalchinese.Big5, strings.Repeat(traditional, 5)), 0xff),
	} {
		got, err := Detect(data)
		if err != nil || got.Name != name || got.Damaged != 1 || strings.Count(got.Text, "\ufffd") != 1 {
			t.Errorf("%s: got %s, %d damaged, %v", name, got.Name, got.Damaged, err)
		}
	}
}

// A text this short can be two things, and the guess says so.
func TestDetectAmbiguous(t *testing.T) {
	// The bytes of 一一 in GBK are the letters һһ in UTF-8.
	got, err := Detect([]byte("\xd2\xbb\xd2\xbb"))
	if err != nil || got.Text != "一一" || got.Other != "UTF-8" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestDetectRefusesNoise(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := 16; n < 4096; n *= 2 {
		data := make([]byte, n)
		for i := range data {
			data[i] = byte(r.Uint32())
		}
		if g, err := Detect(data); err == nil {
			t.Errorf("%d random bytes were read as %s: %q", n, g.Name, g.Text)
		}
	}
}

func TestDeclared(t *testing.T) {
	gb := encode(t, simplifiedchinese.GBK, simplified)
	if g, ok := Declared(gb, "gb2312"); !ok || g.Text != simplified || g.Name != "GB2312" {
		t.Errorf("gb2312: %+v, %v", g, ok)
	}
	if g, ok := Declared(gb, "utf-8"); ok {
		t.Errorf("GBK bytes declared as UTF-8 were believed: %q", g.Text)
	}
	if _, ok := Declared(gb, "no such encoding"); ok {
		t.Error("an unknown name was believed")
	}
}

func FuzzDetect(f *testing.F) {
	f.Add([]byte(simplified))
	f.Add(encode(f, simplifiedchinese.GB18030, simplified))
	f.Add([]byte("\xff\xfe\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := Detect(data)
		if err == nil && g.Name == "UTF-8" && g.Damaged == 0 {
			if !bytes.Equal([]byte(g.Text), bytes.TrimPrefix(data, []byte("\ufeff"))) {
				t.Fatal("UTF-8 was changed")
			}
		}
	})
}
