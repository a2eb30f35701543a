package main

import "testing"

func TestUpdate(t *testing.T) {
	old := daemonSet(t)
	image := func(_, pod map[string]any) { container(pod)["image"] = "example.com/agent:2.0" }
	if v := ask[verdict](t, "update", map[string]any{"old": old, "new": daemonSet(t, image)}); !v.Accepted {
		t.Errorf("a new image: %+v", v)
	}

	changed := daemonSet(t, func(spec, _ map[string]any) {
		spec["selector"] = labelled("app", "other")
		spec["template"].(map[string]any)["metadata"] = map[string]any{"labels": map[string]any{"app": "other"}}
	})
	v := ask[verdict](t, "update", map[string]any{"old": old, "new": changed})
	if v.Accepted || v.Errors[0].Detail != "field is immutable" {
		t.Errorf("a new selector: %+v", v)
	}
	sameStrings(t, "fields", fieldsOf(v.Errors), "spec.selector")

	if v := ask[verdict](t, "update", map[string]any{"old": daemonSet(t, func(_, pod map[string]any) { delete(pod, "containers") }), "new": old}); v.Stage != "old" {
		t.Errorf("an old object that never was: %+v", v)
	}
	if v := ask[verdict](t, "update", map[string]any{"old": old, "new": daemonSet(t, func(spec, _ map[string]any) { spec["x"] = 1 })}); v.Stage != "decode new" {
		t.Errorf("an unknown field: %+v", v)
	}
}

func TestUpdateOfAServiceKeepsItsAddress(t *testing.T) {
	service := func(spec map[string]any) map[string]any {
		spec["ports"] = []any{map[string]any{"port": 80}}
		return map[string]any{"apiVersion": "v1", "kind": "Service", "metadata": map[string]any{"name": "a"}, "spec": spec}
	}
	headless, plain, ported := map[string]any{"clusterIP": "None"}, map[string]any{}, map[string]any{"type": "NodePort"}
	for _, c := range []struct {
		old, new map[string]any
		accepted bool
	}{
		{plain, plain, true},
		{plain, ported, true},
		{ported, plain, true},
		{headless, plain, true},
		{plain, headless, false},
	} {
		v := ask[verdict](t, "update", map[string]any{"old": service(c.old), "new": service(c.new)})
		if v.Accepted != c.accepted {
			t.Errorf("%v to %v: %+v", c.old, c.new, v)
		}
	}
}
