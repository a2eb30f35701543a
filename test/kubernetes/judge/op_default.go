package main

// opDefault stops before the strategy: fields behind a feature gate that is off are still there.
func opDefault(r request) (any, error) {
	document, err := r.document()
	if err != nil {
		return nil, err
	}
	object, _, err := decodeKnown(document)
	if texts, ok := asRefused(err); ok {
		return verdict{Stage: "decode", DecodeErrors: texts}, nil
	}
	if err != nil {
		return nil, err
	}
	defaulted, err := render(object)
	return map[string]any{"defaulted": defaulted}, err
}
