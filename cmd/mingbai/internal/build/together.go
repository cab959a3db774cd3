package build

import (
	"errors"
	"sync"
)

// together does several things at once, and gives the errors of all.
func together(things ...func() error) error {
	errs := make([]error, len(things))
	var all sync.WaitGroup
	for i, do := range things {
		all.Go(func() { errs[i] = do() })
	}
	all.Wait()
	return errors.Join(errs...)
}
