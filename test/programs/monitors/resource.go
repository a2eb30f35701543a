package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structural "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"sigs.k8s.io/yaml"
)

// resource is a kind as the API server knows it from its CustomResourceDefinition.
type resource struct {
	schema     *structural.Structural
	validator  validation.SchemaValidator
	expression *cel.Validator
}

// resourceOf reads the definition that lies beside this program.
func resourceOf(kind string) (*resource, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(filepath.Join(filepath.Dir(program), "crds", fmt.Sprintf("monitoring.coreos.com_%ss.yaml", strings.ToLower(kind))))
	if err != nil {
		return nil, err
	}
	var definition apiextensionsv1.CustomResourceDefinition
	if err := yaml.Unmarshal(text, &definition); err != nil {
		return nil, err
	}
	var schema apiextensions.JSONSchemaProps
	given := definition.Spec.Versions[0].Schema.OpenAPIV3Schema
	if err := apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(given, &schema, nil); err != nil {
		return nil, err
	}
	validator, _, err := validation.NewSchemaValidator(&schema)
	if err != nil {
		return nil, err
	}
	shape, err := structural.NewStructural(&schema)
	if err != nil {
		return nil, err
	}
	return &resource{shape, validator, cel.NewValidator(shape, true, celconfig.PerCallLimit)}, nil
}

// refuse does with an object what the API server does when it is created, and lists what is wrong.
func (r *resource) refuse(object map[string]any) (errs []string) {
	pruned := pruning.PruneWithOptions(object, r.schema, true, structural.UnknownFieldPathOptions{TrackUnknownFieldPaths: true})
	for _, path := range pruned {
		errs = append(errs, fmt.Sprintf("unknown field %q", path))
	}
	defaulting.Default(object, r.schema)
	found := validation.ValidateCustomResource(nil, object, r.validator)
	found = append(found, listtype.ValidateListSetsAndMaps(nil, r.schema, object)...)
	broken, _ := r.expression.Validate(context.Background(), nil, r.schema, object, nil, celconfig.RuntimeCELCostBudget)
	return append(errs, texts(append(found, broken...))...)
}
