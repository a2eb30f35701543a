package main

import (
	"runtime/debug"
	"strconv"
	"strings"

	"judge/fields"
)

// kubernetes is the release that this binary was built from, as go.mod names it.
var kubernetes = func() string {
	info, _ := debug.ReadBuildInfo()
	for _, module := range info.Deps {
		if module.Path == "k8s.io/kubernetes" {
			return strings.TrimPrefix(module.Version, "v")
		}
	}
	return "unknown"
}()

// newestMinor is 37 for 1.37.1; the oldest one told apart, where the version is unknown.
var newestMinor = func() int {
	minor, err := strconv.Atoi(strings.Split(kubernetes+".", ".")[1])
	if err != nil {
		return fields.FirstMinor
	}
	return minor
}()
