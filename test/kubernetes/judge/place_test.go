package main

import "testing"

func node(name string, taints ...any) map[string]any {
	return map[string]any{
		"metadata": map[string]any{"name": name},
		"spec":     map[string]any{"taints": taints},
		"status":   map[string]any{"allocatable": map[string]any{"cpu": "1", "memory": "1Gi", "pods": "10"}},
	}
}

func place(t *testing.T, members map[string]any) []placement {
	t.Helper()
	return ask[struct{ Placements []placement }](t, "place", members).Placements
}

func TestPlaceMindsTaints(t *testing.T) {
	got := place(t, map[string]any{
		"daemonSets": []any{daemonSet(t)},
		"nodes": []any{
			node("plain"),
			node("kept", map[string]any{"key": "dedicated", "value": "db", "effect": "NoSchedule"}),
			node("evicted", map[string]any{"key": "dedicated", "value": "db", "effect": "NoExecute"}),
			node("full", map[string]any{"key": "node.kubernetes.io/disk-pressure", "effect": "NoSchedule"}),
		},
	})[0].Nodes
	for i, want := range []onOne{
		{Node: "plain", ShouldRun: true, ShouldContinue: true, Admitted: true},
		{Node: "kept", ShouldContinue: true},
		{Node: "evicted"},
		{Node: "full", ShouldRun: true, ShouldContinue: true, Admitted: true},
	} {
		if got[i].Node != want.Node || got[i].ShouldRun != want.ShouldRun || got[i].ShouldContinue != want.ShouldContinue || got[i].Admitted != want.Admitted {
			t.Errorf("got %+v, want %+v", got[i], want)
		}
	}
}

func TestPlaceFillsNodesByPriorityThenOrder(t *testing.T) {
	port := func(_, pod map[string]any) {
		container(pod)["ports"] = []any{map[string]any{"containerPort": 80, "hostPort": 80}}
	}
	first := func(_, pod map[string]any) { pod["priorityClassName"] = "mine" }
	got := place(t, map[string]any{
		"nodes":           []any{node("a")},
		"daemonSets":      []any{daemonSet(t, port), daemonSet(t, port, first), daemonSet(t)},
		"priorityClasses": map[string]any{"mine": 5},
	})
	for i, want := range []bool{false, true, true} {
		if got[i].Nodes[0].Admitted != want {
			t.Errorf("DaemonSet %d: %+v", i, got[i])
		}
	}
	sameStrings(t, "reasons", got[0].Nodes[0].Reasons, "node(s) didn't have free ports for the requested pod ports")
}

func TestPlaceCountsPodsThatAreThere(t *testing.T) {
	half := map[string]any{"limits": map[string]any{"cpu": "600m"}} // a limit alone is a request too
	pod := map[string]any{
		"metadata": map[string]any{"name": "old"},
		"spec":     map[string]any{"nodeName": "a", "containers": []any{map[string]any{"name": "c", "resources": half}}},
	}
	got := place(t, map[string]any{
		"nodes":      []any{node("a"), node("b")},
		"pods":       []any{pod},
		"daemonSets": []any{daemonSet(t, func(_, pod map[string]any) { container(pod)["resources"] = half })},
	})[0].Nodes
	if got[0].Admitted || !got[1].Admitted {
		t.Errorf("%+v", got)
	}
	sameStrings(t, "reasons", got[0].Reasons, "Insufficient cpu")
}
