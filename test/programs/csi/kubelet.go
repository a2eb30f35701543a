package main

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	v1 "k8s.io/api/core/v1"
	storage "k8s.io/api/storage/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/sets"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/tools/record"
	registration "k8s.io/kubelet/pkg/apis/pluginregistration/v1"
	"k8s.io/kubernetes/pkg/kubelet/config"
	"k8s.io/kubernetes/pkg/kubelet/pluginmanager"
	"k8s.io/kubernetes/pkg/volume"
	"k8s.io/kubernetes/pkg/volume/csi"
	volumetest "k8s.io/kubernetes/pkg/volume/testing"
)

const nodeName = "made-up-node"

type event struct {
	Registered string `json:"registered,omitempty"`
	NodeID     string `json:"nodeID,omitempty"`
	Mounted    string `json:"mounted,omitempty"`
	Failed     string `json:"failed,omitempty"`
}

// kubeletMain is as much of a kubelet as registers CSI drivers and mounts their volumes, in a cluster with the CSIDriver on standard input.
// It writes what happens to standard output, a line of JSON each, until it is ended.
func kubeletMain() error {
	root := flag.String("root-dir", "", "the directory of the kubelet")
	flag.Parse()
	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer cancel()
	var object storage.CSIDriver
	if err := json.NewDecoder(os.Stdin).Decode(&object); err != nil {
		return err
	}
	return watch(ctx, *root, &object)
}

// watch watches the registry of plugins below a root as a kubelet does, and has each driver that comes mount a volume.
func watch(ctx context.Context, root string, object *storage.CSIDriver) error {
	client := fake.NewClientset(&v1.Node{ObjectMeta: metav1.ObjectMeta{Name: nodeName, UID: "made-up"}}, object)
	plugins := csi.ProbeVolumePlugins()
	cluster := informers.NewSharedInformerFactory(client, time.Minute)
	lister := cluster.Storage().V1().CSIDrivers().Lister()
	cluster.Start(ctx.Done())
	cluster.WaitForCacheSync(ctx.Done())
	volumetest.NewFakeKubeletVolumeHostWithCSINodeName(&testing.T{}, root, client, plugins, nodeName, lister, nil)
	manager := pluginmanager.NewPluginManager(filepath.Join(root, "plugins_registry"), record.NewFakeRecorder(100))
	manager.AddHandler(registration.CSIPlugin, csi.PluginHandler)
	sources := config.NewSourcesReady(func(sets.Set[string]) bool { return true })
	go manager.Run(ctx, sources, ctx.Done())
	known := map[string]bool{}
	for {
		drivers, err := driversOf(ctx, client)
		if err != nil {
			return err
		}
		for _, driver := range drivers {
			if !known[driver.Name] {
				known[driver.Name] = true
				say(event{Registered: driver.Name, NodeID: driver.NodeID})
				say(mountFor(plugins[0], object))
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// driversOf lists what the kubelet tells the API server that the node has.
func driversOf(ctx context.Context, client kubernetes.Interface) ([]storage.CSINodeDriver, error) {
	nodes, err := client.StorageV1().CSINodes().List(ctx, metav1.ListOptions{})
	if err != nil || len(nodes.Items) == 0 {
		return nil, err
	}
	return nodes.Items[0].Spec.Drivers, nil
}

// mountFor has a driver mount a volume for a pod: one that the pod brings, where the driver can do that, otherwise that of a claim.
func mountFor(plugin volume.VolumePlugin, object *storage.CSIDriver) event {
	pod := &v1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "made-up-pod", Namespace: "made-up", UID: "made-up-uid"}}
	mounter, err := plugin.NewMounter(volumeOf(object), pod)
	if err == nil {
		err = mounter.SetUp(volume.MounterArgs{})
	}
	if err != nil {
		return event{Failed: err.Error()}
	}
	return event{Mounted: mounter.GetPath()}
}

func volumeOf(object *storage.CSIDriver) *volume.Spec {
	if slices.Contains(object.Spec.VolumeLifecycleModes, storage.VolumeLifecycleEphemeral) {
		inline := &v1.CSIVolumeSource{Driver: object.Name, VolumeAttributes: map[string]string{"size": "1Mi"}}
		return volume.NewSpecFromVolume(&v1.Volume{Name: "made-up-volume", VolumeSource: v1.VolumeSource{CSI: inline}})
	}
	source := &v1.CSIPersistentVolumeSource{Driver: object.Name, VolumeHandle: "1"}
	return volume.NewSpecFromPersistentVolume(&v1.PersistentVolume{
		ObjectMeta: metav1.ObjectMeta{Name: "made-up-volume"},
		Spec:       v1.PersistentVolumeSpec{PersistentVolumeSource: v1.PersistentVolumeSource{CSI: source}},
	}, false)
}

func say(what event) {
	_ = json.NewEncoder(os.Stdout).Encode(what)
}
