// Command flannel says whether flannel reads a net-conf.json on standard input: its network as JSON out, otherwise the reason.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/flannel-io/flannel/pkg/subnet"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err == nil {
		err = judge(string(text))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "flannel:", err)
		os.Exit(1)
	}
}

func judge(text string) error {
	config, err := subnet.ParseConfig(text)
	if err != nil {
		return err
	}
	backend := config.Backend
	if err := subnet.CheckNetworkConfig(config); err != nil {
		return err
	}
	read := map[string]any{"backend": config.BackendType, "settings": backend, "nftables": config.EnableNFTables}
	if config.EnableIPv4 {
		read["network"] = config.Network.String()
	}
	if config.EnableIPv6 {
		read["networkV6"] = config.IPv6Network.String()
	}
	return json.NewEncoder(os.Stdout).Encode(read)
}
