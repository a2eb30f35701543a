package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

var ops = map[string]func(request) (any, error){
	"check":            opCheck,
	"default":          opDefault,
	"place":            opPlace,
	"update":           opUpdate,
	"identical":        opIdentical,
	"quantity":         opQuantity,
	"quantities":       opQuantities,
	"selector":         opSelector,
	"namespace-policy": opNamespacePolicy,
	"limits":           opLimits,
	"fields":           opFields,
	"yaml":             opYAML,
}

// patience is far more than any question needs. A goroutine cannot be stopped, only given up.
const patience = 30 * time.Second

// answer gives one line for anything.
func answer(line []byte) []byte {
	var r request
	if text := bytes.TrimSpace(line); len(text) == 0 || text[0] != '{' {
		return failure(nil, errors.New("a question is a JSON object on one line"))
	}
	if err := json.Unmarshal(line, &r); err != nil {
		return failure(r.ID, err)
	}
	done := make(chan []byte, 1)
	go func() { done <- attempt(r) }()
	select {
	case text := <-done:
		return text
	case <-time.After(patience):
		return failure(r.ID, fmt.Errorf("no answer within %v", patience))
	}
}

func attempt(r request) (text []byte) {
	defer func() {
		if p := recover(); p != nil {
			text = failure(r.ID, fmt.Errorf("panic: %v", p))
		}
	}()
	op, known := ops[r.Op]
	if !known {
		return failure(r.ID, fmt.Errorf("unknown op %q", r.Op))
	}
	result, err := op(r)
	if err != nil {
		return failure(r.ID, err)
	}
	body, err := json.Marshal(result)
	if err != nil {
		return failure(r.ID, err)
	}
	return splice(r.ID, body)
}

func failure(id json.RawMessage, err error) []byte {
	body, _ := json.Marshal(map[string]string{"error": err.Error()})
	return splice(id, body)
}

// splice puts the id in front of the members of an answer. Every answer has at least one.
func splice(id json.RawMessage, body []byte) []byte {
	text, err := json.Marshal(id)
	if err != nil || len(id) == 0 {
		text = []byte("null")
	}
	line := append([]byte(`{"id":`), text...)
	return append(append(line, ','), body[1:]...)
}
