package main

import (
	"errors"
	"fmt"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
)

// limitedPod is the pod of the question, or the one that the controller makes of its DaemonSet.
func limitedPod(r request) (*corev1.Pod, error) {
	if (r.Pod == nil) == (r.DaemonSet == nil) {
		return nil, errors.New(`either "pod" or "daemonSet" must be given`)
	}
	if r.Pod != nil {
		document, err := object("pod", r.Pod)
		if err != nil {
			return nil, err
		}
		return decodeAs[*corev1.Pod](document, pods.GroupVersionKind)
	}
	document, err := object("daemonSet", r.DaemonSet)
	if err != nil {
		return nil, err
	}
	decoded, k, err := decodeKnown(document)
	if err != nil {
		return nil, err
	}
	c := create(k, decoded)
	if len(c.problems) > 0 {
		return nil, fmt.Errorf("the DaemonSet is refused: %v", c.problems)
	}
	stored, err := toVersioned(k, c.internal)
	if err != nil {
		return nil, err
	}
	set, ok := stored.(*appsv1.DaemonSet)
	if !ok {
		return nil, fmt.Errorf("%q must be a DaemonSet", "daemonSet")
	}
	return podFor(named(k, set), "node")
}
