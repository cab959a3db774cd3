package render

import (
	"image"
	"image/color"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/makiuchi-d/gozxing" // reads codes, as telephones do
	"github.com/makiuchi-d/gozxing/qrcode"
)

const (
	measureFile  = "doc/01-tax/1-finance/m01.zh.md"
	measurePages = "doc/tax/finance/m01.html"
)

// wants fails where a page lacks one of the texts.
func wants(t *testing.T, files map[string][]byte, page string, texts ...string) {
	t.Helper()
	for _, want := range texts {
		if !strings.Contains(string(files[page]), want) {
			t.Errorf("%s lacks %s", page, want)
		}
	}
}

// lacks fails where a page has one of the texts.
func lacks(t *testing.T, files map[string][]byte, page string, texts ...string) {
	t.Helper()
	for _, bad := range texts {
		if strings.Contains(string(files[page]), bad) {
			t.Errorf("%s has %s", page, bad)
		}
	}
}

func TestCardShowsWhatEditorsFilledIn(t *testing.T) {
	files := rendered(t, project(t, func(fs fstest.MapFS) {
		replaced(t, fs, measureFile, "source: { file", `guide:
  conditions: { zh: 在本省登记, en: Registered in the province }
  window: { zh: 10日内兑现 }
  address: { zh: 某路1号 }
  phone: 0000-1234567、12366
  way: no-application
  apply: https://www.example.gov.cn/apply
  interpretation: https://www.example.gov.cn/read
source: { file`)
	}))
	wants(t, files, "zh/"+measurePages, `<dt>享受方式</dt><dd><b>免申即享</b>`, `<dd>在本省登记</dd>`, `<dd>10日内兑现</dd>`,
		`<a href="tel:0000-1234567">0000-1234567</a>、<a href="tel:12366">12366</a>`,
		`<a href="https://www.example.gov.cn/apply" rel="external noopener">`, `<a href="https://www.example.gov.cn/read" rel="external noopener">`)
	lacks(t, files, "zh/"+measurePages, "未另外载明")
	wants(t, files, "en/"+measurePages, `<dd>Registered in the province</dd>`, `<dd><span lang="zh-CN">10日内兑现</span></dd>`, `Without application`)
}

// What nobody stated is said to be not stated, with whom to ask about it.
func TestCardTellsWhatIsNotStated(t *testing.T) {
	files := rendered(t, project(t, nil))
	wants(t, files, "zh/"+measurePages,
		`除正文外，文件未另外载明申报条件、兑现时限、受理地址、咨询电话，可向该单位咨询。`,
		`<p class="contact">省财政厅 惠企政策咨询 <a class="phone" href="tel:0000-12345">0000-12345</a>`)
	wants(t, files, "zh/doc/tax/finance/m02.html", "未另外载明金额或比例、申报条件", "电话和地址以该单位公布的为准")
}

// A department's last day is not the end of a benefit.
func TestCardKeepsTimeLimitsApart(t *testing.T) {
	page := string(rendered(t, project(t, nil))["zh/"+measurePages])
	terms, work := strings.Index(page, `<div class="terms">`), strings.Index(page, `<div class="work">`)
	for text, after := range map[string]int{"2022年1月1日至2024年12月31日": terms, "延长6个月": terms, "2022年6月30日前": work} {
		at := after + strings.Index(page[after:], text)
		if end := after + strings.Index(page[after:], "</dd>"); at < after || at > end {
			t.Errorf("%s does not stand in its row", text)
		}
	}
	wants(t, map[string][]byte{"": []byte(page)}, "", `badge s-valid" data-spans="2022-01-01/2024-12-31">有效`)
}

func TestCardOfSafeguards(t *testing.T) {
	files := rendered(t, project(t, func(fs fstest.MapFS) {
		replaced(t, fs, "doc/01-tax/1-finance/_index.zh.md", "  - { id: goal", "  - { id: safeguards, kind: safeguards }\n  - { id: goal")
		replaced(t, fs, "doc/01-tax/1-finance/m02.zh.md", "section: measures", "section: safeguards")
		replaced(t, fs, "doc/01-tax/1-finance/m02.zh.md", "benefits:\n  - { id: social-insurance, words: [Payments] }\n", "")
		replaced(t, fs, "doc/01-tax/1-finance/m02.zh.md", "audiences:\n  - { id: services, words: [service industries] }\n", "")
		replaced(t, fs, "doc/01-tax/1-finance/m02.zh.md", "  - { text: until the end of September 2022, kind: expiry, end: 2022-09-30 }", "  - { text: until the end of September 2022, kind: due, end: 2022-09-30 }")
	}))
	wants(t, files, "zh/doc/tax/finance/m02.html", "本项列在文件的“组织保障”部分，是对部门工作的要求。", "<dt>负责单位</dt>", "<dt>部门工作时限</dt>")
	lacks(t, files, "zh/doc/tax/finance/m02.html", "惠及对象", "未另外载明", "不是申请期限")
}

// Every page of a document that was ended says so, and no status on them says
// otherwise.
func TestEndedDocument(t *testing.T) {
	for _, tt := range []struct{ front, zh, en string }{
		{"status: repealed", "本文件已经废止", "has been repealed"},
		{"status: replaced\nreplacedBy: 《新方案》（某政办发〔2024〕2号）", `<span lang="zh-CN">《新方案》（某政办发〔2024〕2号）</span>`, "has been replaced"},
		{"expires: 2022-06-14", "本文件有效期至2022年6月14日，已经到期", "was in force until 14 June 2022"},
		{"effective: 2022-07-01", "本文件自2022年7月1日起施行", "comes into force on 1 July 2022"},
	} {
		s := project(t, func(fs fstest.MapFS) { replaced(t, fs, "doc/_index.zh.md", "number:", tt.front+"\nnumber:") })
		files := rendered(t, s)
		for _, p := range s.Pages {
			if p.Document == nil {
				lacks(t, files, p.URL, `class="banner`)
				continue
			}
			want := strings.NewReplacer(`<span lang="zh-CN">`, "", "</span>", "").Replace(tt.zh)
			if p.Lang == "en" {
				want = tt.en
			}
			wants(t, files, p.URL, `<div class="banner`, want)
		}
		lacks(t, files, "zh/"+measurePages, `class="status badge s-valid"`)
	}
}

func TestSumsStandInTheirWords(t *testing.T) {
	files := rendered(t, project(t, func(fs fstest.MapFS) {
		replaced(t, fs, measureFile, "确保6月30日前", "省级统筹50亿元资金，按50%给予补助。确保6月30日前")
		replaced(t, fs, strings.Replace(measureFile, ".zh.", ".en.", 1), "Refunds are", "The province pools 5 billion yuan. Refunds are")
	}))
	wants(t, files, "zh/"+measurePages, `<q>省级统筹<strong>50亿元</strong>资金，按<strong>50%</strong>给予补助</q>`)
	wants(t, files, "en/"+measurePages, `<q>The province pools <strong>5 billion yuan</strong></q>`,
		`<q lang="zh-CN">省级统筹50亿元资金，按<strong>50%</strong>给予补助</q>`)
}

func TestCitedDocuments(t *testing.T) {
	files := rendered(t, project(t, func(fs fstest.MapFS) {
		replaced(t, fs, measureFile, "确保6月30日前", "按《惠企方案》（某政办发[2022]1号）和《办法》，确保6月30日前")
	}))
	wants(t, files, "zh/"+measurePages, `<a href="../../index.html">《惠企方案》</a>（某政办发〔2022〕1号）`, `《办法》</span> <a class="place" href="#p11">见正文</a>`)
	wants(t, files, "en/"+measurePages, `<span lang="zh-CN"><a href="../../index.html">《惠企方案》</a>（某政办发〔2022〕1号）</span>`)
}

// The clauses lead to the departments, on side-by-side pages too.
func TestClausesAreLinked(t *testing.T) {
	files := rendered(t, project(t, nil))
	for _, page := range []string{"zh/" + measurePages, "en/doc/tax/finance/m01.both.html"} {
		wants(t, files, page, `">省财政厅</a>牵头`)
	}
	wants(t, files, "en/doc/tax/finance/m01.both.html", `(Led by the <a href="../../../departments/finance.html">Department of Finance</a>)`)
}

// The code is what a telephone reads as the page's address.
func TestQRCodeLeadsToThePage(t *testing.T) {
	const address = "https://www.example.gov.cn/zt/zh/" + measurePages
	files := rendered(t, project(t, nil))
	if got := decoded(t, string(files["zh/"+measurePages])); got != address {
		t.Errorf("the code says %q, want %q", got, address)
	}
	without := rendered(t, project(t, func(fs fstest.MapFS) {
		replaced(t, fs, "site.yaml", "baseURL: https://www.example.gov.cn/zt/", "baseURL: \"\"")
	}))
	lacks(t, without, "zh/"+measurePages, `class="qr`, "二维码")
}

var (
	codePath = regexp.MustCompile(`<svg viewBox="0 0 (\d+) \d+"[^>]*>.*?id="qr-dark"[^>]* d="([^"]+)"`)
	pathStep = regexp.MustCompile(`([Mmh])(-?[\d.]+)(?: ?(-?[\d.]+))?`)
)

// decoded reads the code of a page: its path is drawn as a browser would, and
// the picture given to a reader.
func decoded(t *testing.T, page string) string {
	t.Helper()
	m := codePath.FindStringSubmatch(page)
	if m == nil {
		t.Fatal("the page has no code")
	}
	size, _ := strconv.Atoi(m[1])
	const scale = 4
	img := image.NewGray(image.Rect(0, 0, size*scale, size*scale))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	x, y := 0.0, 0.0
	for _, step := range pathStep.FindAllStringSubmatch(m[2], -1) {
		a, _ := strconv.ParseFloat(step[2], 64)
		b, _ := strconv.ParseFloat(step[3], 64)
		switch step[1] {
		case "M":
			x, y = a, b
		case "m":
			x, y = x+a, y+b
		case "h":
			for px := int(x * scale); px < int((x+a)*scale); px++ {
				for py := int((y - 0.5) * scale); py < int((y+0.5)*scale); py++ {
					img.SetGray(px, py, color.Gray{})
				}
			}
			x += a
		}
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		t.Fatal(err)
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
	if err != nil {
		t.Fatalf("the code cannot be read: %v", err)
	}
	return result.GetText()
}
