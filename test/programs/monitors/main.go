// Command monitors says whether a cluster with the Prometheus operator takes an object: YAML or JSON on standard input, errors as JSON out.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	monitoring "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/api/validation"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"sigs.k8s.io/yaml"
)

func main() {
	manifest, err := io.ReadAll(os.Stdin)
	if err == nil {
		errs := judge(manifest)
		err = json.NewEncoder(os.Stdout).Encode(map[string]any{"accepted": len(errs) == 0, "errors": append([]string{}, errs...)})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "monitors:", err)
		os.Exit(2)
	}
}

// judge lists what speaks against the object: what the operator cannot read first, then what the API server refuses.
func judge(manifest []byte) (errs []string) {
	scheme := runtime.NewScheme()
	if err := monitoring.AddToScheme(scheme); err != nil {
		return []string{err.Error()}
	}
	strict := serializer.NewCodecFactory(scheme, serializer.EnableStrict).UniversalDeserializer()
	typed, kind, err := strict.Decode(manifest, nil, nil)
	if err != nil {
		errs = append(errs, err.Error())
	}
	if typed != nil {
		if object, err := meta.Accessor(typed); err != nil {
			errs = append(errs, err.Error())
		} else {
			if object.GetNamespace() == "" {
				object.SetNamespace("default") // as kubectl fills it in
			}
			errs = append(errs, texts(validation.ValidateObjectMetaAccessor(object, true, validation.NameIsDNSSubdomain, field.NewPath("metadata")))...)
		}
	}
	if kind == nil {
		return errs
	}
	var object map[string]any
	if err := yaml.Unmarshal(manifest, &object); err != nil {
		return append(errs, err.Error())
	}
	resource, err := resourceOf(kind.Kind)
	if err != nil {
		return append(errs, err.Error())
	}
	return append(errs, resource.refuse(object)...)
}

func texts(list field.ErrorList) (all []string) {
	for _, err := range list {
		all = append(all, err.Error())
	}
	return all
}
