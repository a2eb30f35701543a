package main

import (
	"bytes"
	"encoding/json"
	"reflect"

	appsv1 "k8s.io/api/apps/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
)

// render writes a versioned object without what the server alone writes. It changes the object.
func render(object runtime.Object) (json.RawMessage, error) {
	m, err := meta.Accessor(object)
	if err != nil {
		return nil, err
	}
	m.SetUID("")
	m.SetCreationTimestamp(metav1.Time{})
	m.SetGeneration(0)
	m.SetManagedFields(nil)
	if annotations := m.GetAnnotations(); annotations != nil {
		delete(annotations, appsv1.DeprecatedTemplateGeneration)
		if len(annotations) == 0 {
			m.SetAnnotations(nil)
		}
	}
	return withoutStatus(object)
}

// withoutStatus cuts the text: the status is the last field of every kind that has one.
func withoutStatus(object runtime.Object) (json.RawMessage, error) {
	status := reflect.ValueOf(object).Elem().FieldByName("Status")
	if !status.IsValid() {
		return json.Marshal(object)
	}
	status.SetZero()
	text, err := json.Marshal(object)
	if err != nil {
		return nil, err
	}
	empty, err := json.Marshal(status.Interface())
	if err != nil {
		return nil, err
	}
	if cut, found := bytes.CutSuffix(text, append(append([]byte(`,"status":`), empty...), '}')); found {
		return append(cut, '}'), nil
	}
	return text, nil
}
