package main

import (
	"encoding/json"
	"os"
	"testing"

	"judge/fields"
)

// committed is the table with history; making it anew needs the network, so that is not tested here.
func committed(t *testing.T) fields.Table {
	t.Helper()
	text, err := os.ReadFile("fields.json")
	if err != nil {
		t.Fatal(err)
	}
	var table fields.Table
	if err := json.Unmarshal(text, &table); err != nil {
		t.Fatal(err)
	}
	return table
}

func TestTheCommittedTableIsOfThisKubernetes(t *testing.T) {
	was := committed(t)
	now := ask[struct{ fields.Table }](t, "fields", nil).Table
	if was.Kubernetes != now.Kubernetes || len(was.Kinds) != len(own) {
		t.Fatalf("%s with %d kinds, not %s with %d: run \"judge fields\"", was.Kubernetes, len(was.Kinds), now.Kubernetes, len(own))
	}
	for kind, rows := range now.Kinds {
		if len(rows) != len(was.Kinds[kind]) {
			t.Fatalf("%s has %d fields, was %d", kind, len(rows), len(was.Kinds[kind]))
		}
		for i, row := range rows {
			then := was.Kinds[kind][i]
			if row.Path != then.Path || row.Type != then.Type || row.MergeKey != then.MergeKey {
				t.Errorf("%s: %+v, was %+v", kind, row, then)
			}
		}
	}
}

func TestHistoryOfFields(t *testing.T) {
	rows := map[string]fields.Field{}
	for _, row := range committed(t).Kinds["apps/v1 DaemonSet"] {
		rows[row.Path] = row
	}
	for _, want := range []fields.Field{
		{Path: "spec.template.spec.containers", Type: "list", List: "map by name", MergeKey: "name", Since: "1.28"},
		{Path: "spec.template.spec.containers[].args[]", Type: "string", Since: "1.28"},
		{Path: "spec.template.spec.containers[].resources.limits{}", Type: "quantity", Since: "1.28"},
		{Path: "spec.template.spec.containers[].volumeMounts[].recursiveReadOnly", Type: "string", Since: "1.30", Gate: "RecursiveReadOnlyMounts", Enabled: "1.31"},
		{Path: "spec.template.spec.hostUsers", Type: "bool", Since: "1.28", Gate: "UserNamespacesSupport", Enabled: "1.33"},
		{Path: "spec.template.spec.initContainers[].restartPolicy", Type: "string", Since: "1.28", Gate: "SidecarContainers", Enabled: "1.29"},
		{Path: "spec.template.spec.volumes[].image", Type: "object", Since: "1.31", Gate: "ImageVolume", Enabled: "1.35"},
		{Path: "spec.template.spec.volumes[].emptyDir.mode", Type: "int32", Since: "1.37", Gate: "EmptyDirVolumeMode"},
		{Path: "spec.updateStrategy.rollingUpdate.maxSurge", Type: "intOrString", Since: "1.28"},
	} {
		if got := rows[want.Path]; got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	for path := range rows {
		if path == "status" || path == "metadata.managedFields" {
			t.Errorf("%s is the server's", path)
		}
	}
}
