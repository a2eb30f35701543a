package main

import (
	"encoding/json"
	"testing"

	appsv1 "k8s.io/api/apps/v1"
)

type defaultedSet struct {
	Defaulted appsv1.DaemonSet `json:"defaulted"`
}

func TestDefaultsAreThoseOfTheServer(t *testing.T) {
	for _, op := range []string{"default", "check"} {
		got := ask[defaultedSet](t, op, map[string]any{"object": daemonSet(t, func(_, pod map[string]any) {
			container(pod)["resources"] = map[string]any{"limits": map[string]any{"cpu": "0.1", "memory": "1024Mi"}}
		})}).Defaulted
		limits := got.Spec.Template.Spec.Containers[0].Resources.Limits
		if limits.Cpu().String() != "100m" || limits.Memory().String() != "1Gi" {
			t.Errorf("%s: limits %v", op, limits)
		}
		if *got.Spec.RevisionHistoryLimit != 10 || got.Spec.UpdateStrategy.RollingUpdate.MaxUnavailable.IntValue() != 1 {
			t.Errorf("%s: %+v", op, got.Spec)
		}
	}
}

func TestDefaultedHasNothingOfTheServer(t *testing.T) {
	set := daemonSet(t)
	set["status"] = map[string]any{"currentNumberScheduled": 1, "desiredNumberScheduled": 1, "numberMisscheduled": 0, "numberReady": 0}
	got := ask[map[string]json.RawMessage](t, "check", map[string]any{"object": set})
	var object map[string]json.RawMessage
	if err := json.Unmarshal(got["defaulted"], &object); err != nil {
		t.Fatal(err)
	}
	if object["status"] != nil {
		t.Errorf("status: %s", object["status"])
	}
	if want := `{"name":"agent","namespace":"monitoring"}`; string(object["metadata"]) != want {
		t.Errorf("metadata %s, want %s", object["metadata"], want)
	}
}

// A gate that is off makes the server drop a field; defaulting alone leaves it.
func TestCheckDropsWhatNoGateAllows(t *testing.T) {
	set := daemonSet(t, func(_, pod map[string]any) {
		pod["volumes"] = []any{map[string]any{"name": "tmp", "emptyDir": map[string]any{"mode": 511}}}
	})
	mode := func(op string) *int32 {
		got := ask[defaultedSet](t, op, map[string]any{"object": set}).Defaulted
		return got.Spec.Template.Spec.Volumes[0].EmptyDir.Mode
	}
	if mode("default") == nil || mode("check") != nil {
		t.Errorf("default %v, check %v", mode("default"), mode("check"))
	}
}
