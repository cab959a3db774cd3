package ofd

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/sourcetest"
)

func read(t *testing.T, data []byte) draft.Draft {
	t.Helper()
	d, err := Read(t.Context(), "a.ofd", data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestRead(t *testing.T) {
	lines := []string{
		"青禾市支持小店经济实施方案", "一、工作措施",
		"（一）减轻经营负担。对承租市属国有企业经营性房屋的小店，免收2024年6月至8月租金，鼓励其他出租人适当减免租金。（市国资委牵头，市财政局、市税务局配合）",
		"2024年5月20日",
	}
	if diff := cmp.Diff(lines, read(t, sourcetest.OFD(sourcetest.Set(lines), "")).Lines); diff != "" {
		t.Error(diff)
	}
}

// object is a text object at a place in millimetres.
func object(attrs, code string) string {
	return `<ofd:TextObject ID="9" Boundary="30 30 100 10" Size="5" ` + attrs + `>` + code + `</ofd:TextObject>`
}

func TestReadObjects(t *testing.T) {
	for _, c := range []struct {
		name, layer string
		want        []string
	}{
		{"distances", object("", `<ofd:TextCode X="0" Y="5" DeltaX="5 g 2 5">支持小店</ofd:TextCode>`), []string{"支持小店"}},
		{"several pieces", object("", `<ofd:TextCode X="0" Y="5" DeltaX="5">支持</ofd:TextCode><ofd:TextCode X="10" DeltaX="5">小店</ofd:TextCode>`), []string{"支持小店"}},
		{"moved and stretched", object(`CTM="2 0 0 2 3 4"`, `<ofd:TextCode X="0" Y="5" DeltaX="5 5 5">支持小店</ofd:TextCode>`), []string{"支持小店"}},
		{"blocks of objects", `<ofd:PageBlock>` + object("", `<ofd:TextCode X="0" Y="5">通</ofd:TextCode>`) + `</ofd:PageBlock>`, []string{"通"}},
		{"hidden, and a watermark", object(`Visible="false"`, `<ofd:TextCode X="0" Y="5">暗</ofd:TextCode>`) + object(`CTM="0.7 0.7 -0.7 0.7 0 0"`, `<ofd:TextCode X="0" Y="5">印</ofd:TextCode>`) +
			object("", `<ofd:TextCode X="0" Y="5">明</ofd:TextCode>`), []string{"明"}},
		{"a ruled table", `<ofd:PathObject Boundary="30 30 100 20"><ofd:AbbreviatedData>M 0 0 L 60 0 M 0 10 L 60 10 M 0 20 L 60 20 M 0 0 L 0 20 M 20 0 L 20 20 M 60 0 L 60 20</ofd:AbbreviatedData></ofd:PathObject>` +
			object("", `<ofd:TextCode X="2" Y="7">一</ofd:TextCode><ofd:TextCode X="22" Y="7">二</ofd:TextCode><ofd:TextCode X="2" Y="17">三</ofd:TextCode><ofd:TextCode X="22" Y="17">四</ofd:TextCode>`), []string{"一\t二", "三\t四"}},
	} {
		d := read(t, sourcetest.OFD([][]sourcetest.Placed{nil}, c.layer))
		if diff := cmp.Diff(c.want, d.Lines); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	whole := sourcetest.OFD(sourcetest.Set([]string{"通知"}), "")
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"scanned":             {sourcetest.OFD([][]sourcetest.Placed{nil}, `<ofd:ImageObject ID="3"/>`), ErrScanned},
		"no document":         {sourcetest.Zip(map[string]string{"OFD.xml": "<OFD/>"}), nil},
		"missing pages":       {sourcetest.Zip(map[string]string{"OFD.xml": "<OFD><DocBody><DocRoot>d.xml</DocRoot></DocBody></OFD>"}), nil},
		"cut off":             {whole[:len(whole)-30], nil},
		"unpacks to too much": {sourcetest.OFD([][]sourcetest.Placed{nil}, strings.Repeat(" ", draft.MaxPart)), draft.ErrTooLarge},
	} {
		_, err := Read(t.Context(), "a.ofd", c.data)
		if err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", name, err, c.want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, "a.ofd", whole); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func FuzzOFD(f *testing.F) {
	f.Add(object("", `<ofd:TextCode X="0" Y="5" DeltaX="g 9999999 1">通知</ofd:TextCode>`))
	f.Add(`<ofd:PathObject Boundary="1"><ofd:AbbreviatedData>M 0 0 L 1e9 NaN C B</ofd:AbbreviatedData></ofd:PathObject>`)
	f.Fuzz(func(t *testing.T, layer string) {
		_, _ = Read(t.Context(), "a.ofd", sourcetest.OFD([][]sourcetest.Placed{nil}, layer))
		_, _ = Read(t.Context(), "a.ofd", []byte(layer))
	})
}
