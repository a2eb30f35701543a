package main

import (
	"encoding/json"
	"errors"
	"fmt"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
)

// limitedPod is the pod of the question, or the one that the controller makes of its DaemonSet.
func limitedPod(r request) (*corev1.Pod, error) {
	if (r.Pod == nil) == (r.DaemonSet == nil) {
		return nil, errors.New(`either "pod" or "daemonSet" must be given`)
	}
	if r.Pod != nil {
		document, err := object("pod", r.Pod)
		if err != nil {
			return nil, err
		}
		return decodeAs[*corev1.Pod](document, pods.GroupVersionKind)
	}
	document, err := object("daemonSet", r.DaemonSet)
	if err != nil {
		return nil, err
	}
	decoded, k, err := decodeKnown(document)
	if err != nil {
		return nil, err
	}
	c := create(k, decoded)
	if len(c.problems) > 0 {
		return nil, fmt.Errorf("the DaemonSet is refused: %v", c.problems)
	}
	created, err := toVersioned(k, c.internal)
	if err != nil {
		return nil, err
	}
	set, ok := created.(*appsv1.DaemonSet)
	if !ok {
		return nil, fmt.Errorf("%q must be a DaemonSet", "daemonSet")
	}
	read, err := throughStore(set)
	if err != nil {
		return nil, err
	}
	return podFor(named(k, read), "node")
}

// stored are the objects of a list as those see them who read them from a server.
func stored[T any](list string, raw []json.RawMessage, kindName string) ([]*T, error) {
	all := make([]*T, len(raw))
	for i := range raw {
		read, err := item[runtime.Object](list, i, raw[i], kindName)
		if err != nil {
			return nil, err
		}
		typed, ok := read.(any).(*T)
		if !ok {
			return nil, fmt.Errorf("%s[%d] is of another kind", list, i)
		}
		if all[i], err = throughStore(typed); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// throughStore writes an object and reads it: amounts keep their text then, not how they were written first.
func throughStore[T any](object *T) (*T, error) {
	text, err := json.Marshal(object)
	if err != nil {
		return nil, err
	}
	var read T
	return &read, json.Unmarshal(text, &read)
}
