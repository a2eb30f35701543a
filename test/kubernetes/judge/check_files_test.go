package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckFiles(t *testing.T) {
	good := "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n"
	for name, c := range map[string]struct {
		text, want string
		refused    bool
	}{
		"two":     {good + "---\n" + good, "accepted F[0] ConfigMap default/a\naccepted F[1] ConfigMap default/a\n", false},
		"json":    {`{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"n"}}`, "accepted F[0] Namespace n\n", false},
		"nothing": {"# empty\n", "", false},
		"refused": {
			"apiVersion: v1\nkind: ConfigMap\nmetadata: {name: A_}\nimmutable: 1\n",
			"refused F[0] ?\n  error: json: cannot unmarshal number into Go struct field ConfigMap.immutable of type bool\n", true,
		},
		"unknown": {"apiVersion: example.com/v1\nkind: Thing\n", "not judged F[0]: unknown kind example.com/v1 Thing\n", true},
		"broken":  {"a: [b\n", "not judged F[0]: yaml: line 1: did not find expected ',' or ']'\n", true},
	} {
		file := filepath.Join(t.TempDir(), name+".yaml")
		if err := os.WriteFile(file, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		refused, err := checkFiles(&out, []string{file})
		got := strings.ReplaceAll(out.String(), file, "F")
		if err != nil || refused != c.refused || got != c.want {
			t.Errorf("%s: %v, refused %v\ngot  %q\nwant %q", name, err, refused, got, c.want)
		}
	}
	if _, err := checkFiles(os.Stderr, []string{"none"}); err == nil {
		t.Error("a missing file is an error")
	}
}
