package main

import (
	"encoding/json"

	appsv1 "k8s.io/api/apps/v1"
	"k8s.io/apimachinery/pkg/runtime"
)

// verdict is what comes of creating an object.
type verdict struct {
	Accepted     bool            `json:"accepted"`
	Stage        string          `json:"stage,omitempty"` // that refused: decode or validate
	Errors       []problem       `json:"errors,omitempty"`
	DecodeErrors []string        `json:"decodeErrors,omitempty"`
	Warnings     []string        `json:"warnings,omitempty"`
	Defaulted    json.RawMessage `json:"defaulted,omitempty"`
	Pod          *podVerdict     `json:"pod,omitempty"`
}

func opCheck(r request) (any, error) {
	document, err := r.document()
	if err != nil {
		return nil, err
	}
	v, _, err := check(document, r.Levels)
	return v, err
}

// check also hands over the object, as far as it could be read.
func check(document []byte, levels bool) (verdict, runtime.Object, error) {
	object, k, err := decodeKnown(document)
	if texts, ok := asRefused(err); ok {
		return verdict{Stage: "decode", DecodeErrors: texts}, nil, nil
	}
	if err != nil {
		return verdict{}, nil, err
	}
	c := create(k, object)
	v := verdict{Accepted: len(c.problems) == 0, Errors: c.problems, Warnings: c.warnings}
	if !v.Accepted {
		v.Stage = "validate"
		return v, object, nil
	}
	stored, err := toVersioned(k, c.internal)
	if err != nil {
		return v, object, err
	}
	if set, ok := stored.(*appsv1.DaemonSet); ok {
		pod := judgePod(named(k, set), levels)
		v.Pod = &pod
	}
	v.Defaulted, err = render(stored)
	return v, stored, err
}
