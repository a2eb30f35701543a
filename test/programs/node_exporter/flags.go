//go:build flags

// Built beside node_exporter's own main, this file has it print its flags where it would start.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/alecthomas/kingpin/v2"
	"github.com/prometheus/common/version"
)

type flagRow struct {
	Type       string   `json:"type"`
	Default    []string `json:"default,omitempty"`
	Env        string   `json:"env,omitempty"`
	Repeatable bool     `json:"repeatable,omitempty"`
	Hidden     bool     `json:"hidden,omitempty"`
	Help       string   `json:"help"`
}

func init() {
	kingpin.CommandLine.PreAction(func(*kingpin.ParseContext) error {
		flags := map[string]flagRow{}
		for _, model := range kingpin.CommandLine.Model().Flags {
			cumulative, ok := model.Value.(interface{ IsCumulative() bool })
			flags[model.Name] = flagRow{
				Type:       typeOf(model),
				Default:    model.Default,
				Env:        model.Envar,
				Repeatable: ok && cumulative.IsCumulative(),
				Hidden:     model.Hidden,
				Help:       model.Help,
			}
		}
		out := json.NewEncoder(os.Stdout)
		out.SetEscapeHTML(false)
		if err := out.Encode(map[string]any{"version": version.Version, "flags": flags}); err != nil {
			return err
		}
		os.Exit(0)
		return nil
	})
}

// typeOf is what kingpin calls the value: bool, int, duration, string, accumulator ...
func typeOf(model *kingpin.FlagModel) string {
	name := fmt.Sprintf("%T", model.Value)
	return strings.TrimSuffix(name[strings.LastIndexAny(name, ".*")+1:], "Value")
}
