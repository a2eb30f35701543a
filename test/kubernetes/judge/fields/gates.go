package fields

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
)

// retiredIn is a minor whose table still holds the gates that have since been removed.
const retiredIn = 33

// gates reads the versioned feature tables: gate → first minor with it on by default.
// A gate that is off by default everywhere is there with "".
func (r releases) gates() (map[string]string, error) {
	gates := map[string]string{}
	for _, minor := range []int{retiredIn, r.newest} {
		dir, err := download("k8s.io/kubernetes@v1." + r.of(minor))
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, "pkg/features/kube_features.go"), nil, 0)
		if err != nil {
			return nil, err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if kv, ok := n.(*ast.KeyValueExpr); ok {
				if specs, ok := kv.Value.(*ast.CompositeLit); ok && len(specs.Elts) > 0 {
					addGate(gates, kv.Key, specs.Elts)
				}
			}
			return true
		})
	}
	return gates, nil
}

func addGate(gates map[string]string, key ast.Expr, specs []ast.Expr) {
	if _, ok := specs[0].(*ast.CompositeLit); !ok {
		return // the table of which gate needs which
	}
	name := lastName(key)
	gates[name] = ""
	for _, s := range specs {
		var version, on string
		for _, e := range s.(*ast.CompositeLit).Elts {
			kv := e.(*ast.KeyValueExpr)
			switch value := kv.Value.(type) {
			case *ast.CallExpr:
				version = strings.Trim(value.Args[0].(*ast.BasicLit).Value, `"`)
			case *ast.Ident:
				if lastName(kv.Key) == "Default" {
					on = value.Name
				}
			}
		}
		switch {
		case on == "true" && gates[name] == "":
			gates[name] = version
		case on == "false":
			gates[name] = "" // was on for a while, is off again
		}
	}
}

func lastName(e ast.Expr) string {
	switch t := e.(type) {
	case *ast.Ident:
		return t.Name
	case *ast.SelectorExpr:
		return t.Sel.Name
	}
	return fmt.Sprintf("%T", e)
}
