// Command csi is, by the name that it is called by, a part of a node that CSI drivers meet, or one that they bring.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	program := filepath.Base(os.Args[0])
	run, known := map[string]func() error{
		"csi":           kubeletMain,
		"driver":        driverMain,
		"hostpaths":     hostPathsMain,
		"livenessprobe": livenessProbeMain,
		"registrar":     registrarMain,
	}[program]
	if !known {
		fmt.Fprintln(os.Stderr, "csi: called by no name that it knows")
		os.Exit(2)
	}
	if err := run(); err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", program, err)
		os.Exit(1)
	}
}
