package fields

import (
	"fmt"
	"reflect"
	"strings"
)

// Kind is a kind with the Go type that serializes it.
type Kind struct {
	Name string // "apps/v1 DaemonSet"
	Type reflect.Type
}

// Current is the table that this binary's own types give.
func Current(kubernetes string, kinds []Kind) Table {
	t := Table{kubernetes, map[string][]Field{}}
	for _, k := range kinds {
		t.Kinds[k.Name] = Of(k.Type)
	}
	return t
}

// WithHistory adds what only the sources of all minors tell. It downloads them.
func WithHistory(kubernetes string, newest int, kinds []Kind) (Table, error) {
	t := Current(kubernetes, kinds)
	r := releases{newest, strings.TrimPrefix(kubernetes, "1.")}
	sources := map[int]*source{}
	for minor := FirstMinor; minor <= newest; minor++ {
		s, err := r.apis(minor)
		if err != nil {
			return t, err
		}
		sources[minor] = s
	}
	gates, err := r.gates()
	if err != nil {
		return t, err
	}
	for _, k := range kinds {
		paths, err := read(sources, newest, k.Type.PkgPath(), k.Type.Name())
		if err != nil {
			return t, err
		}
		if len(paths) != len(t.Kinds[k.Name]) {
			return t, fmt.Errorf("%s: %d paths in the source, %d in the type", k.Name, len(paths), len(t.Kinds[k.Name]))
		}
		for i := range t.Kinds[k.Name] {
			row := &t.Kinds[k.Name][i]
			h, ok := paths[row.Path]
			if !ok {
				return t, fmt.Errorf("%s: %s is in the type, not in the source", k.Name, row.Path)
			}
			if err := row.add(h, gates); err != nil {
				return t, err
			}
		}
	}
	return t, nil
}

func (row *Field) add(h *history, gates map[string]string) error {
	row.Since = fmt.Sprintf("1.%d", h.since)
	row.List = listType(h.comment)
	row.Gate = gateOf(row.Path, h.gate)
	enabled, known := gates[row.Gate]
	if row.Gate != "" && !known {
		return fmt.Errorf("%s: no feature gate %q in the tables", row.Path, row.Gate)
	}
	row.Enabled = enabled
	return nil
}
