package main

import (
	"errors"
	"math/big"

	"gopkg.in/inf.v0"
	"k8s.io/apimachinery/pkg/api/resource"
)

// amount is a quantity read by Kubernetes.
type amount struct {
	Canonical string `json:"canonical,omitempty"`
	Milli     string `json:"milli,omitempty"` // rounded away from zero, as everywhere in Kubernetes
	Error     string `json:"error,omitempty"`
}

func opQuantity(r request) (any, error) {
	if r.Text == nil {
		return nil, errors.New(`"text" must be a string`)
	}
	return quantity(*r.Text), nil
}

func opQuantities(r request) (any, error) {
	all := make([]amount, len(r.Texts))
	for i, text := range r.Texts {
		all[i] = quantity(text)
	}
	return map[string]any{"quantities": all}, nil
}

func quantity(text string) amount {
	if err := harmless([]byte(text)); err != nil {
		return amount{Error: err.Error()}
	}
	q, err := resource.ParseQuantity(text)
	if err != nil {
		return amount{Error: err.Error()}
	}
	number, suffix := q.CanonicalizeBytes(nil)
	return amount{Canonical: string(number) + string(suffix), Milli: milli(q).String()}
}

func milli(q resource.Quantity) *big.Int {
	return new(inf.Dec).Round(q.AsDec(), inf.Scale(-resource.Milli), inf.RoundUp).UnscaledBig()
}
