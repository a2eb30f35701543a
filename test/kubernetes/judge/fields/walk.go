package fields

import (
	"fmt"
	"go/ast"
	"reflect"
	"strings"
)

// walker visits the same paths as reflectStruct does, in source text, and hands over the comments.
type walker struct {
	*source
	visit func(path, comment string)
	err   error
}

func (w *walker) fields(d declared, path string) {
	for _, f := range d.expr.(*ast.StructType).Fields.List {
		name, inline := jsonName(tagOf(f), len(f.Names) == 0)
		switch at := join(path, name); {
		case inline:
			w.value(w.resolve(d, f.Type), path)
		case name != "" && name != "-" && !skipped(at):
			w.visit(at, f.Doc.Text())
			w.value(w.resolve(d, f.Type), at)
		}
	}
}

// value goes below a value whose own path has been visited.
func (w *walker) value(d declared, path string) {
	if _, leaf := leaves[d.name]; leaf || w.err != nil {
		return
	}
	switch t := d.expr.(type) {
	case *ast.StructType:
		w.fields(d, path)
	case *ast.ArrayType:
		if elem, ok := t.Elt.(*ast.Ident); ok && elem.Name == "byte" {
			return
		}
		w.element(w.resolve(d, t.Elt), path+"[]")
	case *ast.MapType:
		w.element(w.resolve(d, t.Value), path+"{}")
	}
}

func (w *walker) element(d declared, path string) {
	if _, leaf := leaves[d.name]; leaf || !isStruct(d) {
		w.visit(path, "")
	}
	w.value(d, path)
}

func isStruct(d declared) bool {
	_, ok := d.expr.(*ast.StructType)
	return ok
}

// resolve follows names and pointers until it stands at a type's structure, or at a basic type.
func (w *walker) resolve(in declared, expr ast.Expr) declared {
	switch t := expr.(type) {
	case *ast.StarExpr:
		return w.resolve(in, t.X)
	case *ast.Ident:
		return w.named(in, in.pkg, t.Name)
	case *ast.SelectorExpr:
		return w.named(in, in.imports[t.X.(*ast.Ident).Name], t.Sel.Name)
	case *ast.ArrayType, *ast.MapType, *ast.StructType:
		return declared{expr: t, pkg: in.pkg, imports: in.imports}
	}
	w.err = fmt.Errorf("%s: no rule for %T", in.name, expr)
	return declared{}
}

func (w *walker) named(in declared, pkg, name string) declared {
	d, ok, err := w.lookup(pkg, name)
	if err != nil {
		w.err = err
	}
	if _, leaf := leaves[d.name]; !ok || leaf {
		return d
	}
	under := w.resolve(d, d.expr)
	under.name = d.name
	return under
}

func tagOf(f *ast.Field) reflect.StructTag {
	if f.Tag == nil {
		return ""
	}
	return reflect.StructTag(strings.Trim(f.Tag.Value, "`"))
}
