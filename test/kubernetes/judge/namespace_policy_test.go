package main

import (
	"testing"

	"k8s.io/pod-security-admission/api"
)

func TestNamespacePolicy(t *testing.T) {
	asked := func(labels map[string]any) namespacePolicy {
		return ask[namespacePolicy](t, "namespace-policy", map[string]any{"labels": labels})
	}
	open := modePolicy{api.LevelPrivileged, "latest"}
	if got := asked(nil); got.Enforce != open || got.Audit != open || got.Warn != open || got.Errors != nil {
		t.Errorf("no labels: %+v", got)
	}
	got := asked(map[string]any{api.EnforceLevelLabel: "baseline", api.EnforceVersionLabel: "v1.30"})
	if want := (modePolicy{api.LevelBaseline, "v1.30"}); got.Enforce != want || got.Warn != want || got.Audit != open {
		t.Errorf("who enforces is warned too: %+v", got)
	}
	got = asked(map[string]any{api.EnforceLevelLabel: "strict", api.AuditLevelLabel: "strict"})
	if got.Enforce.Level != api.LevelRestricted || got.Audit != open || got.Warn != open {
		t.Errorf("levels that there are not: %+v", got)
	}
	sameStrings(t, "fields", fieldsOf(got.Errors),
		"metadata.labels["+api.EnforceLevelLabel+"]", "metadata.labels["+api.AuditLevelLabel+"]")
}
