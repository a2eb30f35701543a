// Command endpointslices says which EndpointSlices Kubernetes' controller makes of a Service and its pods: for each line of JSON
// { service, pods, nodes, slices } on its input, where slices are those that there are, a line with those that there must be.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	corev1 "k8s.io/api/core/v1"
	discovery "k8s.io/api/discovery/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes/fake"
	corelisters "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/record"
	"k8s.io/endpointslice"
	"k8s.io/endpointslice/util"
	"k8s.io/klog/v2"
)

type state struct {
	Service *corev1.Service            `json:"service"`
	Pods    []*corev1.Pod              `json:"pods"`
	Nodes   []*corev1.Node             `json:"nodes"`
	Slices  []*discovery.EndpointSlice `json:"slices"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	output := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var now state
		err := json.Unmarshal(lines.Bytes(), &now)
		var slices []discovery.EndpointSlice
		if err == nil {
			slices, err = reconciled(now)
		}
		if err == nil {
			err = output.Encode(slices)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "endpointslices:", err)
			os.Exit(1)
		}
	}
}

func reconciled(now state) ([]discovery.EndpointSlice, error) {
	client := fake.NewClientset()
	for _, slice := range now.Slices {
		if err := client.Tracker().Add(slice); err != nil {
			return nil, err
		}
	}
	nodes := cache.NewIndexer(cache.MetaNamespaceKeyFunc, cache.Indexers{})
	for _, node := range now.Nodes {
		if err := nodes.Add(node); err != nil {
			return nil, err
		}
	}
	// 100 and the gate are what the controller has by default.
	reconciler := endpointslice.NewReconciler(client, corelisters.NewNodeLister(nodes), 100, util.NewEndpointSliceTracker(), nil,
		record.NewFakeRecorder(100), "endpointslice-controller.k8s.io", endpointslice.WithPreferSameTrafficDistributionEnabled(true))
	if err := reconciler.Reconcile(klog.Background(), now.Service, now.Pods, now.Slices, time.Now()); err != nil {
		return nil, err
	}
	list, err := client.DiscoveryV1().EndpointSlices(now.Service.Namespace).List(context.Background(), metav1.ListOptions{})
	if err != nil {
		return nil, err
	}
	for i := range list.Items {
		slice := &list.Items[i]
		slice.ManagedFields = nil
		// The API server would give a name.
		if slice.Name == "" {
			slice.Name = fmt.Sprintf("%s%d", slice.GenerateName, i)
		}
	}
	return list.Items, nil
}
