package main

import (
	"bytes"
	"errors"
	"fmt"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
)

// strict decoders refuse unknown and duplicate fields, as the API server does under fieldValidation=Strict.
var (
	strictJSON = strictDecoder(false)
	strictYAML = strictDecoder(true)
)

func strictDecoder(yaml bool) runtime.Decoder {
	scheme := legacyscheme.Scheme
	return json.NewSerializerWithOptions(json.DefaultMetaFactory, scheme, scheme, json.SerializerOptions{Yaml: yaml, Strict: true})
}

// refused is a document that names its kind, and that the API server would not decode.
type refused []string

func (r refused) Error() string { return fmt.Sprintf("strict decoding error: %q", []string(r)) }

// decode reads one document; an error that is not refused is one of the question, not of the manifest.
func decode(document []byte, defaultKind *schema.GroupVersionKind) (runtime.Object, *schema.GroupVersionKind, error) {
	document = bytes.TrimSpace(document)
	if err := harmless(document); err != nil {
		return nil, nil, err
	}
	decoder := strictYAML
	if len(document) > 0 && document[0] == '{' {
		decoder = strictJSON
	}
	object, gvk, err := decoder.Decode(document, defaultKind, nil)
	if err == nil {
		return object, gvk, nil
	}
	if gvk == nil || gvk.Kind == "" {
		return nil, nil, err
	}
	if runtime.IsNotRegisteredError(err) {
		return nil, nil, unknownKind(*gvk)
	}
	return nil, gvk, refusal(err)
}

func refusal(err error) refused {
	strict, ok := runtime.AsStrictDecodingError(err)
	if !ok {
		return refused{err.Error()}
	}
	return texts(strict.Errors())
}

// decodeKnown reads a document of a kind in the table, and applies Kubernetes' defaults.
func decodeKnown(document []byte) (runtime.Object, kind, error) {
	object, gvk, err := decode(document, nil)
	if gvk == nil {
		return nil, kind{}, err
	}
	k, known := kindOf(*gvk)
	if !known {
		return nil, kind{}, unknownKind(*gvk)
	}
	if err != nil {
		return nil, k, err
	}
	legacyscheme.Scheme.Default(object)
	return object, k, nil
}

// decodeAs reads a document that must be one certain kind, which it need not name.
func decodeAs[T runtime.Object](document []byte, gvk schema.GroupVersionKind) (T, error) {
	var none T
	object, found, err := decode(document, &gvk)
	if err != nil {
		return none, err
	}
	typed, ok := object.(T)
	if !ok {
		return none, fmt.Errorf("expected a %s, got a %s", gvk.Kind, found.Kind)
	}
	legacyscheme.Scheme.Default(typed)
	return typed, nil
}

func unknownKind(gvk schema.GroupVersionKind) error {
	return fmt.Errorf("unknown kind %s %s", gvk.GroupVersion(), gvk.Kind)
}

func asRefused(err error) (refused, bool) {
	var r refused
	ok := errors.As(err, &r)
	return r, ok
}
