package main

import (
	"bytes"
	"encoding/json"

	appsv1 "k8s.io/api/apps/v1"
	"k8s.io/apimachinery/pkg/api/equality"
)

var daemonSets = kind{GroupVersionKind: appsv1.SchemeGroupVersion.WithKind("DaemonSet")}

// comparison of two DaemonSets. A rollout compares text, so it may happen between identical ones:
// 1Gi and 1073741824 are equal, and each stays as it is.
type comparison struct {
	Identical bool `json:"identical"`
	Rollout   bool `json:"rollout"`
}

func opIdentical(r request) (any, error) {
	a, stop, err := daemonSetSide("a", r.A)
	if stop != nil || err != nil {
		return stop, err
	}
	b, stop, err := daemonSetSide("b", r.B)
	if stop != nil || err != nil {
		return stop, err
	}
	before, err := revision(a)
	if err != nil {
		return nil, err
	}
	after, err := revision(b)
	if err != nil {
		return nil, err
	}
	return comparison{equality.Semantic.DeepEqual(a.Spec, b.Spec), !bytes.Equal(before, after)}, nil
}

func daemonSetSide(name string, raw []byte) (*appsv1.DaemonSet, *verdict, error) {
	document, err := object(name, raw)
	if err != nil {
		return nil, nil, err
	}
	set, err := storedDaemonSet(document)
	if texts, ok := asRefused(err); ok {
		return nil, &verdict{Stage: "decode " + name, DecodeErrors: texts}, nil
	}
	return set, nil, err
}

// storedDaemonSet reads a DaemonSet as the controller sees it: defaulted, and through the internal version.
func storedDaemonSet(document []byte) (*appsv1.DaemonSet, error) {
	set, err := decodeAs[*appsv1.DaemonSet](document, daemonSets.GroupVersionKind)
	if err != nil {
		return nil, err
	}
	internal, err := toInternal(daemonSets, set)
	if err != nil {
		return nil, refused{err.Error()}
	}
	stored, err := toVersioned(daemonSets, internal)
	if err != nil {
		return nil, err
	}
	return stored.(*appsv1.DaemonSet), nil
}

// revision is the text that the DaemonSet controller keeps of a template in a ControllerRevision,
// less the wrapping. The detour over a map is the controller's: it decides how numbers are written.
func revision(set *appsv1.DaemonSet) ([]byte, error) {
	text, err := json.Marshal(set.Spec.Template)
	if err != nil {
		return nil, err
	}
	var template map[string]any
	if err := json.Unmarshal(text, &template); err != nil {
		return nil, err
	}
	return json.Marshal(template)
}
