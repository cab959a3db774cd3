package build

import (
	"fmt"
	"sync"

	"mingbai/cmd/mingbai/internal/cache"
)

// memory is a target that keeps all files.
type memory struct {
	mu    sync.Mutex
	files map[string][]byte
}

func (m *memory) put(f file) (cache.Output, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[f.name] = f.data
	return cache.Output{Path: f.name, Size: int64(len(f.data))}, nil
}

func (m *memory) keep(o cache.Output) error {
	return fmt.Errorf("%s: nothing stands in memory to be kept", o.Path)
}

func (m *memory) read(name string) ([]byte, error) { return m.files[name], nil }
