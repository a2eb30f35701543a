package main

import (
	"encoding/base64"
	"fmt"
	"testing"
)

func TestYAML(t *testing.T) {
	for text, want := range map[string]string{
		"a: 010\nb: 0o10\nc: yes\n":  `[{"a":8,"b":8,"c":true}]`,
		"a: 1\n---\n# none\n---\nb:": `[{"a":1} {"b":null}]`,
		`{"a":1}{"b":2}`:             `[{"a":1} {"b":2}]`,
		"a: 1\na: 2\n":               `[{"a":2}] strict`,
		"a: 1\n--- b\n":              `[] failed`,
		"a: .inf\n":                  `[] failed`,
	} {
		for member, value := range map[string]string{"text": text, "bytes": base64.StdEncoding.EncodeToString([]byte(text))} {
			if got := yamlAnswer(ask[reading](t, "yaml", map[string]any{member: value})); got != want {
				t.Errorf("%q: got %s, want %s", text, got, want)
			}
		}
	}
}

func yamlAnswer(found reading) string {
	answer := fmt.Sprintf("%s", found.Documents)
	switch {
	case found.Failed != "":
		return answer + " failed"
	case found.Strict != "":
		return answer + " strict"
	}
	return answer
}
