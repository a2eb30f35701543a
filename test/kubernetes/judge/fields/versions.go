package fields

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
)

// FirstMinor is the oldest one told apart; what it has counts as always there.
const FirstMinor = 28

// releases picks the patch release to read of each minor. Which one does not matter, but the newest
// minor may have no other than the one this module is built from.
type releases struct {
	newest int
	patch  string // "37.1"
}

func (r releases) of(minor int) string {
	if minor == r.newest {
		return r.patch
	}
	return fmt.Sprintf("%d.1", minor)
}

// apis downloads one minor's API types.
func (r releases) apis(minor int) (*source, error) {
	modules := map[string]string{}
	for _, m := range []string{"k8s.io/api", "k8s.io/apimachinery"} {
		dir, err := download(m + "@v0." + r.of(minor))
		if err != nil {
			return nil, err
		}
		modules[m] = dir
	}
	return newSource(modules), nil
}

func download(module string) (string, error) {
	cmd := exec.Command("go", "mod", "download", "-json", module)
	cmd.Dir = os.TempDir() // outside this module, whose replace lines would answer for every version
	out, err := cmd.Output()
	var answer struct{ Dir, Error string }
	if json.Unmarshal(out, &answer) != nil || answer.Dir == "" {
		return "", fmt.Errorf("go mod download %s: %v %s", module, err, answer.Error)
	}
	return answer.Dir, nil
}
