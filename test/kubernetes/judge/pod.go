package main

import (
	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/controller"
	daemonutil "k8s.io/kubernetes/pkg/controller/daemon/util"
	"k8s.io/kubernetes/pkg/registry/core/pod"
)

// pods are asked about through the DaemonSet that makes them.
var pods = kind{corev1.SchemeGroupVersion.WithKind("Pod"), "pods", pod.Strategy}

// podFor makes the pod that the DaemonSet controller would post for a node, with Kubernetes' defaults.
func podFor(set *appsv1.DaemonSet, node string) (*corev1.Pod, error) {
	generation, err := daemonutil.GetTemplateGeneration(set)
	if err != nil {
		generation = nil // as the controller does
	}
	const hash = "5d9c7b8f6c" // stands in for the real one: no answer depends on it
	template := daemonutil.CreatePodTemplate(set.Spec.Template, generation, hash)
	template.Spec.Affinity = daemonutil.ReplaceDaemonSetPodNodeNameNodeAffinity(template.Spec.Affinity, node)
	owner := metav1.NewControllerRef(set, appsv1.SchemeGroupVersion.WithKind("DaemonSet"))
	pod, err := controller.GetPodFromTemplate(&template, set, owner)
	if err != nil {
		return nil, err
	}
	pod.Namespace = set.Namespace
	if pod.Spec.ServiceAccountName == "" {
		pod.Spec.ServiceAccountName = "default" // the ServiceAccount admission plugin comes before validation
	}
	legacyscheme.Scheme.Default(pod)
	return pod, nil
}

// named is a stored DaemonSet with the name that the server made up, where it has none.
func named(k kind, set *appsv1.DaemonSet) *appsv1.DaemonSet {
	copied := *set
	if set.Name == "" {
		copied.Name = generatedName(k.strategy, set.GenerateName)
	}
	return &copied
}

// podVerdict is about the pod of an accepted DaemonSet: a template may pass whose every pod is refused.
type podVerdict struct {
	Accepted bool      `json:"accepted"`
	Errors   []problem `json:"errors,omitempty"`
	Levels   []span    `json:"levels,omitempty"`
}

func judgePod(set *appsv1.DaemonSet, levels bool) podVerdict {
	pod, err := podFor(set, "node")
	if err != nil {
		return podVerdict{Errors: whole(err)}
	}
	c := create(pods, pod)
	v := podVerdict{Accepted: len(c.problems) == 0, Errors: c.problems}
	if !levels || c.internal == nil {
		return v
	}
	created, err := toVersioned(pods, c.internal)
	if err != nil {
		v.Accepted, v.Errors = false, append(v.Errors, whole(err)...)
		return v
	}
	v.Levels = podSecurity(created.(*corev1.Pod))
	return v
}
