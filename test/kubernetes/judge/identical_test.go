package main

import "testing"

func TestIdentical(t *testing.T) {
	limit := func(memory string) map[string]any {
		return daemonSet(t, func(_, pod map[string]any) {
			container(pod)["resources"] = map[string]any{"limits": map[string]any{"memory": memory}}
		})
	}
	history := func(limit int) map[string]any {
		return daemonSet(t, func(spec, _ map[string]any) { spec["revisionHistoryLimit"] = limit })
	}
	for name, c := range map[string]struct {
		a, b map[string]any
		want comparison
	}{
		"other words":          {limit("1Gi"), limit("1024Mi"), comparison{Identical: true}},
		"another family":       {limit("1Gi"), limit("1073741824"), comparison{Identical: true, Rollout: true}},
		"another amount":       {limit("1Gi"), limit("1025Mi"), comparison{Rollout: true}},
		"a default, written":   {daemonSet(t), history(10), comparison{Identical: true}},
		"outside the template": {daemonSet(t), history(11), comparison{}},
	} {
		if got := ask[comparison](t, "identical", map[string]any{"a": c.a, "b": c.b}); got != c.want {
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		}
	}
}
