package main

import (
	"encoding/json"
	"io"
	"os"

	storage "k8s.io/api/storage/v1"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	internal "k8s.io/kubernetes/pkg/apis/storage"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
	"k8s.io/kubernetes/pkg/apis/storage/validation"
)

// objectMain says why the API server refuses a CSIDriver on standard input: a list in JSON, empty where it takes it.
func objectMain() error {
	manifest, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(append([]string{}, refusals(manifest)...))
}

func refusals(manifest []byte) (errs []string) {
	strict := serializer.NewCodecFactory(legacyscheme.Scheme, serializer.EnableStrict).UniversalDeserializer()
	typed, _, err := strict.Decode(manifest, nil, &storage.CSIDriver{})
	if err != nil {
		return []string{err.Error()}
	}
	legacyscheme.Scheme.Default(typed)
	var object internal.CSIDriver
	if err := legacyscheme.Scheme.Convert(typed, &object, nil); err != nil {
		return []string{err.Error()}
	}
	for _, err := range validation.ValidateCSIDriver(&object) {
		errs = append(errs, err.Error())
	}
	return errs
}
