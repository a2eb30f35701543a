package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

var oddLines = []string{
	``, ` `, `{`, `}`, `[]`, `[[[`, `null`, `7`, `"x"`, `{}`, `{"id":1}`, `{"op":null}`, `{"op":7}`, `{"op":"x"}`, "\x00", "\xff\xfe",
	`{"op":"check"}`, `{"op":"check","object":null}`, `{"op":"check","object":[]}`, `{"op":"check","object":"x"}`, `{"op":"check","text":""}`,
	`{"op":"check","text":7}`, `{"op":"check","text":"a: [b"}`, `{"op":"check","text":"\t"}`, `{"op":"check","text":"- a\n- b"}`,
	`{"op":"check","text":"&a [*a]"}`, `{"op":"check","text":"a: &a [b]\nb: *c"}`, `{"op":"check","text":"---\n---\n"}`, `{"op":"check","text":"a: 1\n---\nb: 2"}`,
	`{"op":"check","text":"kind: List\napiVersion: v1\nitems: []"}`, `{"op":"check","text":"k8s\u0000\n\u0000"}`, `{"op":"check","object":{"kind":"Status","apiVersion":"v1"}}`,
	`{"op":"check","object":{"kind":7}}`, `{"op":"check","object":{"kind":"DaemonSet"}}`, `{"op":"check","object":{"kind":"DaemonSet","apiVersion":"apps/v1"}}`,
	`{"op":"check","object":{"kind":"DaemonSet","apiVersion":"apps/v1/v2"}}`, `{"op":"check","object":{"kind":"DaemonSet","apiVersion":"apps/v1","spec":null}}`,
	`{"op":"check","object":{"kind":"DaemonSet","apiVersion":"apps/v1","spec":{"template":{"spec":{"terminationGracePeriodSeconds":1e400}}}}}`,
	`{"op":"check","object":{"kind":"ResourceQuota","apiVersion":"v1","metadata":{"name":"a"},"spec":{"hard":{"pods":1e-2147483647}}}}`,
	`{"op":"check","text":"apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: a}\nspec:\n  hard:\n    pods: 1e2147483647\n"}`,
	`{"op":"place"}`, `{"op":"place","nodes":[null],"daemonSets":[null]}`, `{"op":"place","nodes":[{}],"daemonSets":[{}]}`, `{"op":"place","nodes":{}}`,
	`{"op":"update"}`, `{"op":"update","old":{},"new":{}}`, `{"op":"identical","a":{}}`, `{"op":"identical","a":{},"b":{}}`,
	`{"op":"quantity"}`, `{"op":"quantities","texts":[null,"1e99999999999"]}`, `{"op":"selector"}`, `{"op":"selector","selector":{},"labels":null}`,
}

var oddValues = []any{
	nil, true, false, 0, -1, 1e300, 9223372036854775807, 0.5, "", " ", "\x00", "é", "100%", "-1%", "..", "/", "0x1F", "1e9", "1Gi", "null",
	strings.Repeat("a", 300), []any{}, []any{nil}, []any{[]any{}}, map[string]any{}, map[string]any{"": nil}, map[string]any{"a": map[string]any{}},
}

func TestOddLinesGetOneLine(t *testing.T) {
	deep := strings.Repeat(`[`, 20000) + strings.Repeat(`]`, 20000)
	lines := append(oddLines, `{"op":"check","object":{"kind":`+deep+`}}`, `{"op":"check","text":"`+deep+`"}`)
	for _, line := range lines {
		oneLine(t, []byte(line))
	}
}

// Every value inside valid questions is replaced by odd ones, in turn at random.
func TestOddValuesGetOneLine(t *testing.T) {
	full := daemonSet(t, withHostNetwork, func(spec, pod map[string]any) {
		spec["updateStrategy"] = map[string]any{"type": "RollingUpdate", "rollingUpdate": map[string]any{"maxSurge": "10%", "maxUnavailable": 0}}
		pod["volumes"] = []any{map[string]any{"name": "v", "hostPath": map[string]any{"path": "/v"}}}
		pod["tolerations"] = []any{map[string]any{"key": "a", "operator": "Exists"}}
		container(pod)["resources"] = map[string]any{"limits": map[string]any{"cpu": "1"}}
		container(pod)["ports"] = []any{map[string]any{"containerPort": 80, "name": "http"}}
		container(pod)["livenessProbe"] = map[string]any{"httpGet": map[string]any{"port": "http"}}
	})
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 3000 {
		question := []map[string]any{
			{"op": "check", "levels": true, "object": full},
			{"op": "default", "object": full},
			{"op": "update", "old": daemonSet(t), "new": full},
			{"op": "identical", "a": daemonSet(t), "b": full},
			{"op": "place", "nodes": []any{node("a", map[string]any{"key": "b", "effect": "NoSchedule"})}, "daemonSets": []any{full}},
			{"op": "selector", "selector": labelled("a", "b"), "labels": map[string]any{"a": "b"}},
		}[i%6]
		line, err := json.Marshal(spoil(question, random))
		if err != nil {
			t.Fatal(err)
		}
		oneLine(t, line)
	}
}

// spoil copies a tree and puts an odd value where it feels like it.
func spoil(value any, random *rand.Rand) any {
	if random.IntN(40) == 0 {
		return oddValues[random.IntN(len(oddValues))]
	}
	switch v := value.(type) {
	case map[string]any:
		copied := map[string]any{}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			copied[key] = spoil(v[key], random)
		}
		return copied
	case []any:
		copied := []any{}
		for _, e := range v {
			copied = append(copied, spoil(e, random))
		}
		return copied
	}
	return value
}

func oneLine(t *testing.T, line []byte) {
	t.Helper()
	got := answer(line)
	var members map[string]json.RawMessage
	if err := json.Unmarshal(got, &members); err != nil || bytes.ContainsRune(got, '\n') || len(members) < 2 {
		t.Errorf("%.500s\ngot %.500s", line, got)
	}
	if bytes.Contains(got, []byte(`"panic: `)) {
		t.Errorf("%.2000s\ngot %.500s", line, got)
	}
}
