package main

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/validation"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"sigs.k8s.io/json"
)

func opSelector(r request) (any, error) {
	document, err := object("selector", r.Selector)
	if err != nil {
		return nil, err
	}
	var selector metav1.LabelSelector
	if strict, err := json.UnmarshalStrict(document, &selector); err != nil || len(strict) > 0 {
		return verdict{Stage: "decode", DecodeErrors: texts(append(strict, err))}, nil
	}
	errs := validation.ValidateLabelSelector(&selector, validation.LabelSelectorValidationOptions{}, field.NewPath("selector"))
	if len(errs) > 0 {
		return verdict{Stage: "validate", Errors: problems(errs)}, nil
	}
	parsed, err := metav1.LabelSelectorAsSelector(&selector)
	if err != nil {
		return verdict{Stage: "validate", Errors: whole(err)}, nil
	}
	return map[string]any{"matches": parsed.Matches(labels.Set(r.Labels))}, nil
}

func texts(errs []error) []string {
	var all []string
	for _, err := range errs {
		if err != nil {
			all = append(all, err.Error())
		}
	}
	return all
}
