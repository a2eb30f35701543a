package fields

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Write gives each row a line of its own, so that a new minor reads as a diff.
func (t Table) Write(out io.Writer) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "{\n\"kubernetes\": %q,\n\"kinds\": {", t.Kubernetes)
	names := slices.Sorted(maps.Keys(t.Kinds))
	for i, name := range names {
		fmt.Fprintf(w, "%s\n%q: [", comma(i), name)
		for j, row := range t.Kinds[name] {
			line, err := json.Marshal(row)
			if err != nil {
				return err
			}
			fmt.Fprintf(w, "%s\n%s", comma(j), line)
		}
		fmt.Fprint(w, "\n]")
	}
	fmt.Fprint(w, "\n}\n}\n")
	return w.Flush()
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}
