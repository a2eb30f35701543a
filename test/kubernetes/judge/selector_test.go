package main

import "testing"

func TestSelector(t *testing.T) {
	type answer struct {
		Matches *bool
		verdict
	}
	asked := func(expression map[string]any) answer {
		selector := map[string]any{"matchExpressions": []any{expression}}
		return ask[answer](t, "selector", map[string]any{"selector": selector, "labels": map[string]any{"app": "a"}})
	}
	for operator, want := range map[string]bool{"In": true, "NotIn": false} {
		got := asked(map[string]any{"key": "app", "operator": operator, "values": []any{"a", "b"}})
		if got.Matches == nil || *got.Matches != want {
			t.Errorf("%s: %+v", operator, got)
		}
	}
	if got := asked(map[string]any{"key": "app", "operator": "In"}); got.Matches != nil {
		t.Errorf("no values: %+v", got)
	} else {
		sameStrings(t, "fields", fieldsOf(got.Errors), "selector.matchExpressions[0].values")
	}
	if got := asked(map[string]any{"key": "app", "op": "In"}); got.Stage != "decode" {
		t.Errorf("an unknown field: %+v", got)
	}
}
