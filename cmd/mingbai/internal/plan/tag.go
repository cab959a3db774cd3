package plan

// Tag says that a measure is for an audience or gives a kind of benefit, and by
// which words of its text that was told.
type Tag struct {
	ID    string   `json:"id" yaml:"id"`                           // of the lexicon's entry
	Words []string `json:"words,omitempty" yaml:"words,omitempty"` // as they stand in the text; none where a person says so
}
