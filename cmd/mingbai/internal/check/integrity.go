package check

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

var integrityCheck = siteCheck{
	rules: []*diag.Rule{wrongIntegrity},
	run: func(s *sweep) error {
		right := map[sum]bool{} // those that were compared
		for _, f := range s.files {
			if f.kind != pageFile || f.more == nil {
				continue
			}
			for _, sum := range f.more.sums {
				to := s.places[sum.file].file
				if to < 0 {
					continue
				}
				ok, known := right[sum]
				if !known {
					data, err := s.data(s.files[to].Name)
					if err != nil {
						return err
					}
					ok = hasSum(data, sum.integrity)
					right[sum] = ok
				}
				if !ok {
					s.page(f.Name, wrongIntegrity, s.files[to].Name)
				}
			}
		}
		return nil
	},
}

// hasSum reports whether any of the sums of an integrity attribute is that of
// the data, as a browser asks.
func hasSum(data []byte, integrity string) bool {
	for word := range strings.FieldsSeq(integrity) {
		name, sum, _ := strings.Cut(word, "-")
		var have []byte
		switch name {
		case "sha256":
			s := sha256.Sum256(data)
			have = s[:]
		case "sha384":
			s := sha512.Sum384(data)
			have = s[:]
		case "sha512":
			s := sha512.Sum512(data)
			have = s[:]
		default:
			continue
		}
		if base64.StdEncoding.EncodeToString(have) == sum {
			return true
		}
	}
	return false
}

var wrongIntegrity = &diag.Rule{
	Code: "K110", Severity: diag.Error,
	Title:   diag.Text{En: "checksum does not fit", Zh: "校验值不符"},
	Message: diag.Text{En: "the integrity value of %s is not that of the file", Zh: "%s 的 integrity 校验值与文件不符"},
	Hint:    diag.Text{En: "build the site again; a file was changed after the page was made", Zh: "请重新生成网站；页面生成后文件被改动"},
	Explain: diag.Text{
		En: "A page names a style sheet or script with a checksum, and the file has another one. Browsers then refuse the file: the page has no style, or its script does not run.",
		Zh: "页面为样式或脚本写明了校验值，但文件的实际校验值不同。浏览器会拒绝加载，页面将没有样式或脚本不起作用。",
	},
	Example: `<link rel="stylesheet" href="style.css" integrity="sha256-AAAA">`,
}
