package check

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// factsForm is the form of facts: a number that changes when the same page is
// to give other facts, or when AppendFacts writes them in another way.
const factsForm = 1

// Key stands for all that the facts of a file depend on beside its bytes: the
// configuration, and what the site knows of the page. Facts that were taken
// under another key, or by another version of the program, are worth nothing.
// Neither the day nor the content files behind a page matter: Site sees to them.
func (c *Checker) Key(name string) uint64 {
	o := c.origin(name)
	key := mix(c.digest, hash(string(o.Kind)))
	key = mix(key, hash(o.Canonical))
	if o.Undated {
		key = mix(key, mixB)
	}
	return key
}

// digestOf is a digest of those parts of the configuration that rules over
// single files ask for.
func digestOf(config content.Config) uint64 {
	data, err := json.Marshal(struct {
		Form                         int
		Name, Domain, SiteCode, Base string
		Languages                    []plan.Lang
		Frame                        string
		Footer                       content.Footer
		Columns                      map[string]content.Column
	}{
		factsForm, config.Name.Zh, config.Domain, config.SiteCode, config.BaseURL,
		config.Languages, string(config.Frame.Mode), config.Footer, config.Columns,
	})
	if err != nil {
		data = []byte(fmt.Sprintf("%+v", config)) // strings alone: does not happen
	}
	sum := sha256.Sum256(data)
	return binary.LittleEndian.Uint64(sum[:])
}
