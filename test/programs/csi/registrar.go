package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/kubernetes-csi/csi-lib-utils/connection"
	"github.com/kubernetes-csi/csi-lib-utils/rpc"
	"google.golang.org/grpc"
	registration "k8s.io/kubelet/pkg/apis/pluginregistration/v1"
)

type server struct {
	registration.UnimplementedRegistrationServer
	info *registration.PluginInfo
	end  chan<- error
}

func (s server) GetInfo(context.Context, *registration.InfoRequest) (*registration.PluginInfo, error) {
	return s.info, nil
}

// NotifyRegistrationStatus ends the program where the kubelet refuses the driver, so that its container starts anew.
func (s server) NotifyRegistrationStatus(_ context.Context, status *registration.RegistrationStatus) (*registration.RegistrationStatusResponse, error) {
	if !status.PluginRegistered {
		s.end <- fmt.Errorf("the kubelet refuses the driver: %s", status.Error)
	}
	return &registration.RegistrationStatusResponse{}, nil
}

// registrarMain does what node-driver-registrar does for a kubelet, whose module cannot be had: it has those flags of release 2.17 that
// are not deprecated, and knows no others.
func registrarMain() error {
	address := flag.String("csi-address", "/run/csi/socket", "socket of the driver, in this container")
	endpoint := flag.String("kubelet-registration-path", "", "socket of the driver, on the node")
	registry := flag.String("plugin-registration-path", "/registration", "registry of the kubelet, in this container")
	health := flag.String("http-endpoint", "", "where it tells that it is well")
	timeout := flag.Duration("timeout", time.Second, "how long it waits for the driver")
	flag.Parse()
	return register(*address, *endpoint, *registry, *health, *timeout)
}

func register(address, endpoint, registry, health string, timeout time.Duration) error {
	if endpoint == "" {
		return fmt.Errorf("kubelet-registration-path is required")
	}
	name, err := nameOf(address, timeout)
	if err != nil {
		return err
	}
	socket := fmt.Sprintf("%s/%s-reg.sock", registry, name)
	if err := os.Remove(socket); err != nil && !os.IsNotExist(err) {
		return err
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return err
	}
	end := make(chan error, 3)
	info := &registration.PluginInfo{Type: registration.CSIPlugin, Name: name, Endpoint: endpoint, SupportedVersions: []string{"1.0.0"}}
	plugin := grpc.NewServer()
	registration.RegisterRegistrationServer(plugin, server{info: info, end: end})
	go func() { end <- plugin.Serve(listener) }()
	if health != "" {
		go func() { end <- http.ListenAndServe(health, http.HandlerFunc(healthOf(socket))) }()
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	select {
	case err := <-end:
		return err
	case <-stop:
		return os.Remove(socket)
	}
}

// nameOf waits for the driver and asks it for its name.
func nameOf(address string, timeout time.Duration) (string, error) {
	conn, err := connection.ConnectWithoutMetrics(context.Background(), address)
	if err != nil {
		return "", err
	}
	defer func() { _ = conn.Close() }()
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	return rpc.GetDriverName(ctx, conn)
}

func healthOf(socket string) http.HandlerFunc {
	return func(answer http.ResponseWriter, request *http.Request) {
		if _, err := os.Stat(socket); err != nil || request.URL.Path != "/healthz" {
			answer.WriteHeader(http.StatusNotFound)
		}
	}
}
