//go:build !unix

package cache

import "io/fs"

func (a *ID) addSystem(fs.FileInfo) {}
