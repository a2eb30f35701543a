package fields

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// source is the Go source of one minor's API modules: module path → folder.
type source struct {
	modules  map[string]string
	packages map[string]map[string]declared
}

// declared is a type with the imports of the file that it stands in.
type declared struct {
	name    string // import path + "." + type name
	expr    ast.Expr
	pkg     string
	imports map[string]string
}

func newSource(modules map[string]string) *source {
	return &source{modules: modules, packages: map[string]map[string]declared{}}
}

// lookup finds a named type; false for what lies outside the modules.
func (s *source) lookup(pkg, name string) (declared, bool, error) {
	types, ok := s.packages[pkg]
	if !ok {
		var err error
		if types, err = s.parse(pkg); err != nil {
			return declared{}, false, err
		}
		s.packages[pkg] = types
	}
	d, ok := types[name]
	return d, ok, nil
}

func (s *source) parse(pkg string) (map[string]declared, error) {
	dir := s.dir(pkg)
	if dir == "" {
		return nil, nil
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	types := map[string]declared{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || strings.Contains(name, "generated") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		collect(types, pkg, file)
	}
	return types, nil
}

func (s *source) dir(pkg string) string {
	for module, dir := range s.modules {
		if rest, ok := strings.CutPrefix(pkg, module+"/"); ok {
			return filepath.Join(dir, rest)
		}
	}
	return ""
}

func collect(types map[string]declared, pkg string, file *ast.File) {
	imports := map[string]string{}
	for _, i := range file.Imports {
		path := strings.Trim(i.Path.Value, `"`)
		name := filepath.Base(path)
		if i.Name != nil {
			name = i.Name.Name
		}
		imports[name] = path
	}
	for _, d := range file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range decl.Specs {
			if t, ok := spec.(*ast.TypeSpec); ok {
				types[t.Name.Name] = declared{pkg + "." + t.Name.Name, t.Type, pkg, imports}
			}
		}
	}
}
