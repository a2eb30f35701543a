// Command judge asks Kubernetes' own code about manifests, without a cluster.
package main

import (
	"fmt"
	"os"
	"runtime/debug"

	"k8s.io/kubernetes/pkg/capabilities"

	"judge/fields"
)

const usage = `usage:
  judge                 answer JSON lines on standard input
  judge check FILE...   judge the objects in YAML or JSON files ("-" is standard input)
  judge fields          write the table of fields with its history
  judge version         name the Kubernetes release`

func main() {
	capabilities.Setup(true, 0) // as an API server with --allow-privileged
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400) // a third more answers per second for 20 MB
	}
	refused, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "judge:", err)
		os.Exit(2)
	}
	if refused {
		os.Exit(1)
	}
}

func run(args []string) (refused bool, err error) {
	switch {
	case len(args) == 0:
		return false, serve(os.Stdin, os.Stdout)
	case args[0] == "check" && len(args) > 1:
		return checkFiles(os.Stdout, args[1:])
	case args[0] == "fields" && len(args) == 1:
		table, err := fields.WithHistory(kubernetes, newestMinor, fieldKinds())
		if err != nil {
			return false, err
		}
		return false, table.Write(os.Stdout)
	case args[0] == "version" && len(args) == 1:
		_, err := fmt.Println(kubernetes)
		return false, err
	}
	return false, fmt.Errorf("unknown command\n%s", usage)
}
