package main

import (
	"fmt"
	"reflect"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"

	"judge/fields"
)

// span is what Pod Security says from one policy version on, until the next span.
type span struct {
	Since      string      `json:"since"`
	Level      api.Level   `json:"level"` // the strictest that admits the pod
	Violations []violation `json:"violations,omitempty"`
}

type violation struct {
	Level   api.Level      `json:"level"` // that the check belongs to
	Check   policy.CheckID `json:"check"`
	Message string         `json:"message"`
}

// podSecurity asks the evaluator under each policy version. Restricted violations that only repeat
// a baseline check are told once.
func podSecurity(pod *corev1.Pod) []span {
	var spans []span
	for minor := fields.FirstMinor; minor <= newestMinor; minor++ {
		next := span{Since: fmt.Sprintf("1.%d", minor), Level: api.LevelRestricted}
		for _, level := range []api.Level{api.LevelBaseline, api.LevelRestricted} {
			for _, v := range violations(pod, level, minor) {
				if v.Level == level {
					next.Violations = append(next.Violations, v)
				}
			}
		}
		if len(next.Violations) > 0 {
			next.Level = below(next.Violations[0].Level)
		}
		if last := len(spans) - 1; last < 0 || !next.same(spans[last]) {
			spans = append(spans, next)
		}
	}
	return spans
}

func (s span) same(other span) bool {
	return s.Level == other.Level && reflect.DeepEqual(s.Violations, other.Violations)
}

func below(level api.Level) api.Level {
	if level == api.LevelRestricted {
		return api.LevelBaseline
	}
	return api.LevelPrivileged
}

func violations(pod *corev1.Pod, level api.Level, minor int) []violation {
	at := api.LevelVersion{Level: level, Version: api.MajorMinorVersion(1, minor)}
	var all []violation
	for _, result := range evaluator.EvaluatePod(at, &pod.ObjectMeta, &pod.Spec) {
		if !result.Allowed {
			all = append(all, readLabel(result))
		}
	}
	return all
}
