package main

import (
	"runtime"
	"syscall"
	"unsafe"
)

// askForLargePages asks the system to give the next bytes of the heap in pages
// of 2 MB. The runtime has no call for it: so the memory is taken from it and
// let go again untouched, and whoever gets it next finds it marked. Where the
// system has no such pages, or gives none, or where addresses are limited (ulimit
// -v), all stays as it is.
func askForLargePages(bytes int) {
	const page, unlimited = 2 << 20, 1 << 62
	var addresses syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_AS, &addresses); err != nil || addresses.Cur < unlimited {
		return
	}
	memory := make([]byte, bytes)
	begin := int(-uintptr(unsafe.Pointer(unsafe.SliceData(memory))) & (page - 1))
	end := begin + (bytes-begin)/page*page
	_ = syscall.Madvise(memory[begin:end], syscall.MADV_HUGEPAGE)
	runtime.KeepAlive(memory)
}
