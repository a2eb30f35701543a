package main

import (
	"fmt"
	"io"
	"os"

	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
)

// checkFiles prints a line per object, and below it what is wrong.
func checkFiles(out io.Writer, names []string) (refused bool, err error) {
	for _, name := range names {
		text, err := readFile(name)
		if err != nil {
			return refused, err
		}
		all, err := documents(text)
		if err != nil {
			return refused, fmt.Errorf("%s: %w", name, err)
		}
		for i, document := range all {
			v, object, err := check(document, false)
			if err != nil {
				fmt.Fprintf(out, "not judged %s[%d]: %v\n", name, i, err)
				refused = true
				continue
			}
			refused = printVerdict(out, fmt.Sprintf("%s[%d] %s", name, i, title(object)), v) || refused
		}
	}
	return refused, nil
}

func readFile(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(os.Stdin)
	}
	return os.ReadFile(name)
}

func title(object runtime.Object) string {
	if object == nil {
		return "?"
	}
	m, err := meta.Accessor(object)
	if err != nil {
		return "?"
	}
	name := m.GetName() + m.GetGenerateName()
	if m.GetNamespace() != "" {
		name = m.GetNamespace() + "/" + name
	}
	return object.GetObjectKind().GroupVersionKind().Kind + " " + name
}

func printVerdict(out io.Writer, place string, v verdict) (refused bool) {
	refused = !v.Accepted || v.Pod != nil && !v.Pod.Accepted
	word := "accepted"
	if refused {
		word = "refused"
	}
	fmt.Fprintln(out, word, place)
	for _, text := range v.DecodeErrors {
		fmt.Fprintln(out, "  error:", text)
	}
	for _, p := range v.Errors {
		fmt.Fprintln(out, "  error:", p.Message)
	}
	if v.Pod != nil {
		for _, p := range v.Pod.Errors {
			fmt.Fprintln(out, "  error in its pods:", p.Message)
		}
	}
	for _, text := range v.Warnings {
		fmt.Fprintln(out, "  warning:", text)
	}
	return refused
}
