package main

import (
	"fmt"

	corev1 "k8s.io/api/core/v1"
	core "k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/plugin/pkg/admission/limitranger"
)

// limitsVerdict is what a namespace's LimitRanges and ResourceQuotas make of a pod. Each object is asked,
// also after another one refused.
type limitsVerdict struct {
	Accepted bool `json:"accepted"`
	// Errors are those of validation once the defaults of the LimitRanges are in.
	Errors         []problem           `json:"errors,omitempty"`
	LimitRanges    []limitAnswer       `json:"limitRanges"`
	ResourceQuotas []limitAnswer       `json:"resourceQuotas"`
	Containers     []resources         `json:"containers"`
	Usage          corev1.ResourceList `json:"usage"` // what a quota counts
}

type limitAnswer struct {
	Name     string   `json:"name"`
	Accepted bool     `json:"accepted"`
	Reasons  []string `json:"reasons,omitempty"`
}

// resources are those of a container with the defaults of the LimitRanges.
type resources struct {
	Name     string            `json:"name"`
	Requests core.ResourceList `json:"requests,omitempty"`
	Limits   core.ResourceList `json:"limits,omitempty"`
}

func opLimits(r request) (any, error) {
	pod, err := limitedPod(r)
	if err != nil {
		return nil, err
	}
	ranges, err := stored[corev1.LimitRange]("limitRanges", r.LimitRanges, "LimitRange")
	if err != nil {
		return nil, err
	}
	quotas, err := stored[corev1.ResourceQuota]("resourceQuotas", r.ResourceQuotas, "ResourceQuota")
	if err != nil {
		return nil, err
	}
	internal, err := toInternal(pods, pod)
	if err != nil {
		return nil, err
	}
	for _, limitRange := range ranges {
		if err := limitranger.PodMutateLimitFunc(limitRange, internal.(*core.Pod)); err != nil {
			return nil, err
		}
	}
	versioned, err := toVersioned(pods, internal)
	if err != nil {
		return nil, err
	}
	c := create(pods, versioned)
	created, ok := c.internal.(*core.Pod)
	if !ok {
		return nil, fmt.Errorf("the pod cannot be made: %v", c.problems)
	}
	return judgeLimits(created, c.problems, ranges, quotas)
}

func judgeLimits(pod *core.Pod, problems []problem, ranges []*corev1.LimitRange, quotas []*corev1.ResourceQuota) (any, error) {
	v := limitsVerdict{Accepted: len(problems) == 0, Errors: problems, LimitRanges: []limitAnswer{}, ResourceQuotas: []limitAnswer{}}
	for _, list := range [][]core.Container{pod.Spec.Containers, pod.Spec.InitContainers} {
		for _, c := range list {
			v.Containers = append(v.Containers, resources{c.Name, c.Resources.Requests, c.Resources.Limits})
		}
	}
	for _, limitRange := range ranges {
		reasons := reasonsOf(limitranger.PodValidateLimitFunc(limitRange, pod))
		v.LimitRanges = append(v.LimitRanges, limitAnswer{limitRange.Name, reasons == nil, reasons})
		v.Accepted = v.Accepted && reasons == nil
	}
	for _, quota := range quotas {
		reasons := reasonsOf(checkQuota(quota, pod))
		v.ResourceQuotas = append(v.ResourceQuotas, limitAnswer{quota.Name, reasons == nil, reasons})
		v.Accepted = v.Accepted && reasons == nil
	}
	var err error
	v.Usage, err = podEvaluator.Usage(pod.DeepCopy())
	return v, err
}
