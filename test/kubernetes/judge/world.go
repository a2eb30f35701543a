package main

import (
	"encoding/json"
	"fmt"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/kubernetes/pkg/scheduler/framework"
)

// world is the nodes of a question with what runs there, and the DaemonSets that want to.
type world struct {
	nodes      []*framework.NodeInfo
	sets       []*appsv1.DaemonSet
	priorities map[string]int32
}

func readWorld(r request) (*world, error) {
	w := &world{priorities: map[string]int32{
		"system-node-critical":    2000001000,
		"system-cluster-critical": 2000000000,
	}}
	for class, value := range r.PriorityClasses {
		w.priorities[class] = value
	}
	for i, raw := range r.Nodes {
		node, err := item[*corev1.Node]("nodes", i, raw, "Node")
		if err != nil {
			return nil, err
		}
		info := framework.NewNodeInfo()
		info.SetNode(node)
		w.nodes = append(w.nodes, info)
	}
	for i, raw := range r.Pods {
		pod, err := item[*corev1.Pod]("pods", i, raw, "Pod")
		if err != nil {
			return nil, err
		}
		for _, node := range w.nodes {
			if node.Node().Name == pod.Spec.NodeName {
				node.AddPod(pod)
			}
		}
	}
	for i, raw := range r.DaemonSets {
		document, err := object(fmt.Sprintf("daemonSets[%d]", i), raw)
		if err != nil {
			return nil, err
		}
		set, err := storedDaemonSet(document)
		if err != nil {
			return nil, fmt.Errorf("daemonSets[%d]: %w", i, err)
		}
		if set.Namespace == "" {
			set.Namespace = corev1.NamespaceDefault
		}
		w.sets = append(w.sets, set)
	}
	return w, nil
}

func item[T runtime.Object](list string, i int, raw json.RawMessage, kindName string) (T, error) {
	var none T
	name := fmt.Sprintf("%s[%d]", list, i)
	document, err := object(name, raw)
	if err != nil {
		return none, err
	}
	typed, err := decodeAs[T](document, corev1.SchemeGroupVersion.WithKind(kindName))
	if err != nil {
		return none, fmt.Errorf("%s: %w", name, err)
	}
	return typed, nil
}

// priority is the one that admission would give the pod.
func (w *world) priority(spec *corev1.PodSpec) int32 {
	if spec.Priority != nil {
		return *spec.Priority
	}
	return w.priorities[spec.PriorityClassName]
}
