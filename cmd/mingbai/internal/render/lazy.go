package render

// lazy is a value that is made when a layout first asks for it: a page pays for
// what its layout shows and for nothing else. Views offer such values as
// methods without arguments, which layouts write like fields.
type lazy[T any] struct {
	made  bool
	value T
}

// known is a lazy value that is there.
func known[T any](value T) lazy[T] { return lazy[T]{true, value} }

func (l *lazy[T]) get(make func() T) T {
	if !l.made {
		l.value, l.made = make(), true
	}
	return l.value
}
