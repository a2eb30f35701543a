package main

import (
	"errors"

	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apiserver/pkg/registry/rest"
)

// opUpdate tells whether a PUT of "new" would be taken where "old" is stored.
func opUpdate(r request) (any, error) {
	old, k, stop, err := decodeSide("old", r.Old)
	if stop != nil || err != nil {
		return stop, err
	}
	next, nextKind, stop, err := decodeSide("new", r.New)
	if stop != nil || err != nil {
		return stop, err
	}
	if k.GroupVersionKind != nextKind.GroupVersionKind {
		return nil, errors.New("old and new are of different kinds")
	}
	stored := create(k, old)
	if len(stored.problems) > 0 {
		return verdict{Stage: "old", Errors: stored.problems}, nil
	}
	return update(k, stored.internal, next)
}

func decodeSide(name string, raw []byte) (runtime.Object, kind, *verdict, error) {
	document, err := object(name, raw)
	if err != nil {
		return nil, kind{}, nil, err
	}
	decoded, k, err := decodeKnown(document)
	if texts, ok := asRefused(err); ok {
		return nil, k, &verdict{Stage: "decode " + name, DecodeErrors: texts}, nil
	}
	return decoded, k, nil, err
}

func update(k kind, old, versioned runtime.Object) (any, error) {
	next, err := toInternal(k, versioned)
	if err != nil {
		return verdict{Stage: "validate", Errors: whole(err)}, nil
	}
	before, err := meta.Accessor(old)
	if err != nil {
		return nil, err
	}
	after, err := meta.Accessor(next)
	if err != nil {
		return nil, err
	}
	if after.GetResourceVersion() == "" {
		before.SetResourceVersion("1") // any will do, but an update without one is unconditional
		after.SetResourceVersion("1")
	}
	after.SetUID("") // a mismatch is a conflict, and not the manifest's fault
	if after.GetNamespace() == "" {
		after.SetNamespace(before.GetNamespace())
	}
	allocate(old)
	keepAddress(old, next)
	allocate(next)
	var v verdict
	ctx := contextOf(k, "update", before, (*warnings)(&v.Warnings))
	if err := rest.BeforeUpdate(k.strategy, ctx, next, old); err != nil {
		v.Stage = "validate"
		if v.Errors = problems(rest.ValidateUpdate(ctx, next, old, k.strategy)); v.Errors == nil {
			v.Errors = whole(err)
		}
	}
	v.Accepted = len(v.Errors) == 0
	return v, nil
}
