package main

import (
	"slices"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/controller/daemon"
	"k8s.io/kubernetes/pkg/scheduler"
	"k8s.io/kubernetes/pkg/scheduler/framework"
)

// placement is one DaemonSet on all nodes.
type placement struct {
	DaemonSet string  `json:"daemonSet"`
	Nodes     []onOne `json:"nodes"`
}

// onOne is one DaemonSet on one node; admitted only where it should run.
type onOne struct {
	Node           string   `json:"node"`
	ShouldRun      bool     `json:"shouldRun"`
	ShouldContinue bool     `json:"shouldContinue"`
	Admitted       bool     `json:"admitted"`
	Reasons        []string `json:"reasons,omitempty"`
}

func opPlace(r request) (any, error) {
	w, err := readWorld(r)
	if err != nil {
		return nil, err
	}
	order := make([]int, len(w.sets))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return int(w.priority(&w.sets[b].Spec.Template.Spec)) - int(w.priority(&w.sets[a].Spec.Template.Spec))
	})
	placements := make([]placement, len(w.sets))
	for _, i := range order {
		if placements[i], err = w.place(w.sets[i]); err != nil {
			return nil, err
		}
	}
	return map[string]any{"placements": placements}, nil
}

// place puts a DaemonSet's pods on the nodes that admit them. Nothing is preempted.
func (w *world) place(set *appsv1.DaemonSet) (placement, error) {
	p := placement{DaemonSet: set.Namespace + "/" + set.Name, Nodes: []onOne{}}
	for _, node := range w.nodes {
		run, stay := daemon.NodeShouldRunDaemonPod(klog.Background(), node.Node(), set)
		one := onOne{Node: node.Node().Name, ShouldRun: run, ShouldContinue: stay}
		if run {
			pod, err := podFor(set, node.Node().Name)
			if err != nil {
				return p, err
			}
			one.Reasons = admit(node, pod)
			one.Admitted = len(one.Reasons) == 0
		}
		p.Nodes = append(p.Nodes, one)
	}
	return p, nil
}

func admit(node *framework.NodeInfo, pod *corev1.Pod) []string {
	var reasons []string
	for _, result := range scheduler.AdmissionCheck(pod, node, true) {
		reason := result.Reason
		if result.InsufficientResource != nil {
			reason = result.InsufficientResource.Reason
		}
		reasons = append(reasons, reason)
	}
	if len(reasons) == 0 {
		pod.Spec.NodeName = node.Node().Name
		node.AddPod(pod)
	}
	return reasons
}
