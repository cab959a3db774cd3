//go:build !linux

package publish

import "errors"

// exchangeDirs is for Linux; elsewhere two renames do, one after the other.
func exchangeDirs(string, string) error { return errors.ErrUnsupported }
