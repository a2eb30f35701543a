package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
)

// documents splits a stream of YAML or JSON; what holds nothing but comments is none.
func documents(text []byte) ([][]byte, error) {
	next := yamlDocuments(text)
	if trimmed := bytes.TrimSpace(text); len(trimmed) > 0 && trimmed[0] == '{' {
		next = jsonDocuments(text)
	}
	var all [][]byte
	for {
		document, err := next()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		if !blank(document) {
			all = append(all, document)
		}
	}
}

func single(text string) ([]byte, error) {
	all, err := documents([]byte(text))
	if err != nil {
		return nil, err
	}
	if len(all) != 1 {
		return nil, fmt.Errorf("one document expected, got %d", len(all))
	}
	return all[0], nil
}

func yamlDocuments(text []byte) func() ([]byte, error) {
	return utilyaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(text))).Read
}

func jsonDocuments(text []byte) func() ([]byte, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	return func() ([]byte, error) {
		var raw json.RawMessage
		err := decoder.Decode(&raw)
		return raw, err
	}
}

func blank(document []byte) bool {
	for line := range bytes.Lines(document) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' && !bytes.Equal(line, []byte("---")) {
			return false
		}
	}
	return true
}
