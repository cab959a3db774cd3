package build

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"sync"

	"mingbai/cmd/mingbai/internal/cache"
)

// memory is a target that keeps all files.
type memory struct {
	before map[string][]byte // files that may be kept

	mu    sync.Mutex
	files map[string][]byte
}

func (m *memory) put(f file) (cache.Output, error) {
	if f.lent {
		f.data = bytes.Clone(f.data)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[f.name] = f.data
	return cache.Output{Path: f.name, Size: int64(len(f.data)), SHA256: sha256.Sum256(f.data)}, nil
}

func (m *memory) keep(o cache.Output) error {
	data, ok := m.before[o.Path]
	if !ok {
		return fmt.Errorf("%s: nothing stands in memory to be kept", o.Path)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[o.Path] = data
	return nil
}

func (m *memory) read(name string) ([]byte, error) { return m.files[name], nil }
