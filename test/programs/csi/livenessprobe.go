package main

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"time"

	"github.com/kubernetes-csi/csi-lib-utils/connection"
	"github.com/kubernetes-csi/csi-lib-utils/rpc"
)

// livenessProbeMain does what the livenessprobe of CSI does for a kubelet, whose module cannot be had: it has those flags of release
// 2.19 that are not deprecated, and knows no others.
func livenessProbeMain() error {
	address := flag.String("csi-address", "/run/csi/socket", "socket of the driver")
	timeout := flag.Duration("probe-timeout", 3*time.Second, "how long the driver may take")
	health := flag.String("http-endpoint", "", "where it tells whether the driver is well")
	flag.Parse()
	http.HandleFunc("/healthz", func(answer http.ResponseWriter, request *http.Request) {
		if err := probe(request.Context(), *address, *timeout); err != nil {
			http.Error(answer, err.Error(), http.StatusInternalServerError)
		}
	})
	return http.ListenAndServe(*health, nil)
}

func probe(parent context.Context, address string, timeout time.Duration) error {
	ctx, cancel := context.WithTimeout(parent, timeout)
	defer cancel()
	conn, err := connection.ConnectWithoutMetrics(ctx, address, connection.WithTimeout(timeout))
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	ready, err := rpc.Probe(ctx, conn)
	if err == nil && !ready {
		return fmt.Errorf("the driver is not ready")
	}
	return err
}
