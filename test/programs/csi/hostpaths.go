package main

import (
	"encoding/json"
	"fmt"
	"os"

	apps "k8s.io/api/apps/v1"
	v1 "k8s.io/api/core/v1"
	"k8s.io/kubernetes/pkg/volume"
	"k8s.io/kubernetes/pkg/volume/hostpath"
	"k8s.io/kubernetes/pkg/volume/util/hostutil"
	"k8s.io/mount-utils"
)

// node is what the volumes of a kubelet know of it.
type node struct {
	volume.VolumeHost
	volume.KubeletVolumeHost
}

func (node) GetMounter() mount.Interface { return mount.New("") }

func (node) GetHostUtil() hostutil.HostUtils { return hostutil.NewHostUtil() }

// hostPathsMain prepares the host paths of a DaemonSet on standard input as a kubelet does before it starts the pod, and says why one of
// them keeps the pod from starting: a list in JSON, empty where it starts.
func hostPathsMain() error {
	var daemonSet apps.DaemonSet
	if err := json.NewDecoder(os.Stdin).Decode(&daemonSet); err != nil {
		return err
	}
	plugin := hostpath.ProbeVolumePlugins(volume.VolumeConfig{})[0]
	if err := plugin.Init(node{}); err != nil {
		return err
	}
	failures := []string{}
	for _, one := range daemonSet.Spec.Template.Spec.Volumes {
		if one.HostPath == nil {
			continue
		}
		if err := setUp(plugin, one); err != nil {
			failures = append(failures, fmt.Sprintf("MountVolume.SetUp failed for volume %q : %v", one.Name, err))
		}
	}
	return json.NewEncoder(os.Stdout).Encode(failures)
}

func setUp(plugin volume.VolumePlugin, one v1.Volume) error {
	if one.HostPath.Type == nil {
		unset := v1.HostPathUnset
		one.HostPath.Type = &unset
	}
	mounter, err := plugin.NewMounter(volume.NewSpecFromVolume(&one), &v1.Pod{})
	if err != nil {
		return err
	}
	return mounter.SetUp(volume.MounterArgs{})
}
