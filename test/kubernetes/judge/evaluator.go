package main

import (
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

// evaluator has checks that sign their results: the evaluator hands these on without saying whose they are.
var evaluator = func() policy.Evaluator {
	checks := policy.DefaultChecks()
	for _, check := range checks {
		for i := range check.Versions {
			check.Versions[i].CheckPod = signed(check, check.Versions[i].CheckPod)
		}
	}
	e, err := policy.NewEvaluator(checks, nil)
	if err != nil {
		panic(err)
	}
	return e
}()

func signed(check policy.Check, run policy.CheckPodFn) policy.CheckPodFn {
	label := string(check.Level) + "/" + string(check.ID) + "/"
	return func(meta *metav1.ObjectMeta, spec *corev1.PodSpec) policy.CheckResult {
		result := run(meta, spec)
		if !result.Allowed {
			result.ForbiddenReason = label + result.ForbiddenReason
		}
		return result
	}
}

func readLabel(result policy.CheckResult) violation {
	parts := strings.SplitN(result.ForbiddenReason, "/", 3)
	message := parts[2]
	if result.ForbiddenDetail != "" {
		message += " (" + result.ForbiddenDetail + ")"
	}
	return violation{api.Level(parts[0]), policy.CheckID(parts[1]), message}
}
