package main

import (
	"bytes"
	"errors"
	"regexp"
)

// Kubernetes reads "1e-2147483647" for minutes, and would compare "1e2147483647" with gigabytes of digits.
var hugeExponent = regexp.MustCompile(`(^|[\s"':,\[{])[+-]?[0-9.]+[eE][+-]?[0-9]{5,}($|[\s"',\]}])`)

func harmless(text []byte) error {
	if exponentLike(text) && hugeExponent.Match(text) {
		return errors.New("a number with an exponent of five digits or more is not for this judge")
	}
	return nil
}

// exponentLike saves nearly all documents the regular expression, a sixth of their time.
func exponentLike(text []byte) bool {
	for i, c := range text {
		if (c == 'e' || c == 'E') && i > 0 && bytes.IndexByte([]byte(".0123456789"), text[i-1]) >= 0 {
			return true
		}
	}
	return false
}
