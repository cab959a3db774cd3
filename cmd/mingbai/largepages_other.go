//go:build !linux

package main

// askForLargePages does nothing: other systems choose their pages by themselves.
func askForLargePages(int) {}
