package charset

import (
	"strings"
	"unicode"
)

// sample is how many characters of a text are looked at.
const sample = 100_000

// score says how much a text looks like Chinese: the share of its characters,
// ASCII apart, that are common ones, less the share of those that no Chinese
// document contains. Bytes read in a wrong encoding become rare characters.
func score(text string) float64 {
	n, sum := 0, 0.0
	for _, r := range text {
		if n >= sample {
			break
		}
		if r < 0x80 && (r >= ' ' || r == '\n' || r == '\r' || r == '\t') {
			continue
		}
		n++
		sum += weight(r)
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

func weight(r rune) float64 {
	switch {
	case common[r]:
		return 1
	case strings.ContainsRune("。，、；：？！“”‘’（）《》〔〕【】—…·　", r):
		return 0.6
	case r >= 0x4e00 && r <= 0x9fff, r >= '！' && r <= '～', r >= '①' && r <= '⑳':
		return 0.2
	case r == '\ufffd', r < 0xa0, unicode.Is(unicode.Co, r):
		return -2
	case unicode.Is(unicode.Han, r):
		return -0.2
	}
	return -1
}

// common are the characters that make up most of any Chinese text and of
// official ones, then those of them that traditional writing writes otherwise.
var common = runeSet(`
的一是在不了有和人这中大为上个国以要时来用生到作地于出就分对成会可主发年动同工也能下过产种面而方后多定行学法所民得经十三
之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开合因由其些前外天政四日社义事平形相全表间
样与关各重新线内数正心明看原利比或但质气第向道此变条只没结解问意建月公无系情者最立代已通并提直题党程展五果员革位入常文总次
品式活设及管特件长求基资边流路级少统接知较将组见计别期根论运农指几九区强放决被做必先回则任取据处给即保治造规领七海口东导器
志世金增争济思术极交受联认六共权收证改清再采转更单风教速带安场身车例真务具万每目至达走积示议报完类八确才科信节整空元况今集
传许步群广需段研界究观越织装算低持众书布复容须际商非验连断深难近千周委素技备半办省列习响约支般史劳便团历市除消构府称准精值
号率族维划选标写存候亲快效院查型按格养易置派层片始却专状育厂识适属包住调满县局照参引该价严财税厅牵头配措施促企服项创新责落
贷款补贴融担税免减缓缴房租险职业培训岗业稳扩招用户银行监督督执细则贯彻精神推升支撑优先完善健鼓励范围附件印
時來個國這為對會發動產過說學經電後進著當體點業應開還從兩與樣關數義變條結問無實現氣質見論機長設給樓務總門員團區應該認識計
劃議證讓護財稅廳牽頭責補貼貸擔險職業訓崗穩擴銀監執則貫徹優創鎮縣辦號寫選標構歷書稱準際連斷報類積處達運農權極術聯題統級資
導萬節領規據組線離傳廣織裝觀難濟強幾須復決並將單`)

func runeSet(s string) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			set[r] = true
		}
	}
	return set
}
