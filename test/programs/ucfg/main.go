// Reads a configuration as Beats do, with the variables of its environment, and writes what they see of it as JSON.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/elastic/go-ucfg"
	"github.com/elastic/go-ucfg/yaml"
)

func main() {
	options := []ucfg.Option{ucfg.PathSep("."), ucfg.ResolveEnv, ucfg.VarExp}
	config, err := yaml.NewConfigWithFile(os.Args[1], options...)
	settings := map[string]interface{}{}
	if err == nil {
		err = config.Unpack(&settings, options...)
	}
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(settings)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
