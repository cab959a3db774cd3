package content

import (
	"math"
	"math/bits"
	"reflect"
	"slices"
)

// value writes a value of front matter that is not zero.
func (e *packer) value(f *form, v reflect.Value) {
	switch f.kind {
	case reflect.Pointer:
		e.value(f.elem, v.Elem())
	case reflect.Struct:
		e.fields(f, v)
	case reflect.Slice:
		e.number(v.Len())
		for i := range v.Len() {
			e.value(f.elem, v.Index(i))
		}
	case reflect.String:
		i := slices.Index(f.words, v.String())
		if f.words != nil {
			e.number(i + 1)
		}
		if i < 0 {
			e.part(v.String())
		}
	case reflect.Bool:
		e.number(1)
	case reflect.Int:
		e.bits(uint64(v.Int())<<1 ^ uint64(v.Int()>>63)) // small numbers below zero are short, too
	case reflect.Float64:
		e.fixed(math.Float64bits(v.Float()))
	}
}

// fields writes which fields of a struct are not zero, then those.
func (e *packer) fields(f *form, v reflect.Value) {
	var given uint64
	for i := range f.fields {
		if !v.FieldByIndex(f.fields[i].index).IsZero() {
			given |= 1 << i
		}
	}
	e.bits(given)
	for ; given != 0; given &= given - 1 {
		field := &f.fields[bits.TrailingZeros64(given)]
		e.value(field.form, v.FieldByIndex(field.index))
	}
}

// value reads what a packer wrote.
func (p *unpacker) value(f *form, v reflect.Value) {
	switch f.kind {
	case reflect.Pointer:
		fresh := reflect.New(f.elem.typ)
		p.value(f.elem, fresh.Elem())
		v.Set(fresh)
	case reflect.Struct:
		p.fields(f, v)
	case reflect.Slice:
		n := p.count()
		list := reflect.MakeSlice(f.typ, n, n)
		for i := 0; i < n && !p.bad; i++ {
			p.value(f.elem, list.Index(i))
		}
		v.Set(list)
	case reflect.String:
		v.SetString(p.word(f))
	case reflect.Bool:
		v.SetBool(p.number() == 1)
	case reflect.Int:
		n := p.bits()
		v.SetInt(int64(n>>1) ^ -int64(n&1))
	case reflect.Float64:
		v.SetFloat(math.Float64frombits(p.fixed()))
	}
}

// word is a text, or one of the few of its form.
func (p *unpacker) word(f *form) string {
	if f.words == nil {
		return p.part()
	}
	i := p.number()
	switch {
	case i == 0:
		return p.part()
	case i > len(f.words):
		p.fail()
		return ""
	}
	return f.words[i-1]
}

func (p *unpacker) fields(f *form, v reflect.Value) {
	given := p.bits()
	if bits.Len64(given) > len(f.fields) {
		p.fail()
		return
	}
	for ; given != 0; given &= given - 1 {
		field := &f.fields[bits.TrailingZeros64(given)]
		p.value(field.form, v.FieldByIndex(field.index))
	}
}
