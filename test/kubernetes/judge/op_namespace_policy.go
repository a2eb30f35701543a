package main

import (
	"k8s.io/pod-security-admission/api"
)

// modePolicy is what a namespace allows in one mode.
type modePolicy struct {
	Level   api.Level `json:"level"`
	Version string    `json:"version"` // v1.30, latest
}

type namespacePolicy struct {
	Enforce modePolicy `json:"enforce"`
	Audit   modePolicy `json:"audit"`
	Warn    modePolicy `json:"warn"`
	Errors  []problem  `json:"errors,omitempty"`
}

// opNamespacePolicy reads the labels of a namespace in a cluster whose Pod Security admission has no configuration.
func opNamespacePolicy(r request) (any, error) {
	none := api.LevelVersion{Level: api.LevelPrivileged, Version: api.LatestVersion()}
	p, errs := api.PolicyToEvaluate(r.Labels, api.Policy{Enforce: none, Audit: none, Warn: none})
	return namespacePolicy{modeOf(p.Enforce), modeOf(p.Audit), modeOf(p.Warn), problems(errs)}, nil
}

func modeOf(lv api.LevelVersion) modePolicy {
	return modePolicy{lv.Level, lv.Version.String()}
}
