package main

import (
	"reflect"

	"k8s.io/kubernetes/pkg/api/legacyscheme"

	"judge/fields"
)

func opFields(request) (any, error) {
	return fields.Current(kubernetes, fieldKinds()), nil
}

func fieldKinds() []fields.Kind {
	var all []fields.Kind
	for _, k := range own {
		name := k.GroupVersion().String() + " " + k.Kind
		all = append(all, fields.Kind{Name: name, Type: typeOf(k)})
	}
	return all
}

func typeOf(k kind) reflect.Type {
	object, err := legacyscheme.Scheme.New(k.GroupVersionKind)
	if err != nil {
		panic(err)
	}
	return reflect.TypeOf(object).Elem()
}
