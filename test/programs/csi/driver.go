package main

import (
	"context"
	"flag"
	"net"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"k8s.io/kubernetes/test/e2e/storage/drivers/csi-test/driver"
	"k8s.io/kubernetes/test/e2e/storage/drivers/csi-test/mock/service"
)

// driverOfNode calls the node as it was told to.
type driverOfNode struct {
	service.Service
	id string
}

func (n driverOfNode) NodeGetInfo(context.Context, *csi.NodeGetInfoRequest) (*csi.NodeGetInfoResponse, error) {
	return &csi.NodeGetInfoResponse{NodeId: n.id}, nil
}

// NodePublishVolume makes the directory of an inline volume, which the driver that it stands on does not.
func (n driverOfNode) NodePublishVolume(ctx context.Context, request *csi.NodePublishVolumeRequest) (*csi.NodePublishVolumeResponse, error) {
	if request.VolumeContext["csi.storage.k8s.io/ephemeral"] == "true" {
		return &csi.NodePublishVolumeResponse{}, os.Mkdir(request.TargetPath, 0o750)
	}
	return n.Service.NodePublishVolume(ctx, request)
}

// driverMain is the CSI driver that Kubernetes tests itself with, with the flags of the host-path driver that our manifests give.
func driverMain() error {
	endpoint := flag.String("endpoint", "unix:///tmp/csi.sock", "where it listens")
	id := flag.String("nodeid", "", "name of the node")
	name := flag.String("drivername", "hostpath.csi.k8s.io", "name of the driver")
	state := flag.String("statedir", "/csi-data-dir", "directory that it writes")
	flag.Func("capacity", "kind=size", func(string) error { return nil })
	flag.Int64("maxvolumespernode", 0, "limit of volumes")
	flag.Parse()
	return serve(strings.TrimPrefix(*endpoint, "unix://"), *name, *id, *state)
}

func serve(socket, name, id, state string) error {
	if err := os.WriteFile(state+"/state.json", []byte("{}"), 0o600); err != nil {
		return err
	}
	if err := os.Remove(socket); err != nil && !os.IsNotExist(err) {
		return err
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return err
	}
	one := driverOfNode{service.New(service.Config{DriverName: name, DisableAttach: true}), id}
	server := driver.NewCSIDriver(&driver.CSIDriverServers{Controller: one, Identity: one, Node: one})
	if err := server.Start(listener, nil); err != nil {
		return err
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	server.Stop()
	return nil
}
