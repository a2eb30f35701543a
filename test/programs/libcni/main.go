// Command libcni reads network configurations as container runtimes do, with the reference library.
//
//	libcni read FILE              the network of a configuration list
//	libcni runtime CONF… -- BIN…  the network that a runtime takes of the directories: the first file by name; every program must be there
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/containernetworking/cni/libcni"
	"github.com/containernetworking/cni/pkg/invoke"
	"github.com/containernetworking/cni/pkg/utils"
)

type network struct {
	Name       string   `json:"name"`
	CNIVersion string   `json:"cniVersion"`
	Plugins    []string `json:"plugins"`
}

func main() {
	found, err := run(os.Args[1:])
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(found)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "libcni:", err)
		os.Exit(1)
	}
}

func run(args []string) (*network, error) {
	switch {
	case len(args) == 2 && args[0] == "read":
		return read(args[1])
	case len(args) == 4 && args[0] == "runtime" && args[2] == "--":
		return asRuntime(args[1], args[3])
	}
	return nil, errors.New("want: read FILE, or runtime CONF -- BIN")
}

func read(file string) (*network, error) {
	if filepath.Ext(file) != ".conflist" {
		plugin, err := libcni.ConfFromFile(file)
		if err != nil {
			return nil, err
		}
		list, err := libcni.ConfListFromConf(plugin)
		if err != nil {
			return nil, err
		}
		return of(list)
	}
	list, err := libcni.ConfListFromFile(file)
	if err != nil {
		return nil, err
	}
	return of(list)
}

func of(list *libcni.NetworkConfigList) (*network, error) {
	if err := utils.ValidateNetworkName(list.Name); err != nil {
		return nil, err
	}
	found := network{Name: list.Name, CNIVersion: list.CNIVersion}
	for _, plugin := range list.Plugins {
		found.Plugins = append(found.Plugins, plugin.Network.Type)
		if plugin.Network.IPAM.Type != "" {
			found.Plugins = append(found.Plugins, plugin.Network.IPAM.Type)
		}
	}
	return &found, nil
}

// asRuntime answers nothing where there is no configuration yet.
func asRuntime(conf, bin string) (*network, error) {
	files, err := libcni.ConfFiles(conf, []string{".conf", ".conflist", ".json"})
	if err != nil || len(files) == 0 {
		return nil, err
	}
	slices.Sort(files)
	found, err := read(files[0])
	if err != nil {
		return nil, err
	}
	for _, plugin := range found.Plugins {
		if _, err := invoke.FindInPath(plugin, []string{bin}); err != nil {
			return nil, err
		}
	}
	return found, nil
}
