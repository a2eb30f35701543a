package main

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// request is any question; each op reads the fields it needs.
type request struct {
	ID json.RawMessage `json:"id"`
	Op string          `json:"op"`

	Object json.RawMessage `json:"object"`
	Text   *string         `json:"text"`
	Bytes  []byte          `json:"bytes"`
	Levels bool            `json:"levels"`

	Old json.RawMessage `json:"old"`
	New json.RawMessage `json:"new"`
	A   json.RawMessage `json:"a"`
	B   json.RawMessage `json:"b"`

	Nodes           []json.RawMessage `json:"nodes"`
	DaemonSets      []json.RawMessage `json:"daemonSets"`
	Pods            []json.RawMessage `json:"pods"`
	PriorityClasses map[string]int32  `json:"priorityClasses"`

	Pod            json.RawMessage   `json:"pod"`
	DaemonSet      json.RawMessage   `json:"daemonSet"`
	LimitRanges    []json.RawMessage `json:"limitRanges"`
	ResourceQuotas []json.RawMessage `json:"resourceQuotas"`

	Texts    []string          `json:"texts"`
	Selector json.RawMessage   `json:"selector"`
	Labels   map[string]string `json:"labels"`
}

// document is the one manifest that a question is about.
func (r request) document() ([]byte, error) {
	if r.Text != nil {
		return single(*r.Text)
	}
	return object("object", r.Object)
}

// object insists on a JSON object: a list or a null would be read as YAML.
func object(name string, raw json.RawMessage) ([]byte, error) {
	if raw = bytes.TrimSpace(raw); len(raw) == 0 || raw[0] != '{' {
		return nil, fmt.Errorf("%q must be a JSON object", name)
	}
	return raw, nil
}
