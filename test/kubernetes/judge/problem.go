package main

import (
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// problem is one reason why the API server refuses an object.
type problem struct {
	Type    string `json:"type"`
	Field   string `json:"field"`
	Detail  string `json:"detail"`
	Message string `json:"message"` // as kubectl shows it
}

func problems(errs field.ErrorList) []problem {
	var all []problem
	for _, e := range errs {
		all = append(all, problem{string(e.Type), e.Field, e.Detail, e.Error()})
	}
	return all
}

// whole is a refusal that points at no field.
func whole(err error) []problem {
	return []problem{{Type: "BadRequest", Detail: err.Error(), Message: err.Error()}}
}
