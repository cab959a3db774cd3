package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// ordered is a JSON object with its members in the order in which they stand.
type ordered[T any] []member[T]

type member[T any] struct {
	key   string
	value T
}

func (o *ordered[T]) UnmarshalJSON(data []byte) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	t, err := dec.Token()
	if err != nil {
		return err
	}
	if t != json.Delim('{') {
		return fmt.Errorf("want an object, found %v", t)
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return err
		}
		m := member[T]{key: fmt.Sprint(key)}
		if err := dec.Decode(&m.value); err != nil {
			return err
		}
		*o = append(*o, m)
	}
	return nil
}
