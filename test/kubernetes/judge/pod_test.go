package main

import (
	"testing"

	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

func withHostNetwork(_, pod map[string]any) { pod["hostNetwork"] = true }

func TestTheTemplatePassesAndItsPodsDoNot(t *testing.T) {
	twoPorts := func(_, pod map[string]any) {
		second := map[string]any{"name": "second", "image": "x", "ports": []any{map[string]any{"containerPort": 8080}}}
		container(pod)["ports"] = []any{map[string]any{"containerPort": 8080}}
		pod["containers"] = append(pod["containers"].([]any), second)
	}
	v := ask[verdict](t, "check", map[string]any{"object": daemonSet(t, withHostNetwork, twoPorts)})
	if !v.Accepted || v.Pod.Accepted {
		t.Fatalf("%+v", v)
	}
	sameStrings(t, "the pod's fields", fieldsOf(v.Pod.Errors), "spec.containers[1].ports[0].hostPort")

	v = ask[verdict](t, "check", map[string]any{"object": daemonSet(t, twoPorts)})
	if !v.Accepted || !v.Pod.Accepted {
		t.Errorf("without the host network: %+v", v)
	}
}

func TestLevelsChangeWithThePolicyVersion(t *testing.T) {
	set := daemonSet(t, func(_, pod map[string]any) {
		container(pod)["livenessProbe"] = map[string]any{"tcpSocket": map[string]any{"port": 1, "host": "127.0.0.1"}}
	})
	v := ask[verdict](t, "check", map[string]any{"object": set, "levels": true})
	if len(v.Pod.Levels) != 2 {
		t.Fatalf("%+v", v.Pod.Levels)
	}
	before, after := v.Pod.Levels[0], v.Pod.Levels[1]
	if before.Since != "1.28" || before.Level != api.LevelBaseline || after.Since != "1.34" || after.Level != api.LevelPrivileged {
		t.Errorf("%+v", v.Pod.Levels)
	}
	if after.Violations[0].Check != "hostProbesAndHostLifecycle" {
		t.Errorf("%+v", after.Violations)
	}
	if v := ask[verdict](t, "check", map[string]any{"object": set}); v.Pod.Levels != nil {
		t.Errorf("levels that nobody asked for")
	}
}

func TestARestrictedPod(t *testing.T) {
	v := ask[verdict](t, "check", map[string]any{"levels": true, "object": daemonSet(t, func(_, pod map[string]any) {
		pod["securityContext"] = map[string]any{"runAsNonRoot": true, "seccompProfile": map[string]any{"type": "RuntimeDefault"}}
		container(pod)["securityContext"] = map[string]any{
			"allowPrivilegeEscalation": false, "capabilities": map[string]any{"drop": []any{"ALL"}},
		}
	})})
	if len(v.Pod.Levels) != 1 || v.Pod.Levels[0].Level != api.LevelRestricted || v.Pod.Levels[0].Violations != nil {
		t.Errorf("%+v", v.Pod.Levels)
	}
}

// The signatures on the checks must not change what the evaluator finds.
func TestSignedChecksAgreeWithTheEvaluator(t *testing.T) {
	plain, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		t.Fatal(err)
	}
	set, err := storedDaemonSet([]byte(`{"metadata":{"name":"a"},"spec":{"template":{"metadata":{"labels":{"a":"b"}},
		"spec":{"hostPID":true,"volumes":[{"name":"v","hostPath":{"path":"/"}}],"containers":[{"name":"c","securityContext":{"privileged":true}}]}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	pod, err := podFor(set, "node")
	if err != nil {
		t.Fatal(err)
	}
	for _, level := range []api.Level{api.LevelBaseline, api.LevelRestricted} {
		at := api.LevelVersion{Level: level, Version: api.MajorMinorVersion(1, newestMinor)}
		want := policy.AggregateCheckResults(plain.EvaluatePod(at, &pod.ObjectMeta, &pod.Spec)).ForbiddenReasons
		got := violations(pod, level, newestMinor)
		if len(got) != len(want) || len(want) == 0 {
			t.Errorf("%s: got %+v, want %q", level, got, want)
		}
	}
}
