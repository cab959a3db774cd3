package glossary

import (
	"strings"
	"testing"
)

// testReading stands for pinyin, which the reader brings.
func testReading(s string) string {
	return strings.NewReplacer("济南", "jinan", "青岛", "qingdao", "合肥", "hefei", "浦东", "pudong", "余杭", "yuhang").Replace(s)
}

// TestResolve reads names in documents from several places: one body has one
// id under all its names, and two bodies never share one.
func TestResolve(t *testing.T) {
	d := National()
	from := func(lines ...string) Place { return d.PlaceOf(lines) }
	state := from("国务院关于某项工作的意见", "国发〔2019〕3号")
	shandong := from("山东省某行动计划", "（省财政厅负责）")
	jinan := from("济南市人民政府关于某项政策的通知", "（市财政局、市科技局负责）")
	shanghai := from("上海市人民政府办公厅关于某方案的通知", "沪府办发〔2025〕17号")
	nowhere := from("某实施方案", "（省财政厅、省科技厅负责）")
	for _, c := range []struct {
		at             Place
		name, id, zhIs string
	}{
		{state, "发展改革委", "cn-ndrc", "国家发展和改革委员会"},
		{state, "国家发展改革委", "cn-ndrc", ""},
		{shandong, "国家发改委", "cn-ndrc", ""},
		{shandong, "发展改革委", "shandong-development-reform", ""},
		{shandong, "省发展改革委", "shandong-development-reform", "山东省发展和改革委员会"},
		{shandong, "省发改委", "shandong-development-reform", ""},
		{shandong, "山东省发展和改革委员会", "shandong-development-reform", ""},
		{shandong, "省工信厅", "shandong-industry-it", "山东省工业和信息化厅"},
		{shandong, "省委宣传部", "shandong-publicity", "中共山东省委宣传部"},
		{shandong, "团省委", "shandong-youth-league", "共青团山东省委员会"},
		{shandong, "省妇联", "shandong-women", "山东省妇女联合会"},
		{shandong, "人民银行济南分行", "jinan-peoples-bank", "中国人民银行济南分行"},
		{shandong, "中国人民银行山东省分行", "shandong-peoples-bank", ""},
		{shandong, "人行合肥中心支行", "hefei-peoples-bank-sub-branch", ""},
		{shandong, "山东金融监管局", "shandong-financial-regulation", "国家金融监督管理总局山东监管局"},
		{shandong, "青岛市政府", "qingdao-government", "青岛市人民政府"},
		{jinan, "市财政局", "jinan-finance", "济南市财政局"},
		{jinan, "财政局", "jinan-finance", ""},
		{jinan, "市经济和信息化委", "jinan-economy-it", "济南市经济和信息化委员会"},
		{shanghai, "市科委", "shanghai-science-technology", "上海市科学技术委员会"},
		{shanghai, "浦东新区政府", "pudong-government", "浦东新区人民政府"},
		{shanghai, "上海海关", "shanghai-customs", ""},
		{nowhere, "省财政厅", "prov-finance", "省财政厅"},
		{state, "卫生健康委", "cn-health", ""},
		{shandong, "各市人民政府", "", ""},
		{shandong, "省有关部门", "", ""},
		{shandong, "某某实验室", "", ""},
	} {
		got, ok := d.Resolve(c.name, c.at, testReading)
		if ok != (c.id != "") || got.ID != c.id || c.zhIs != "" && got.Zh != c.zhIs {
			t.Errorf("%s in %+v: %+v %v, want %q %q", c.name, c.at.Level, got, ok, c.id, c.zhIs)
		}
	}
}

// TestDirectoryData reads the embedded data: ids are well formed, and no name
// means two bodies of the centre.
func TestDirectoryData(t *testing.T) {
	d := National()
	if len(d.national) < 200 || len(d.rests) < 300 || len(d.provinces) != 31 {
		t.Errorf("%d national names, %d department names, %d provinces", len(d.national), len(d.rests), len(d.provinces))
	}
	for name, b := range d.national {
		if !idForm.MatchString(b.ID) || b.En == "" {
			t.Errorf("%s: id %q, English name %q", name, b.ID, b.En)
		}
		if other, ok := d.bare[name]; ok && other.ID != b.ID {
			t.Errorf("%s means %s and %s", name, b.ID, other.ID)
		}
	}
	for rest, n := range d.rests {
		if !idForm.MatchString(n.body.ID) || n.body.En == "" {
			t.Errorf("%s: id %q, English name %q", rest, n.body.ID, n.body.En)
		}
	}
}

// TestEnglishNames reads the names that a page in English shows.
func TestEnglishNames(t *testing.T) {
	d := National()
	at := d.PlaceOf([]string{"山东省某行动计划", "（省财政厅负责）"})
	for name, want := range map[string]string{
		"省财政厅":    "Shandong Provincial Department of Finance",
		"省发展改革委":  "Shandong Provincial Development and Reform Commission",
		"省委宣传部":   "Publicity Department of the CPC Shandong Provincial Committee",
		"省政府办公厅":  "General Office of the Shandong Provincial People's Government",
		"省国资委":    "Shandong Provincial State-owned Assets Supervision and Administration Commission",
		"济南市财政局":  "Jinan Municipal Bureau of Finance",
		"省总工会":    "Shandong Provincial Federation of Trade Unions",
		"山东证监局":   "Shandong Office of the China Securities Regulatory Commission",
		"省税务局":    "Shandong Provincial Bureau of Taxation",
		"省市场监管局":  "Shandong Provincial Bureau of Market Regulation",
		"济南市中区政府": "",
	} {
		if got, _ := d.Resolve(name, at, testReading); got.En != want && want != "" {
			t.Errorf("%s: %q, want %q", name, got.En, want)
		}
	}
}
