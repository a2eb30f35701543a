package main

import (
	"errors"

	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/storage"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
)

// creation is what a POST would make of an object.
type creation struct {
	internal runtime.Object // as stored, where there are no problems
	problems []problem
	warnings warnings
}

// create runs the API server's own steps between decoding and storage. It takes the object over.
func create(k kind, defaulted runtime.Object) creation {
	var c creation
	var err error
	if c.internal, err = toInternal(k, defaulted); err != nil {
		c.problems = whole(err)
		return c
	}
	object, err := meta.Accessor(c.internal)
	if err != nil {
		c.problems = whole(err)
		return c
	}
	if object.GetResourceVersion() != "" {
		c.problems = whole(storage.ErrResourceVersionSetOnCreate)
		return c
	}
	defer identify(k, object)()
	defer allocate(c.internal)()
	ctx := contextOf(k, "create", object, &c.warnings)
	if err := rest.BeforeCreate(k.strategy, ctx, c.internal); err != nil {
		// The error tells its causes as text only, so ask again for the fields.
		if c.problems = problems(rest.ValidateCreate(ctx, c.internal, k.strategy)); c.problems == nil {
			c.problems = whole(err)
		}
	}
	return c
}

// uid stands for the random one that the server gives to every object.
const uid = "00000000-0000-4000-8000-000000000000"

// identify gives an object what every stored one has. The function it returns takes a generated name back.
func identify(k kind, object metav1.Object) func() {
	rest.WipeObjectMetaSystemFields(object)
	rest.FillObjectMetaSystemFields(object)
	// A Job selects its pods by its own: a verdict that is derived again must be the same.
	object.SetUID(uid)
	if object.GetNamespace() == "" && k.strategy.NamespaceScoped() {
		object.SetNamespace(metav1.NamespaceDefault)
	}
	if object.GetName() != "" || object.GetGenerateName() == "" {
		return func() {}
	}
	object.SetName(generatedName(k.strategy, object.GetGenerateName()))
	return func() { object.SetName("") }
}

// generatedName has a fixed end instead of a random one.
func generatedName(strategy rest.RESTCreateStrategy, prefix string) string {
	const end = "xxxxx"
	name := strategy.GenerateName(prefix)
	return name[:len(name)-len(end)] + end
}

func toInternal(k kind, versioned runtime.Object) (runtime.Object, error) {
	internal := schema.GroupVersion{Group: k.Group, Version: runtime.APIVersionInternal}
	return legacyscheme.Scheme.UnsafeConvertToVersion(versioned, internal)
}

func toVersioned(k kind, internal runtime.Object) (runtime.Object, error) {
	if internal == nil {
		return nil, errors.New("nothing to convert")
	}
	return legacyscheme.Scheme.UnsafeConvertToVersion(internal, k.GroupVersion())
}
