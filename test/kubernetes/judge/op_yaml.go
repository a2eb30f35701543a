package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"k8s.io/apimachinery/pkg/runtime"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

// reading is what kubectl finds in a file; it stops at the first document that it cannot read.
type reading struct {
	Documents []json.RawMessage `json:"documents"`
	Failed    string            `json:"failed,omitempty"`
	Strict    string            `json:"strict,omitempty"` // what strict decoding of a single YAML document says
}

func opYAML(r request) (any, error) {
	text := r.Bytes
	if r.Text != nil {
		text = []byte(*r.Text)
	}
	found := reading{Documents: []json.RawMessage{}}
	decoder := utilyaml.NewYAMLOrJSONDecoder(bytes.NewReader(text), 4096) // as in k8s.io/cli-runtime
	for {
		var raw runtime.RawExtension
		err := decoder.Decode(&raw)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			found.Failed = err.Error()
			break
		}
		if body := bytes.TrimSpace(raw.Raw); len(body) > 0 && !bytes.Equal(body, []byte("null")) {
			found.Documents = append(found.Documents, body)
		}
	}
	if _, err := yaml.YAMLToJSONStrict(text); err != nil {
		found.Strict = err.Error()
	}
	return found, nil
}
