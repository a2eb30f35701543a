package main

import (
	"encoding/json"
	"os"
	"testing"

	"k8s.io/kubernetes/pkg/capabilities"
)

func TestMain(m *testing.M) {
	capabilities.Setup(true, 0)
	os.Exit(m.Run())
}

// ask gives the answer to a question that is made of an op and more members.
func ask[T any](t *testing.T, op string, members map[string]any) T {
	t.Helper()
	question := map[string]any{"id": 1, "op": op}
	for name, value := range members {
		question[name] = value
	}
	line, err := json.Marshal(question)
	if err != nil {
		t.Fatal(err)
	}
	var got T
	text := answer(line)
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return got
}

// daemonSet is a manifest that is accepted, with its template's spec changed by edits.
func daemonSet(t *testing.T, edits ...func(spec, pod map[string]any)) map[string]any {
	t.Helper()
	var set map[string]any
	err := json.Unmarshal([]byte(`{
		"apiVersion": "apps/v1", "kind": "DaemonSet",
		"metadata": {"name": "agent", "namespace": "monitoring"},
		"spec": {
			"selector": {"matchLabels": {"app": "agent"}},
			"template": {
				"metadata": {"labels": {"app": "agent"}},
				"spec": {"containers": [{"name": "agent", "image": "example.com/agent:1.0"}]}
			}
		}
	}`), &set)
	if err != nil {
		t.Fatal(err)
	}
	spec := set["spec"].(map[string]any)
	for _, edit := range edits {
		edit(spec, spec["template"].(map[string]any)["spec"].(map[string]any))
	}
	return set
}

func container(pod map[string]any) map[string]any {
	return pod["containers"].([]any)[0].(map[string]any)
}

func sameStrings(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: got %q, want %q", what, got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("%s: got %q, want %q", what, got, want)
		}
	}
}

func fieldsOf(problems []problem) []string {
	var all []string
	for _, p := range problems {
		all = append(all, p.Field)
	}
	return all
}
