package main

import (
	"errors"
	"slices"
	"strings"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	utilerrors "k8s.io/apimachinery/pkg/util/errors"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/admission/plugin/resourcequota"
	core "k8s.io/kubernetes/pkg/apis/core"
	quotacore "k8s.io/kubernetes/pkg/quota/v1/evaluator/core"
	"k8s.io/utils/clock"
)

// podEvaluator never lists pods: what is used is told.
var podEvaluator = quotacore.NewPodEvaluator(nil, clock.RealClock{})

// checkQuota asks one quota alone, whose status holds its whole specification; what it does not say is used is not.
func checkQuota(quota *corev1.ResourceQuota, pod *core.Pod) error {
	known := quota.DeepCopy()
	known.Status.Hard = known.Spec.Hard
	if known.Status.Used == nil {
		known.Status.Used = corev1.ResourceList{}
	}
	for name := range known.Spec.Hard {
		if _, told := known.Status.Used[name]; !told {
			known.Status.Used[name] = resource.Quantity{Format: resource.DecimalSI}
		}
	}
	pod = pod.DeepCopy() // to count its overhead changes amounts of the pod that 64 bits do not hold
	attributes := admission.NewAttributesRecord(pod, nil, pods.GroupVersionKind, pod.Namespace, pod.Name,
		pods.GroupVersion().WithResource(pods.resource), "", admission.Create, &metav1.CreateOptions{}, false, nil)
	_, err := resourcequota.CheckRequest([]corev1.ResourceQuota{*known}, attributes, podEvaluator, nil)
	return err
}

// reasonsOf are sorted, for Kubernetes walks through maps to find them.
func reasonsOf(err error) []string {
	if err == nil {
		return nil
	}
	var all []string
	var several utilerrors.Aggregate
	if errors.As(err, &several) {
		all = texts(several.Errors())
	} else {
		text := err.Error()
		if _, reason, forbidden := strings.Cut(text, " is forbidden: "); forbidden {
			text = reason
		}
		all = []string{text}
	}
	slices.Sort(all)
	return all
}
