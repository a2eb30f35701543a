package main

import (
	"context"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	apirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/warning"
)

// warnings collects what kubectl would print after "Warning:".
type warnings []string

func (w *warnings) AddWarning(_, text string) { *w = append(*w, text) }

// contextOf is that of an API request; declarative validation reads the API version from it.
func contextOf(k kind, verb string, object metav1.Object, recorder *warnings) context.Context {
	ctx := warning.WithWarningRecorder(context.Background(), recorder)
	ctx = apirequest.WithNamespace(ctx, object.GetNamespace())
	return apirequest.WithRequestInfo(ctx, &apirequest.RequestInfo{
		IsResourceRequest: true,
		Verb:              verb,
		APIGroup:          k.Group,
		APIVersion:        k.Version,
		Resource:          k.resource,
		Namespace:         object.GetNamespace(),
		Name:              object.GetName(),
	})
}
