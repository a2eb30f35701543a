package fields

import "fmt"

// history is what the minors' sources say about one path.
type history struct {
	since   int
	comment string // of the newest minor
	gate    string // of the newest minor that names one: the comment line goes when the gate is about to
}

// read walks a kind's type (as "k8s.io/api/apps/v1", "DaemonSet") in every minor up to the newest.
func read(sources map[int]*source, newest int, pkg, name string) (map[string]*history, error) {
	paths := map[string]*history{}
	for minor := FirstMinor; minor <= newest; minor++ {
		seen := map[string]bool{}
		w := &walker{source: sources[minor], visit: func(path, comment string) {
			seen[path] = true
			h := paths[path]
			if h == nil {
				h = &history{since: minor}
				paths[path] = h
			}
			h.comment = comment
			if gate := directive(comment, "featureGate"); gate != "" {
				h.gate = gate
			}
		}}
		d, ok, err := w.lookup(pkg, name)
		if err != nil || !ok {
			return nil, fmt.Errorf("no %s.%s in 1.%d: %v", pkg, name, minor, err)
		}
		if w.fields(d, ""); w.err != nil {
			return nil, w.err
		}
		for path := range paths {
			if !seen[path] {
				delete(paths, path) // a field that left and came back counts from its return
			}
		}
	}
	return paths, nil
}
