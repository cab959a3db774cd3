package site

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
)

// Chinese names stand by their pinyin, English ones by the alphabet; a name that
// one language lacks stands as that of the other.
func TestInitials(t *testing.T) {
	s := laidOut(t)
	names := func(lang plan.Lang) (out []string) {
		for _, i := range s.Initials(lang) {
			for _, p := range i.Pages {
				out = append(out, i.Letter+" "+FullName(p))
			}
		}
		return out
	}
	for lang, want := range map[plan.Lang][]string{
		plan.Zh: {
			"C 财政厅", "G 各州市", "H 缓缴", "J 减税", "J 减税方案", "J 减税降费", "R Reduce fees, and so on…", "R 人社厅", "S 十大专项行动", "S 税务方案", "S 税务局",
			"T 退税", "W 稳岗方案", "W 稳岗就业", "X 宣传",
		},
		plan.En: {
			"D Deferral", "F Finance", "H Human Resources", "J Jobs", "J Jobs plan", "J 减税", "P Prefectures", "R Reduce fees, and so on…", "R Refunds",
			"S 税务方案", "T Tax cuts", "T Tax Office", "T Tax plan", "T Ten special actions", "X 宣传",
		},
	} {
		if diff := cmp.Diff(want, names(lang)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
	}
}

func TestInitial(t *testing.T) {
	for name, want := range map[string]string{
		"“专精特新”企业": "Z", "《通知》": "T", "稳岗": "W", "“little giants”": "L", "2022年": "#", "Жук": "#", "": "#", "…": "#",
	} {
		if got := initial(name); got != want {
			t.Errorf("%q stands under %s, want %s", name, got, want)
		}
	}
}
