// Parses a configuration with Alloy's own parser, prints it with Alloy's own printer, parses that once more, and writes as JSON what
// it holds: texts and numbers as values, references and calls as text.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/grafana/alloy/syntax/ast"
	"github.com/grafana/alloy/syntax/parser"
	"github.com/grafana/alloy/syntax/printer"
	"github.com/grafana/alloy/syntax/vm"
)

type block struct {
	Name       string         `json:"name"`
	Label      string         `json:"label"`
	Attributes map[string]any `json:"attributes"`
	Blocks     []block        `json:"blocks"`
}

func main() {
	source, err := io.ReadAll(os.Stdin)
	exitOn(err)
	file, err := parser.ParseFile("config.alloy", source)
	exitOn(err)
	formatted := text(file)
	_, err = parser.ParseFile("formatted.alloy", []byte(formatted))
	exitOn(err)
	exitOn(json.NewEncoder(os.Stdout).Encode(blockOf("", "", file.Body)))
}

func blockOf(name, label string, body ast.Body) block {
	made := block{Name: name, Label: label, Attributes: map[string]any{}, Blocks: []block{}}
	for _, statement := range body {
		switch statement := statement.(type) {
		case *ast.AttributeStmt:
			if _, isTwice := made.Attributes[statement.Name.Name]; isTwice {
				exitOn(fmt.Errorf("attribute %s of %s is there twice", statement.Name.Name, name))
			}
			made.Attributes[statement.Name.Name] = valueOf(statement.Value)
		case *ast.BlockStmt:
			made.Blocks = append(made.Blocks, blockOf(strings.Join(statement.Name, "."), statement.Label, statement.Body))
		}
	}
	return made
}

func valueOf(expression ast.Expr) any {
	switch expression := expression.(type) {
	case *ast.ArrayExpr:
		list := []any{}
		for _, element := range expression.Elements {
			list = append(list, valueOf(element))
		}
		return list
	case *ast.ObjectExpr:
		fields := map[string]any{}
		for _, field := range expression.Fields {
			fields[field.Name.Name] = valueOf(field.Value)
		}
		return fields
	case *ast.LiteralExpr:
		var value any
		exitOn(vm.New(expression).Evaluate(nil, &value))
		return value
	default:
		return map[string]any{"expression": text(expression)}
	}
}

func text(node ast.Node) string {
	var buffer bytes.Buffer
	exitOn(printer.Fprint(&buffer, node))
	return buffer.String()
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
